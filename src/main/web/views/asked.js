import { ask } from '../live/session.js';
import { elapsed } from '../live/elapsed.js';

/** A question that failed is asked again after this long, and when somebody wishes. */
const RETRY_MILLIS = 15_000;

/**
 * One answer that a screen shows beside what is live; asked for again now and then while the host shows it.
 *
 * @implements {import('lit').ReactiveController}
 */
export class Asked {
  /** What was answered last; null before. */
  known = null;
  /** The answer that was none. @type {import('../live/session.js').Answer|null} */
  failed = null;
  #path = null;
  #askedAt = -Infinity;
  #asking = false;

  /** @param {import('lit').LitElement} host @param {number} everyMillis */
  constructor(host, everyMillis) {
    this.host = host;
    this.everyMillis = everyMillis;
    host.addController(this);
  }

  /**
   * Says what is to be shown, before it is drawn, and asks for it when it is time to.
   *
   * @param {string|null} path below the API's; null when it is nothing for this role
   * @param {boolean} [mayAsk] not while the feed is lost
   */
  async look(path, mayAsk = true) {
    if (path !== this.#path) {
      [this.known, this.failed, this.#askedAt, this.#path] = [null, null, -Infinity, path];
    }
    const due = this.failed ? RETRY_MILLIS : this.everyMillis;
    if (path === null || !mayAsk || this.#asking || elapsed() - this.#askedAt < due) {
      return;
    }
    this.#asking = true;
    this.#askedAt = elapsed();
    const answer = await ask('GET', path);
    this.#asking = false;
    if (path === this.#path) {
      this.failed = answer.ok ? null : answer;
      this.known = answer.ok ? answer.body : this.known;
    }
    this.host.requestUpdate();
  }

  again() {
    this.#askedAt = -Infinity;
    this.look(this.#path);
  }
}
