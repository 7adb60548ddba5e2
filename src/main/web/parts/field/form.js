import { html, nothing } from 'lit';

import { bodyOf, fieldOf } from '../../live/field/bodies.js';
import { forget, isAt, keep, kept } from '../../live/field/kept.js';
import { newId } from '../../live/ids.js';
import { say } from '../../text/text.js';
import { localTime, utcMinutes } from '../../text/time.js';
import { announce } from '../announce.js';
import { fields } from './fields.js';

/** What the service says of a field: `/crowd/low` and "must not be above high". */
const LAST_NAME = /\/([a-zA-Z]+)(\/\d+)*$/;

/**
 * One form while it is written: a new report, a change of one, or one that was refused and is mended. Every stroke is kept.
 */
export class ReportForm {
  /**
   * @param {import('./app.js').FieldApp} app
   * @param {string} kind
   * @param {{verb: 'change'|'mend', row: import('../../live/field/queue.js').Row}|null} of
   */
  constructor(app, kind, of = null) {
    this.app = app;
    this.kind = kind;
    this.of = of;
    this.key = `draft.${app.who.name}.${of ? `${of.verb}.${of.row.id}` : kind}`;
    const draft = kept(this.key);
    this.isDraft = draft !== null;
    /** Whether the draft would outlive the page. */
    this.isKept = true;
    /** @type {Record<string, string>} */
    this.values = draft ?? of?.row.values ?? blank(kind, app);
    /** What is wrong, by field. @type {Map<string, string>} */
    this.faults = new Map();
    /** What is to be said of all of it. @type {string|null} */
    this.words = null;
    if (of?.verb === 'mend') {
      this.#refused(of.row.problem);
    }
  }

  set(name, value) {
    this.values = { ...this.values, [name]: value };
    this.faults.delete(name);
    this.isDraft = true;
    this.isKept = keep(this.key, this.values);
    if (name === 'where' && value === 'here') {
      this.app.whereabouts.look();
    }
    this.app.requestUpdate();
  }

  /** Another tab wrote on, sent or discarded the same draft: what was sent there is not sent again from here. */
  changedElsewhere(storageKey) {
    if (!isAt(this.key, storageKey)) {
      return;
    }
    const draft = kept(this.key);
    if (draft === null) {
      this.app.leave('');
      announce(say('form.elsewhere'));
    } else {
      this.values = draft;
      this.isDraft = true;
      this.app.requestUpdate();
    }
  }

  discard() {
    forget(this.key);
    this.app.leave('');
  }

  async send() {
    const { app, kind, of } = this;
    const { body, follows, faults } = bodyOf(kind, this.values, { unit: app.who.name, nowMillis: Date.now(),
      fix: app.whereabouts.fix, places: app.known.places, say, clock: utcMinutes });
    if (faults.length > 0) {
      this.#show(faults.map(({ field, key }) => [field, say(key)]));
      return;
    }
    const values = { ...this.values, observedAt: body.observedAt, location: body.location,
      where: body.location ? 'kept' : this.values.where };
    if (of?.verb === 'change') {
      await app.queue.edit(of.row.id, { body, values, follows });
    } else if (of) {
      await app.queue.mend(of.row.id, { body, values, follows });
    } else {
      await app.queue.add({ who: app.who.name, kind, body: { id: newId(), ...body }, values, follows });
    }
    forget(this.key);
    if (body.incident || body.protest) {
      keep('about', this.values.about);
    }
    app.leave(of ? 'reports' : '');
    app.written();
  }

  /** The words of the service, each at its field. */
  #refused({ detail, errors, lost }) {
    this.words = say('form.refused', { detail: lost ? say('report.lost') : detail });
    this.faults = new Map(errors.map(({ pointer, detail: words }) => [fieldOf(pointer, this.kind),
      [LAST_NAME.exec(pointer)?.[1], words].filter(Boolean).join(' ')]));
  }

  async #show(found) {
    this.faults = new Map(found.reverse());
    this.words = say('form.faults', { count: found.length });
    announce(this.words);
    this.app.requestUpdate();
    await this.app.updateComplete;
    const wrong = this.app.querySelector('main .refused:not(.form-words)');
    const input = wrong?.closest('.line, .choices')?.querySelector('input, select, textarea');
    wrong?.scrollIntoView({ block: 'center' });
    input?.focus({ preventScroll: true });
  }

  render() {
    const { app, kind, of, values } = this;
    const name = say(`form.${kind}`);
    return html`
      <h1 tabindex="-1">${of ? say(`form.${of.verb}`, { form: name }) : name}</h1>
      ${of?.verb === 'change' && of.row.tries > 0 ? html`<p class="hint">${say('form.changeAfter')}</p>` : nothing}
      ${this.words ? html`<p class="refused form-words">${this.words}</p>` : nothing}
      <form class="form" novalidate @submit=${event => this.onSubmit(event)}>
        ${fields[kind](this)}
        ${values.observedAt ? html`<p class="hint">${say('when.kept', {
    time: localTime(Date.parse(values.observedAt), app.nowMillis) })}</p>` : nothing}
        <div class="buttons">
          <button type="submit" class="primary">${say(app.isOnline() ? 'form.send' : 'form.save')}</button>
          <button type="button" @click=${() => this.discard()}>${say(this.isDraft ? 'form.discard' : 'field.back')}</button>
        </div>
        <p class="hint ${this.isKept ? '' : 'warning'}" data-draft=${this.isDraft}>
          ${this.isDraft ? say(this.isKept ? 'form.draft' : 'form.notKept') : nothing}</p>
      </form>`;
  }

  onSubmit(event) {
    event.preventDefault();
    this.send();
  }
}

/** An empty form: about what was reported on last, and where the phone is, or the area that was picked last. */
function blank(kind, { whereabouts, known }) {
  const area = kept('area');
  const where = ['found', 'looking'].includes(whereabouts.state) ? 'here' : area ? 'area' : '';
  const last = kept('about');
  const about = last === null || last.startsWith('place:') ? ABOUT[kind] ?? '' : last;
  const [, category] = about.split(':');
  const isKnown = !about.startsWith('new:') || !category || known.catalogue?.categories.some(({ id }) => id === category);
  return { about: isKnown ? about : 'new:', where, ...(area && { area }), sure: 'saw', lines: '1' };
}

/** What a form is about where nothing was chosen yet. */
const ABOUT = { crowd: 'new:large-gathering', incident: 'new:' };
