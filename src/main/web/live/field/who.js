import { mayBeSignedIn, signOut, whoAmI } from '../session.js';
import { forget, keep, kept } from './kept.js';

/** An answer is as good as new for so long. */
const SURE_MILLIS = 30_000;

/**
 * Whose phone this is. The name of who signed in last stays when the session ends: what they write goes on to be theirs, and
 * is sent when they sign in again.
 */
export class Who {
  /** @type {'unknown'|'unreachable'|'in'|'out'} */
  state = 'unknown';
  /** @type {string|null} */
  name = kept('name');
  /** @type {string|null} */
  role = kept('role');
  #sureUntil = 0;

  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
  }

  /** Whether it is a unit, as far as is known: nobody else reports from this page. */
  get isUnit() {
    return this.role === null || this.role === 'field';
  }

  /** Whether the service said who it is a moment ago. */
  isSure() {
    return this.state === 'in' && Date.now() < this.#sureUntil;
  }

  /** Asks the service. */
  async look() {
    if (!mayBeSignedIn()) {
      this.#become('out');
      return;
    }
    const answer = await whoAmI();
    if (answer.ok && typeof answer.body?.name === 'string') {
      this.#sureUntil = Date.now() + SURE_MILLIS;
      this.#become('in', answer.body);
    } else if (answer.status === 401) {
      this.#become('out');
    } else {
      this.#become('unreachable');
    }
  }

  /** The service says that nobody is signed in. */
  ended() {
    this.#become('out');
  }

  async leave() {
    await signOut();
    forget('');
    this.name = null;
    this.role = null;
    this.#become('out');
  }

  #become(state, { name, role } = this) {
    if (state === 'in' && name !== this.name) {
      // What the one before was told is not for the next.
      forget('known.');
      forget('about');
    }
    if (state === this.state && name === this.name) {
      return;
    }
    this.state = state;
    this.name = name;
    this.role = role;
    if (state === 'in') {
      keep('name', name);
      keep('role', role);
    }
    this.changed();
  }
}
