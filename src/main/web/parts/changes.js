const SHOWN_MILLIS = 2_000;

/** Tells which figures of an element changed within the last two seconds, and draws it again when that is over. */
export class Changes {
  #texts = new Map();
  #changedAt = new Map();
  #known = null;

  /** @param {import('lit').ReactiveControllerHost} host */
  constructor(host) {
    this.host = host;
  }

  /** Takes note of a figure's text. The first text of a key is no change. @returns {boolean} whether it is a fresh one */
  note(key, text) {
    const before = this.#texts.get(key);
    if (before !== text) {
      this.#texts.set(key, text);
      if (before !== undefined) {
        this.mark(key);
      }
    }
    return this.has(key);
  }

  /** Marks what came new as a whole since this was last asked; what was there at first is not new. @param {Map<string, object>} objects */
  arrivals(objects) {
    const known = this.#known ?? objects;
    this.#known = objects;
    if (known !== objects) {
      [...objects.keys()].filter(key => !known.has(key)).forEach(key => this.mark(key));
    }
  }

  mark(key) {
    this.#changedAt.set(key, performance.now());
    setTimeout(() => {
      if (!this.has(key)) {
        this.#changedAt.delete(key);
        this.host.requestUpdate();
      }
    }, SHOWN_MILLIS);
  }

  has(key) {
    return performance.now() - (this.#changedAt.get(key) ?? -Infinity) < SHOWN_MILLIS - 5;
  }
}
