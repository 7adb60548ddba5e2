import { html, nothing } from 'lit';

import { ask } from '../../live/session.js';
import messages from '../../messages/en-own.js';
import '../../page.js';
import { reasonOf } from '../../text/refusal.js';
import { know, say } from '../../text/text.js';
import { localTime } from '../../text/time.js';
import { announce } from '../announce.js';
import { openForm } from '../forms/open.js';
import { whyNot } from '../forms/rights.js';
import { Light } from '../light.js';

know(messages);

/** What somebody can do with a report that they sent themselves; when not now, why. */
class Own extends Light {
  static properties = {
    /** @type {import('../../live/entries.js').Told} */
    entry: { attribute: false },
    session: { attribute: false },
    isStale: { attribute: false },
    /** Whether its words are for few: reading it is recorded then. */
    isSensitive: { attribute: false },
    nowMillis: { attribute: false },
    words: { state: true },
  };

  #asking = false;

  constructor() {
    super();
    /** Why it could not be shown to be corrected. */
    this.words = '';
  }

  render() {
    const why = whyNot(this.session) || (this.isStale ? say('work.stale') : '');
    const time = localTime(Date.parse(this.entry.at), this.nowMillis);
    const id = `own-${this.entry.seq}`;
    const button = (what, does) => html`
      <button type="button" data-own=${what} aria-label=${say(`own.${what}Of`, { time })} aria-disabled=${why ? 'true' : 'false'}
        aria-describedby=${why ? id : nothing} @click=${() => (why ? undefined : does())}>${say(`own.${what}`)}</button>`;
    return html`
      ${button(this.isSensitive ? 'correctRead' : 'correct', () => this.correct())}
      ${button('withdraw', () => openForm('withdraw', this.entry))}
      ${why ? html`<small id=${id}>${why}</small>` : nothing}
      ${this.words ? html`<p>${this.words}</p>` : nothing}`;
  }

  /** Shows what was sent in the form: as it was recorded, which is not what the timeline says of it. */
  async correct() {
    if (this.#asking) {
      return;
    }
    this.#asking = true;
    this.words = '';
    const answer = await ask('GET', `/reports/${encodeURIComponent(this.entry.report)}`);
    this.#asking = false;
    if (answer.ok && !answer.body.body.reduced) {
      await openForm('correct', answer.body);
    } else {
      this.words = answer.ok ? say('own.reduced') : say('own.failed', { detail: reasonOf(answer) });
      announce(this.words);
    }
  }
}

customElements.define('muster-own', Own);
