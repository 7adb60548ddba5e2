import { elapsed } from './elapsed.js';

/** What did not come is asked for again after this time. */
const RETRY_MILLIS = 5_000;

/** A script that the page does without until it is wanted. */
export class Brought {
  isHere = false;
  /** Whether it was asked for in vain. */
  isMissing = false;
  #asking = false;
  #askedAt = -Infinity;

  /** @param {() => Promise<unknown>} load */
  constructor(load) {
    this.load = load;
  }

  /** Asks for it, unless it is here, on its way, or was asked for a moment ago. */
  async want() {
    if (this.isHere || this.#asking || elapsed() - this.#askedAt < RETRY_MILLIS) {
      return;
    }
    this.#asking = true;
    this.#askedAt = elapsed();
    try {
      await this.load();
      this.isHere = true;
    } catch {
      // It is said where it is missing.
    }
    this.isMissing = !this.isHere;
    this.#asking = false;
  }
}
