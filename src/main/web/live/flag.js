/** A yes that this browser keeps for all its pages; what it cannot keep, this page does. */
export class Flag {
  #key;
  #assumed;
  /** What could not be kept. @type {boolean|null} */
  #held = null;

  /** @param {string} key @param {boolean} [assumed] what holds where nothing can be read and nobody has set it */
  constructor(key, assumed = false) {
    this.#key = key;
    this.#assumed = assumed;
  }

  get isSet() {
    try {
      return this.#held ?? localStorage.getItem(this.#key) !== null;
    } catch {
      return this.#held ?? this.#assumed;
    }
  }

  /** @param {boolean} is */
  set(is) {
    try {
      if (is) {
        localStorage.setItem(this.#key, 'yes');
      } else {
        localStorage.removeItem(this.#key);
      }
      this.#held = null;
    } catch {
      this.#held = is;
    }
  }
}
