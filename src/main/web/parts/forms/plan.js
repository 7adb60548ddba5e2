import { html, nothing } from 'lit';

import { dropDraft, keptDraft } from '../../live/drafts.js';
import { newId } from '../../live/ids.js';
import { openProtests } from '../../live/lists.js';
import { select } from '../../live/selection.js';
import { ask, clock, one } from '../../live/session.js';
import { typed } from '../../text/parse.js';
import { say } from '../../text/text.js';
import { localDay, localTime, utcTime, zone } from '../../text/time.js';
import { clashLine } from '../protest.js';
import { labelOf } from './about.js';
import './combo.js';
import { changesOf } from './changed.js';
import { choice, framed, line, lines } from './fields.js';
import { Form } from './form.js';
import { pickPlace } from './pick.js';
import { blankPlan, endOf, fieldOf, noticeOf, planOf, startOf, valuesOf } from './plan-body.js';

/** A protest that is planned, or whose plan is changed. */
class PlanForm extends Form {
  static properties = {
    catalogue: { attribute: false },
    saved: { state: true },
  };

  constructor() {
    super('plan');
    /** The protest as the service answered after it was saved. @type {import('../../live/store.js').Protest|null} */
    this.saved = null;
  }

  heading() {
    return say(this.values.before ? 'plan.headingChange' : 'plan.heading');
  }

  blank() {
    return blankPlan(newId(), Date.now() + clock.offsetMillis());
  }

  async open(values) {
    if (values || !this.shown) {
      this.saved = null;
    }
    await super.open(values);
  }

  /** Each plan that is changed has a draft of its own. */
  get draft() {
    return draftOf(this.values.before?.id);
  }

  /** Shows the plan of a protest to be changed: what was written of it and not sent, else as it is now. */
  async change(id) {
    const kept = keptDraft(draftOf(id), this.session.name);
    const answer = kept ? null : await one('protests', id);
    if (kept || answer.ok) {
      await this.open(kept ?? valuesOf(answer.body, answer.tag, this.nowMillis));
    } else {
      await this.open();
      await this.refused(answer);
    }
  }

  focusFirst() {
    this.querySelector(this.saved ? '.receipt .primary' : '[name="title"]')?.focus();
  }

  content() {
    return this.saved ? this.outcome() : super.content();
  }

  fields() {
    const { values } = this;
    const categories = this.catalogue.categories.filter(({ kind }) => kind === 'protest');
    const options = Object.fromEntries([['', say('form.notSaid')], ...categories.map(({ id, name }) => [id, name])]);
    return html`
      <div class="form-row two">
        ${line(this, 'title', { label: say('plan.title') })}
        ${choice(this, 'category', { label: say('plan.category'), options })}
      </div>
      <div class="form-row two">
        ${line(this, 'start', { label: say('plan.start', { zone: zone(startOf(values) ?? this.nowMillis) }),
          hint: this.moment(startOf(values)) ?? say('plan.timeHint') })}
        ${line(this, 'end', { label: say('plan.end'),
          hint: values.end ? this.moment(endOf(values)) ?? say('plan.timeHint') : say('plan.endHint') })}
      </div>
      <div class="form-row">${this.place()}</div>
      <div class="form-row two">
        ${line(this, 'expected', { label: say('plan.expected') })}
        ${line(this, 'officersPlanned', { label: say('plan.officersPlanned'), inputmode: 'numeric' })}
      </div>
      <div class="form-row two">
        ${line(this, 'organisation', { label: say('plan.organisation'), hint: say('plan.organisationHint') })}
        ${this.opposes()}
      </div>
      <div class="form-row">${lines(this, 'publicMessage', { label: say('plan.publicMessage') })}</div>
      <div class="form-row two">
        ${line(this, 'notice', { label: say('plan.notice'), hint: this.moment(noticeOf(values)) ?? say('plan.timeHint') })}
      </div>`;
  }

  moment(millis) {
    return millis === null ? null : say('plan.is', { local: localDay(millis), utc: utcTime(millis) });
  }

  place() {
    const fault = this.faults.get('place');
    return framed(this, 'place', { label: say('plan.place'), hint: say('plan.placeHint') }, html`
      <div class="with-buttons">
        <input id="plan-place" name="place" type="text" autocomplete="off" spellcheck="false" .value=${this.values.place}
          aria-invalid=${fault ? 'true' : 'false'} aria-describedby="plan-place-hint${fault ? ' plan-place-fault' : ''}">
        <button type="button" @click=${() => this.pick(false)}>${say('form.pick')}</button>
        <button type="button" @click=${() => this.pick(true)}>${say('plan.addPoint')}</button>
      </div>`);
  }

  async pick(further) {
    const position = await pickPlace();
    if (position) {
      const before = further && this.values.place.trim() ? `${this.values.place.trim().replace(/;$/, '')}; ` : '';
      this.set('place', before + typed(position));
    }
    await this.updateComplete;
    this.querySelector('[name="place"]')?.focus();
  }

  opposes() {
    const { opposes, id } = this.values;
    const fault = this.faults.get('opposes');
    const options = openProtests(this.picture).filter(other => other.id !== id && !opposes.includes(other.id))
      .map(other => ({ value: other.id, label: labelOf(other), hint: localTime(Date.parse(other.startsAt), this.nowMillis) }));
    return framed(this, 'opposes', { label: say('plan.opposes') }, html`
      <muster-combo .fieldId=${'plan-opposes'} .name=${'opposes'} .text=${''} .options=${options}
        .described=${fault ? 'plan-opposes-fault' : nothing} .invalid=${fault ? 'true' : 'false'}
        @chosen=${this.chosen}></muster-combo>
      ${opposes.length === 0 ? nothing : html`<ul class="chosen">${opposes.map(other => html`
        <li>${this.titleOf(other)} <button type="button" aria-label=${say('plan.remove', { title: this.titleOf(other) })}
          @click=${() => this.takeOut(other)}>×</button></li>`)}</ul>`}`);
  }

  /** The button goes with what it takes out: the focus goes to where one adds. */
  takeOut(other) {
    this.set('opposes', this.values.opposes.filter(each => each !== other));
    this.querySelector('[name="opposes"]').focus();
  }

  titleOf(id) {
    const protest = this.picture.protests.get(id);
    return protest ? labelOf(protest) : say('protest.another');
  }

  chosen({ detail, target }) {
    if (detail) {
      this.set('opposes', [...this.values.opposes, detail.value]);
      target.text = '';
    }
  }

  async submit() {
    const { values } = this;
    const { plan, faults } = planOf(values);
    if (faults.length > 0) {
      await this.refuse(faults);
      return;
    }
    const answer = values.tag === null
      ? await ask('POST', '/protests', plan)
      : await ask('PUT', `/protests/${values.id}`, plan, { 'If-Match': values.tag });
    if (answer.ok) {
      dropDraft(this.draft);
      this.saved = answer.body;
      this.updateComplete.then(() => this.focusFirst());
    } else if (answer.status === 412) {
      await this.changedMeanwhile();
    } else if (answer.status === 409 && answer.body?.code === 'id-taken') {
      await this.takenBefore();
    } else {
      await this.refused(answer);
    }
  }

  /** Somebody else saved it first: their changes are shown; saving again puts this form's plan over them, knowingly. */
  async changedMeanwhile() {
    const { values } = this;
    const answer = await one('protests', values.id);
    if (!answer.ok) {
      await this.refused(answer);
      return;
    }
    const changes = changesOf(values.before, answer.body, this.picture, this.nowMillis);
    this.set('tag', answer.tag);
    this.tell(html`${say('plan.changed')} ${changes} ${say('plan.changedNext')}
      <button type="button" @click=${() => this.open(valuesOf(answer.body, answer.tag, this.nowMillis))}>${say('plan.takeTheirs')}</button>`,
      say('plan.changed'));
  }

  /** It had been recorded before the answer was lost, and was changed since: from now on that plan is changed. */
  async takenBefore() {
    const answer = await one('protests', this.values.id);
    if (answer.ok) {
      this.values = { ...this.values, before: answer.body };
      this.set('tag', answer.tag);
      this.tell(say('plan.recordedBefore'));
    } else {
      await this.refused(answer);
    }
  }

  placeOf(pointer) {
    return fieldOf(pointer);
  }

  outcome() {
    const { saved } = this;
    return html`
      <div class="receipt" role="group" aria-label=${say('plan.outcome')}>
        <p><strong>${say(this.values.before ? 'plan.savedChange' : 'plan.saved', { title: labelOf(saved) })}</strong></p>
        ${saved.clashes.length === 0 ? html`<p>${say('plan.noClash')}</p>` : html`
          <p class="warning">${say('plan.clashes', { count: saved.clashes.length })}</p>
          ${saved.clashes.map(clash => clashLine(clash, saved, this.picture, this.nowMillis))}`}
        <div class="form-buttons">
          <button type="button" class="primary" @click=${this.close}>${say('dialog.close')} <kbd>Enter</kbd></button>
          <button type="button" @click=${this.show}>${say('receipt.show')}</button>
        </div>
      </div>`;
  }

  show() {
    select({ type: 'protest', id: this.saved.id });
    this.close();
  }
}

function draftOf(id) {
  return id ? `plan.${id}` : 'plan';
}

customElements.define('muster-plan-form', PlanForm);
