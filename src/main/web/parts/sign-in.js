import { html, nothing } from 'lit';

import { Ending, isEndOwed, signIn } from '../live/session.js';
import { referring } from '../text/refusal.js';
import { say } from '../text/text.js';
import { announce } from './announce.js';
import { Light } from './light.js';

/** Takes a token for a session. Fires `signed-in`. */
class SignIn extends Light {
  static properties = {
    words: { attribute: false },
    busy: { state: true },
  };

  constructor() {
    super();
    /** Why one has to sign in, or why it did not work. @type {string|null} */
    this.words = null;
    this.busy = false;
    this.wasOwed = isEndOwed();
    new Ending(this, () => this.told());
  }

  /** Says once that the service knows of the end by now. */
  told() {
    const isOwed = isEndOwed();
    if (this.wasOwed && !isOwed) {
      announce(say('signIn.endTold'));
    }
    this.wasOwed = isOwed;
  }

  render() {
    return html`
      <main id="main" class="sign-in" tabindex="-1">
        <h1>${say('signIn.heading')}</h1>
        ${isEndOwed() ? html`<p class="end-owed">${say('signIn.endOwed')}</p>` : nothing}
        <form class="panel" @submit=${this.submit} novalidate>
          <label for="token">${say('signIn.token')}</label>
          <p id="token-hint" class="hint">${say('signIn.hint')}</p>
          <input id="token" name="token" type="password" autocomplete="off" autocapitalize="off" spellcheck="false"
            aria-describedby=${this.words ? 'token-hint token-refused' : 'token-hint'}
            aria-invalid=${this.words ? 'true' : 'false'}>
          ${this.words ? html`<p id="token-refused" class="refused">${this.words}</p>` : nothing}
          <button type="submit" class="primary" aria-disabled=${this.busy ? 'true' : 'false'}>
            ${say(this.busy ? 'signIn.busy' : 'signIn.submit')}
          </button>
        </form>
      </main>`;
  }

  async submit(event) {
    event.preventDefault();
    const field = this.querySelector('#token');
    const token = field.value.trim();
    if (token === '') {
      this.refuse(say('signIn.empty'));
    } else if (!this.busy) {
      this.busy = true;
      const refused = await tryToken(token);
      this.busy = false;
      if (refused) {
        this.refuse(refused);
      } else {
        field.value = '';
        this.dispatchEvent(new Event('signed-in'));
      }
    }
  }

  refuse(words) {
    this.words = words;
    announce(words);
    this.querySelector('#token').focus();
  }
}

/** Signs in with a token. @returns {Promise<string|null>} why it was refused and what to do, or null when it was not */
export async function tryToken(token) {
  const answer = await signIn(token);
  return answer.ok ? null : refusal(answer);
}

/** @param {import('../live/session.js').Answer} answer */
function refusal(answer) {
  switch (answer.status) {
    case 0:
      return say('signIn.unreachable');
    case 400:
    case 401:
    case 422:
      return say('signIn.refused');
    case 403:
      return referring(say('signIn.forbidden', { detail: answer.body?.detail ?? '' }), answer);
    case 429:
      return say('signIn.tooMany', { count: answer.retryAfterSeconds || 60 });
    default:
      return referring(say('signIn.failed', { status: answer.status }), answer);
  }
}

customElements.define('muster-sign-in', SignIn);
