import { html, nothing } from 'lit';

import { catalogue } from '../live/catalogue.js';
import { ask } from '../live/session.js';
import { count, say } from '../text/text.js';
import { announce } from './announce.js';
import { Dialog } from './dialog.js';
import { shelf, spans } from './queue-shelve.js';
import { symbol } from './severity.js';
import { SEVERITIES } from '../live/alerts.js';

/** Longest note or reason that the service takes. */
const TEXT_MAX = 2_000;

/** Asks what the queue needs to know before something is done: a note, a reason, a name, or whether it is meant. */
class QueueAsk extends Dialog {
  static properties = {
    kind: { state: true },
    names: { state: true },
    fault: { state: true },
    longest: { state: true },
    /** The service's time, in whole seconds. */
    nowMillis: { attribute: false },
  };

  #answered = null;
  #alerts = [];
  #me = '';

  constructor() {
    super('ask');
    /** @type {'comment'|'clear'|'assign'|'shelve'|'confirm'} */
    this.kind = 'comment';
    /** Who can be given an alert; null until they are known. @type {string[]|null} */
    this.names = null;
    this.fault = null;
    /** For how many minutes an alert can be shelved, once the service has said so. */
    this.longest = Infinity;
  }

  /**
   * Asks, and answers when the dialog is closed: with a text, with `{to}`, with `{until, reason}`, with true; with null
   * when it was given up.
   *
   * @param {'comment'|'clear'|'assign'|'shelve'|'confirm'} kind
   * @param {import('../live/store.js').Alert[]} alerts what it is about
   * @param {string} me
   */
  async ask(kind, alerts, me) {
    this.#answer(null);
    [this.kind, this.#alerts, this.#me, this.fault, this.names] = [kind, alerts, me, null, null];
    const answer = new Promise(resolve => { this.#answered = resolve; });
    this.querySelector('form')?.reset();
    if (kind === 'assign') {
      await this.#findNames();
    } else if (kind === 'shelve') {
      this.#findLongest();
    }
    await this.open();
    return answer;
  }

  async #findNames() {
    const answer = await ask('GET', '/alerts/assignees');
    this.names = answer.ok ? answer.body.items : null;
  }

  async #findLongest() {
    this.longest = (await catalogue())?.shelveMinutesMax ?? Infinity;
  }

  #answer(value) {
    const answered = this.#answered;
    this.#answered = null;
    if (this.shown) {
      super.close();
    }
    answered?.(value);
  }

  close() {
    this.#answer(null);
  }

  heading() {
    return say(`ask.${this.kind}`);
  }

  content() {
    return html`
      ${this.#alerts.length === 1 ? html`<p class="ask-about">${this.#alerts[0].message}</p>`
      : this.kind === 'confirm' ? nothing : html`<p class="ask-about">${say('ask.several', { count: this.#alerts.length })}</p>`}
      ${this.kind === 'assign' ? this.menu() : this.kind === 'confirm' ? this.confirm() : this.written()}`;
  }

  written() {
    const submit = event => {
      event.preventDefault();
      const text = this.querySelector('textarea').value.trim();
      if (text === '') {
        this.fault = say('ask.empty');
        announce(this.fault);
      } else {
        this.#answer(this.kind === 'shelve' ? shelf(this.querySelector('form'), text) : text);
      }
    };
    return html`
      <form @submit=${submit} novalidate>
        ${this.kind === 'shelve' ? spans(this.nowMillis, this.longest) : nothing}
        <label for="ask-text">${say(`ask.${this.kind}Label`)}</label>
        <textarea id="ask-text" rows="3" maxlength=${TEXT_MAX} aria-describedby=${this.fault ? 'ask-fault' : nothing}
          aria-invalid=${String(this.fault !== null)}
          @keydown=${event => event.key === 'Enter' && !event.shiftKey && submit(event)}></textarea>
        ${this.fault ? html`<p id="ask-fault" class="refused">${this.fault}</p>` : nothing}
        <button type="submit" class="primary">${say(`ask.${this.kind}Submit`)} <kbd>${say('ask.enter')}</kbd></button>
      </form>`;
  }

  /** Names to choose from, oneself first; arrow keys and first letters lead to them. */
  menu() {
    if (this.names === null) {
      return html`<p class="refused">${say('ask.noNames')}</p>`;
    }
    const others = this.names.filter(name => name !== this.#me);
    const choices = [
      ...(this.names.includes(this.#me) ? [[this.#me, say('ask.me', { name: this.#me })]] : []),
      ...others.map(name => [name, name]), [null, say('ask.nobody')],
    ];
    return html`<div class="ask-names" role="group" aria-label=${say('ask.assign')} @keydown=${step}>
      ${choices.map(([to, words]) => html`
        <button type="button" @click=${() => this.#answer({ to })}>${words}</button>`)}</div>`;
  }

  confirm() {
    const of = severity => this.#alerts.filter(alert => alert.severity === severity).length;
    return html`
      <p>${say('ask.confirmWords', { count: this.#alerts.length })}</p>
      <p class="ask-counts">${SEVERITIES.filter(of).map(severity => html`
        <span>${symbol(severity)} ${say('counts.of', { level: say(`level.${severity}`), count: count(of(severity)) })}</span>`)}</p>
      <button type="button" class="primary" @click=${() => this.#answer(true)}>${say('ask.confirmSubmit')}
        <kbd>${say('ask.enter')}</kbd></button>`;
  }
}

function step(event) {
  const all = [...event.currentTarget.querySelectorAll('button')];
  const at = all.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  const next = to === undefined && /^\S$/.test(event.key) && !event.ctrlKey && !event.altKey
    ? [...all.slice(at + 1), ...all.slice(0, at + 1)].find(({ textContent }) =>
      textContent.trim().toLowerCase().startsWith(event.key.toLowerCase()))
    : to === undefined ? undefined : all.at(to % all.length);
  if (next) {
    event.preventDefault();
    next.focus();
  }
}

customElements.define('muster-queue-ask', QueueAsk);
