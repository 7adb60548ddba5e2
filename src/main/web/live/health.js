import { elapsed } from './elapsed.js';
import { health as ask } from './entries.js';
import { tellMissing } from './missing.js';

/** The figures are asked for again after this long, and when alerts come, but then not more often than at the second pace. */
const EVERY_MILLIS = 30_000;
const AT_MOST_EVERY_MILLIS = 5_000;

/** Who may know it, as the service has it. */
const KNOWN_BY = new Set(['controller', 'supervisor', 'auditor']);

/**
 * How much the alerts ask of people, as the service measures it; asked for again while its host shows it.
 *
 * @implements {import('lit').ReactiveController}
 */
export class Health {
  /** What was answered last: `{items: [...]}`, one for each desk; null before. */
  known = null;
  /** The answer that was none, when the last question had none. @type {import('./session.js').Answer|null} */
  failed = null;
  #askedAt = -Infinity;
  #asking = false;
  #calls = null;

  /** @param {import('lit').LitElement} host */
  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  /**
   * Looks whether it is time to ask.
   *
   * @param {object[]} calls of alerts so far: others than before mean that the figures have changed
   * @param {boolean} may whether there is somebody to ask
   */
  look(calls, may) {
    const since = elapsed() - this.#askedAt;
    if (may && !this.#asking && (since > EVERY_MILLIS || (since > AT_MOST_EVERY_MILLIS && calls !== this.#calls))) {
      this.#calls = calls;
      this.#ask();
    }
  }

  async #ask() {
    this.#asking = true;
    this.#askedAt = elapsed();
    const answer = await ask();
    this.#asking = false;
    this.failed = answer.ok ? null : answer;
    tellMissing('health', !answer.ok);
    this.known = answer.ok ? answer.body : this.known;
    this.host.requestUpdate();
  }

  /** Asks again now. */
  retry() {
    this.#ask();
  }

  hostDisconnected() {
    tellMissing('health', false);
  }

  /** @param {{role: string}} session */
  mayBeKnownBy({ role }) {
    return KNOWN_BY.has(role);
  }

  /** One's own desk, when one is measured. */
  desk(name) {
    return this.known?.items.find(({ desk }) => desk === name) ?? null;
  }
}
