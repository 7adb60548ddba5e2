import { html, nothing } from 'lit';

import { dropDraft, keepDraft, keptDraft } from '../../live/drafts.js';
import { referring } from '../../text/refusal.js';
import { say } from '../../text/text.js';
import { announce } from '../announce.js';
import { Dialog } from '../dialog.js';

/** What the page's part of a refusal reads like: `/crowd/low` and "must not be above high". */
const LAST_NAME = /\/([a-zA-Z]+)(\/\d+)*$/;

/**
 * A form in a dialog. What is written is kept as a draft until it was sent; each fault stands at its field; Enter sends.
 *
 * Who extends it gives `blank()`, the values of an empty form, `fields()`, `submit()` and `placeOf(pointer)`.
 */
export class Form extends Dialog {
  static properties = {
    picture: { attribute: false },
    session: { attribute: false },
    staleAt: { attribute: false },
    nowMillis: { attribute: false },
    values: { state: true },
    faults: { state: true },
    words: { state: true },
    busy: { state: true },
  };

  constructor(name) {
    super(name);
    /** What stands in the fields, all text and flags. @type {object|null} */
    this.values = null;
    /** What is wrong, by the name of the field. @type {Map<string, string>} */
    this.faults = new Map();
    /** What is to be said of the form as a whole. @type {unknown} */
    this.words = null;
    this.busy = false;
  }

  /** Shows it with what was kept of it, else empty, or with these values: not before the answer to what it has sent. */
  async open(values = null) {
    if (this.busy && values) {
      await super.open();
      announce(say('form.busyYet'));
      return;
    }
    if (!this.shown || values) {
      this.values = values ?? keptDraft(this.name, this.session.name) ?? this.blank();
      this.faults = new Map();
      this.words = null;
    }
    await super.open();
  }

  /** What stands in a field. */
  value(name) {
    return this.values[name] ?? '';
  }

  set(name, value) {
    this.values = { ...this.values, [name]: value };
    this.faults.delete(name);
    this.keep();
  }

  /** By what name its draft is kept. */
  get draft() {
    return this.name;
  }

  keep() {
    keepDraft(this.draft, this.session.name, this.values);
  }

  discard() {
    dropDraft(this.draft);
    this.values = this.blank();
    this.faults = new Map();
    this.words = null;
    this.updateComplete.then(() => this.focusFirst());
  }

  content() {
    return html`
      <form class="form" novalidate @input=${this.onInput} @keydown=${this.onFormKey} @submit=${this.onSubmit}>
        <div class="form-fields">${this.fields()}</div>
        <div class="form-foot">
          <div class="form-words">${this.words ?? this.connection()}</div>
          <div class="form-buttons">${this.buttons()}</div>
        </div>
      </form>`;
  }

  /** Sending may not work now; what is written stays. */
  connection() {
    return this.staleAt === null ? nothing : html`<p class="stale-words">${say('form.stale')}</p>`;
  }

  buttons() {
    return html`
      <button type="submit" class="primary" aria-disabled=${this.busy ? 'true' : 'false'}>
        ${say(this.busy ? 'form.busy' : `${this.name}.submit`)} <kbd>Enter</kbd></button>
      <button type="button" @click=${this.discard}>${say('form.discard')}</button>`;
  }

  onInput({ target }) {
    if (target.name) {
      this.set(target.name, target.type === 'checkbox' ? target.checked : target.value);
    }
  }

  /** Enter sends from every field; buttons keep it, and an open list of options has had it by now. */
  onFormKey(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.defaultPrevented && event.target.tagName !== 'BUTTON') {
      event.preventDefault();
      this.querySelector('form').requestSubmit();
    }
  }

  async onSubmit(event) {
    event.preventDefault();
    if (this.busy) {
      return;
    }
    this.words = null;
    this.faults = new Map();
    this.busy = true;
    try {
      await this.submit();
    } finally {
      this.busy = false;
    }
  }

  /** Shows faults at their fields and goes to the first. @param {{field: string, words: string}[]} found */
  async refuse(found) {
    const fields = new Set([...this.querySelectorAll('form [name]')].map(({ name }) => name));
    const loose = found.filter(({ field }) => !fields.has(field));
    this.faults = new Map(found.filter(({ field }) => fields.has(field)).reverse()
      .map(({ field, words }) => [field, words]));
    const all = say('form.faults', { count: found.length });
    this.words = html`<p class="refused">${[all, ...loose.map(({ words }) => words)].join(' ')}</p>`;
    announce(all);
    await this.updateComplete;
    this.querySelector('[aria-invalid="true"]')?.focus();
  }

  /** Says why the service did not take it. @param {import('../../live/session.js').Answer} answer */
  async refused(answer) {
    const errors = answer.body?.errors ?? [];
    if (answer.status === 422 && errors.length > 0) {
      await this.refuse(errors.map(({ pointer, detail }) => ({
        field: this.placeOf(pointer),
        words: [LAST_NAME.exec(pointer)?.[1], detail].filter(Boolean).join(' '),
      })));
      return;
    }
    const unheard = answer.status === 0 || answer.status === 429 || answer.status >= 500;
    const why = answer.status === 0 ? say('form.unreachable')
      : answer.status === 401 ? say('form.signedOut')
        : referring(say(unheard ? 'form.busyService' : 'form.refused', { detail: answer.body?.detail ?? '' }), answer);
    this.tell(unheard ? `${why} ${say('form.again')}` : why);
    if (answer.status === 401) {
      this.dispatchEvent(new Event('muster-signed-out', { bubbles: true }));
    }
  }

  /** Says something of the form as a whole. @param {unknown} words @param {string} aloud to screen readers */
  tell(words, aloud = words) {
    this.words = html`<div class="refused">${words}</div>`;
    announce(aloud);
  }
}
