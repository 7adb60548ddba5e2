import { alert as alertOf } from './entries.js';

/** So many reasons are kept; one that is needed again is asked for again. */
const KEPT_MAX = 500;

/**
 * Why alerts are on their shelves. The stream, which has the same for everybody, does not say it; the service does to
 * those who may read it: it is asked for when somebody looks.
 */
class Shelves {
  /** @type {Map<string, Promise<string|null>>} */
  #asked = new Map();
  /** @type {Map<string, string|null>} */
  #known = new Map();

  /**
   * What is known of the reason; asked for when nothing is.
   *
   * @param {import('./store.js').Alert} alert one that is shelved
   * @param {() => void} changed called when it is known
   * @returns {string|null|undefined} undefined until it is known, null when there is none to be had
   */
  reason(alert, changed) {
    const key = keyOf(alert);
    if (!this.#asked.has(key)) {
      this.find(alert).then(changed);
    }
    return this.#known.get(key);
  }

  /** Finds the reason out. @returns {Promise<string|null>} null when it cannot be had */
  find(alert) {
    const key = keyOf(alert);
    if (!this.#asked.has(key)) {
      if (this.#asked.size >= KEPT_MAX) {
        this.forget();
      }
      this.#asked.set(key, this.#ask(alert.id, key));
    }
    return this.#asked.get(key);
  }

  async #ask(id, key) {
    const answer = await alertOf(id);
    if (!answer.ok) {
      this.#asked.delete(key);
      return null;
    }
    const reason = answer.body.shelvedReason ?? null;
    this.#known.set(key, reason);
    return reason;
  }

  /** Forgets all: somebody else may sign in. */
  forget() {
    this.#asked.clear();
    this.#known.clear();
  }
}

function keyOf({ id, shelvedUntil }) {
  return `${id} ${shelvedUntil}`;
}

export const shelves = new Shelves();
