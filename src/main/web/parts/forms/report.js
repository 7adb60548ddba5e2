import { html, nothing } from 'lit';

import { dropDraft, keepDraft, keptDraft } from '../../live/drafts.js';
import { newId } from '../../live/ids.js';
import { selected } from '../../live/selection.js';
import { ask, clock } from '../../live/session.js';
import { isOpen } from '../../live/store.js';
import { momentBefore, typed } from '../../text/parse.js';
import { say, sayOf, words } from '../../text/text.js';
import { age, localClock, utcClock } from '../../text/time.js';
import './combo.js';
import { choice, flag, framed, line, lines } from './fields.js';
import { Form } from './form.js';
import { pickPlace } from './pick.js';
import { lastOf, onePosition } from './position.js';
import { receipt } from './receipt.js';
import { blankArrests, blankReport, fieldOf, reportOf, split } from './report-body.js';
import { aboutOptions, labelOf } from './about.js';

const CALL_SIGN = 'callSign';

/** A report taken by radio: what a unit says is entered on its behalf. */
class ReportForm extends Form {
  static properties = {
    catalogue: { attribute: false },
    receipt: { state: true },
  };

  constructor() {
    super('report');
    /** What the service answered to the last report that was sent. @type {object|null} */
    this.receipt = null;
  }

  heading() {
    return say(this.values.corrects ? 'report.headingCorrects' : 'report.heading');
  }

  /** Begins with what is selected: an update of it, or what the unit says. */
  blank() {
    const { session, picture } = this;
    const chosen = selected();
    const subject = chosen?.type === 'alert' ? picture.alerts.get(chosen.id)?.subject ?? null : chosen;
    const callSign = subject?.type === 'unit' ? subject.id : keptDraft(CALL_SIGN, session.name) ?? '';
    const now = Date.now() + clock.offsetMillis();
    const values = blankReport(newId(now), now, callSign);
    const open = subject && picture[`${subject.type}s`]?.get(subject.id);
    if ((subject?.type === 'incident' || subject?.type === 'protest') && open && isOpen(open)) {
      return { ...values, about: `${subject.type}:${subject.id}`, aboutText: labelOf(open) };
    }
    return values;
  }

  async open(values) {
    if (values || !this.shown) {
      this.receipt = null;
    }
    await super.open(values);
  }

  /** With the call sign remembered, what it is about comes first to be changed. */
  focusFirst() {
    const first = this.receipt ? '.receipt .primary' : '[name="callSign"]';
    const field = this.querySelector(first);
    field?.focus();
    field?.select?.();
  }

  content() {
    return this.receipt ? receipt(this.receipt, this) : super.content();
  }

  fields() {
    const { values } = this;
    const { moods, methods, statuses, states, unitRoles } = this.catalogue;
    return html`
      <div class="form-row about">
        ${line(this, 'callSign', { label: say('report.callSign'), list: 'report-units' })}
        ${this.about()}
        <datalist id="report-units">${[...this.picture.units.keys()].sort().map(unit => html`
          <option value=${unit}></option>`)}</datalist>
      </div>
      <div class="form-row place">
        ${line(this, 'place', { label: say('report.place') })}
        ${line(this, 'crowd', { label: say('report.crowd') })}
        ${choice(this, 'mood', { label: say('report.mood'), options: named('mood', moods) })}
        ${choice(this, 'status', { label: say('report.status'), options: named('status', statuses, say('report.unchanged')) })}
      </div>
      <div class="form-row">${lines(this, 'text', { label: say('report.text') })}</div>
      <div class="form-row about">
        ${line(this, 'when', { label: say('report.when'), hint: this.moment() })}
        ${this.position()}
      </div>
      <div class="form-row four">
        ${line(this, 'officers', { label: say('report.officers'), inputmode: 'numeric' })}
        ${choice(this, 'state', { label: say('report.state'),
          options: named('state', states.filter(state => state !== 'requested'), say('report.stateKept')) })}
        ${choice(this, 'role', { label: say('report.role'), options: named('unitRole', unitRoles) })}
        ${line(this, 'requested', { label: say('report.requested'), inputmode: 'numeric' })}
      </div>
      ${values.arrests.map((_, index) => this.arrests(index))}
      <div class="form-row four">
        ${line(this, 'injured', { label: say('report.injured'), inputmode: 'numeric' })}
        ${line(this, 'injuredOfficers', { label: say('report.injuredOfficers'), inputmode: 'numeric' })}
        ${choice(this, 'method', { label: say('report.method'), options: named('method',
          methods.filter(method => method !== 'estimate'), say('report.estimate')) })}
        ${flag(this, 'emergency', { label: say('report.emergency') })}
      </div>`;
  }

  about() {
    const { aboutText } = this.values;
    const fault = this.faults.get('about');
    const described = `report-about-hint${fault ? ' report-about-fault' : ''}`;
    return framed(this, 'about', { label: say('report.about'), hint: this.aboutMeans() }, html`
      <muster-combo .fieldId=${'report-about'} .name=${'about'} .text=${aboutText} .described=${described}
        .invalid=${fault ? 'true' : 'false'} .options=${aboutOptions(this.picture, this.catalogue, this.nowMillis)}
        @chosen=${this.chosen}></muster-combo>`);
  }

  chosen({ detail }) {
    this.values = { ...this.values, aboutText: detail?.label ?? '' };
    this.set('about', detail?.value ?? '');
  }

  aboutMeans() {
    const [kind] = split(this.values.about);
    return say(`report.about.${kind || 'none'}`);
  }

  position() {
    const callSign = this.values.callSign.trim();
    const last = lastOf(callSign, this.picture);
    return framed(this, 'position', { label: say('report.position'), hint: this.positionMeans(callSign, last) }, html`
      <div class="with-buttons">
        <input id="report-position" name="position" type="text" autocomplete="off" spellcheck="false"
          .value=${this.values.position} aria-invalid=${this.faults.has('position') ? 'true' : 'false'}
          aria-describedby="report-position-hint${this.faults.has('position') ? ' report-position-fault' : ''}">
        <button type="button" @click=${this.pick}>${say('form.pick')}</button>
        ${last ? html`<button type="button" @click=${() => this.set('position', typed(last))}>
          ${say('report.useLast')}</button>` : nothing}
      </div>`);
  }

  positionMeans(callSign, last) {
    const { position, about } = this.values;
    const [kind] = split(about);
    if (position.trim() || kind === 'incident' || kind === 'protest') {
      return say(position.trim() ? 'report.positionTyped' : 'report.positionKept');
    }
    return last
      ? say('report.positionLast', { unit: callSign, age: age(this.nowMillis - Date.parse(last.at)) })
      : say('report.positionNone');
  }

  moment() {
    const { when, openedAt } = this.values;
    const at = momentBefore(when, openedAt);
    return at === null ? say('report.whenHint')
      : say('report.whenIs', { local: localClock(at), utc: utcClock(at), age: age(this.nowMillis - at) });
  }

  arrests(index) {
    const { offences } = this.catalogue;
    const day = new Date(this.values.openedAt).toISOString().slice(0, 10);
    const inForce = offences.filter(({ validFrom, validTo }) => (validFrom ?? '') <= day && day <= (validTo ?? '9999'));
    const options = Object.fromEntries([['', say('report.notStated')],
      ...inForce.filter(({ id }) => id !== 'not-stated').map(({ id, name }) => [id, name])]);
    const last = index === this.values.arrests.length - 1;
    const labelled = (key, more) => ({ label: say(key, { number: index + 1 }), ...more });
    return html`
      <div class="form-row arrests">
        ${line(this, `arrests.${index}.count`, labelled(index === 0 ? 'report.arrests' : 'report.arrestsMore',
          { inputmode: 'numeric' }))}
        ${choice(this, `arrests.${index}.offence`, labelled('report.offence', { options }))}
        ${line(this, `arrests.${index}.age`, labelled('report.age'))}
        ${last ? html`<button type="button" class="at-foot" @click=${this.addArrests}>${say('report.moreArrests')}</button>`
          : html`<span></span>`}
      </div>`;
  }

  async addArrests() {
    const { arrests } = this.values;
    this.set('arrests', [...arrests, blankArrests()]);
    await this.updateComplete;
    this.querySelector(`[name="arrests.${arrests.length}.count"]`).focus();
  }

  /** A line of arrests is part of its list. */
  set(name, value) {
    const [, index, member] = /^arrests\.(\d+)\.(\w+)$/.exec(name) ?? [];
    if (member) {
      const arrests = this.values.arrests.map((arrest, at) => (at === Number(index) ? { ...arrest, [member]: value } : arrest));
      this.faults.delete(name);
      super.set('arrests', arrests);
    } else {
      super.set(name, value);
    }
  }

  value(name) {
    const [, index, member] = /^arrests\.(\d+)\.(\w+)$/.exec(name) ?? [];
    return member ? this.values.arrests[index][member] : super.value(name);
  }

  async pick() {
    const position = await pickPlace();
    if (position) {
      this.set('position', typed(position));
    }
    await this.updateComplete;
    this.querySelector('[name="position"]')?.focus();
  }

  async submit() {
    const { report, faults } = reportOf(this.values, this.picture);
    if (faults.length > 0) {
      await this.refuse(faults);
      return;
    }
    const answer = await ask('POST', '/reports', report);
    if (answer.ok) {
      this.recorded(answer.body);
    } else if (answer.status === 409 && answer.body?.code === 'id-taken') {
      this.takenBefore();
    } else {
      await this.refused(answer);
    }
  }

  recorded(body) {
    const { callSign, aboutText } = this.values;
    dropDraft(this.name);
    keepDraft(CALL_SIGN, this.session.name, callSign.trim());
    this.receipt = { ...body, callSign, aboutText };
    this.updateComplete.then(() => this.focusFirst());
  }

  /** It had been recorded before the answer was lost, and was changed since: it goes in its place. */
  takenBefore() {
    const { id } = this.values;
    this.values = { ...this.values, corrects: id };
    this.set('id', newId());
    this.tell(say('report.recordedBefore'));
  }

  placeOf(pointer) {
    return fieldOf(pointer, this.values);
  }

  another() {
    this.values = { ...this.blank(), about: '', aboutText: '' };
    this.receipt = null;
    this.updateComplete.then(() => this.focusFirst());
  }
}

/** Options of a choice: nothing chosen first. */
function named(set, slugs, none = say('form.notSaid')) {
  return Object.fromEntries([['', none], ...slugs.map(slug => [slug, words(sayOf(set, slug))])]);
}

customElements.define('muster-report-form', ReportForm);
