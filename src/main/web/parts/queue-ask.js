import { html, nothing } from 'lit';

import { catalogue, lastCatalogue } from '../live/catalogue.js';
import { ask } from '../live/session.js';
import { count, say } from '../text/text.js';
import { announce } from './announce.js';
import { Dialog } from './dialog.js';
import { secondPerson, shelf, spans } from './queue-shelve.js';
import { symbol } from './severity.js';
import { SEVERITIES } from '../live/alerts.js';

/** Longest note or reason that the service takes. */
const TEXT_MAX = 2_000;

/** What a header can carry; what came along when a token was copied, and cannot be seen, is none of it. */
const TOKEN = /^[!-~]+$/;

/** Asks what the queue needs to know before something is done: a note, a reason, a name, or whether it is meant. */
class QueueAsk extends Dialog {
  static properties = {
    kind: { state: true },
    names: { state: true },
    fault: { state: true },
    longest: { state: true },
    second: { state: true },
    busy: { state: true },
    /** The service's time, in whole seconds. */
    nowMillis: { attribute: false },
  };

  #answered = null;
  #alerts = [];
  #me = '';
  #tries = null;
  /** When it is known how long it may be, and whether it takes two. */
  #found = Promise.resolve();

  constructor() {
    super('ask');
    /** @type {'comment'|'clear'|'assign'|'shelve'|'confirm'} */
    this.kind = 'comment';
    /** Who can be given an alert; null until they are known. @type {string[]|null} */
    this.names = null;
    /** What is wrong, and with which field. @type {{at: 'text'|'second', words: string}|null} */
    this.fault = null;
    /** For how many minutes an alert can be shelved, once the service has said so. */
    this.longest = Infinity;
    /** Whether a second person has to sign in for it. */
    this.second = false;
    this.busy = false;
  }

  /**
   * Asks, and answers when the dialog is closed: with a text, with `{to}`, with `{until, reason}`, with true; with null
   * when it was given up.
   *
   * @param {'comment'|'clear'|'assign'|'shelve'|'confirm'} kind
   * @param {import('../live/store.js').Alert[]} alerts what it is about
   * @param {string} me
   * @param {(shelf: object, second: string) => Promise<string|null>} [tries] shelves with a second person's token while the
   *   dialog stays, says why it could not be; when it could the answer is null, because it is done
   */
  async ask(kind, alerts, me, tries = null) {
    this.#answer(null);
    [this.kind, this.#alerts, this.#me, this.#tries, this.fault, this.names] = [kind, alerts, me, tries, null, null];
    [this.second, this.busy] = [false, false];
    const answer = new Promise(resolve => { this.#answered = resolve; });
    this.querySelector('form')?.reset();
    if (kind === 'assign') {
      await this.#findNames();
    } else if (kind === 'shelve') {
      // What is known from before is there at once; what is in force is looked up meanwhile.
      this.#takeShelving(lastCatalogue());
      this.#found = catalogue().then(inForce => inForce && this.#takeShelving(inForce));
    }
    await this.open();
    return answer;
  }

  async #findNames() {
    const answer = await ask('GET', '/alerts/assignees');
    this.names = answer.ok ? answer.body.items : null;
  }

  #takeShelving(inForce) {
    this.longest = inForce?.shelveMinutesMax ?? Infinity;
    this.second = this.kind === 'shelve' && this.#isCritical() && (inForce?.shelveSecondPerson ?? false);
  }

  #isCritical() {
    return this.#alerts.some(({ severity }) => severity === 'critical');
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
        this.#refuse('text', say('ask.empty'));
      } else if (this.kind !== 'shelve') {
        this.#answer(text);
      } else {
        this.#shelve(shelf(this.querySelector('form'), text));
      }
    };
    const fault = this.fault?.at === 'text' ? this.fault.words : null;
    return html`
      <form @submit=${submit} novalidate>
        ${this.kind === 'shelve' ? spans(this.nowMillis, this.longest) : nothing}
        <label for="ask-text">${say(`ask.${this.kind}Label`)}</label>
        <textarea id="ask-text" rows="3" maxlength=${TEXT_MAX} aria-describedby=${fault ? 'ask-fault' : nothing}
          aria-invalid=${String(fault !== null)}
          @keydown=${event => event.key === 'Enter' && !event.shiftKey && submit(event)}></textarea>
        ${fault ? html`<p id="ask-fault" class="refused">${fault}</p>` : nothing}
        ${this.second ? secondPerson(this.fault?.at === 'second' ? this.fault.words : null) : nothing}
        <button type="submit" class="primary" aria-disabled=${String(this.busy)}>
          ${say(this.busy ? 'ask.busy' : `ask.${this.kind}Submit`)} <kbd>${say('ask.enter')}</kbd></button>
      </form>`;
  }

  #refuse(at, words) {
    this.fault = { at, words };
    announce(words);
  }

  /** Answers with it; where a second person is needed it is tried first, and asked for again when they will not do. */
  async #shelve(chosen) {
    const asked = this.#answered;
    if (this.busy) {
      announce(say('ask.busy'));
      return;
    }
    if (this.#isCritical()) {
      this.busy = true;
      await this.#found;
      await this.updateComplete;
      // Who has closed it meanwhile has given it up.
      if (this.#answered !== asked) {
        return;
      }
      this.busy = false;
    }
    const field = this.querySelector('#ask-second');
    const token = field?.value.trim();
    if (!field) {
      this.#answer(chosen);
    } else if (!TOKEN.test(token)) {
      this.#refuse('second', say(token === '' ? 'ask.secondEmpty' : 'ask.secondStrange'));
      field.focus();
    } else {
      field.value = '';
      [this.busy, this.fault] = [true, null];
      const words = await this.#tries(chosen, token);
      // Who has closed it meanwhile reads in the queue what came of it.
      if (this.#answered === asked) {
        this.busy = false;
        if (words === null) {
          this.#answer(null);
        } else {
          this.fault = { at: 'second', words };
          field.focus();
        }
      }
    }
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
