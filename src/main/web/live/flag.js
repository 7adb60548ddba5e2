/** A yes that this browser keeps for all its pages; where it may keep nothing, this page does. */
export class Flag {
  #key;
  #is;

  /** @param {string} key @param {boolean} [assumed] what holds where nothing can be kept and nobody has set it */
  constructor(key, assumed = false) {
    this.#key = key;
    this.#is = assumed;
  }

  get isSet() {
    try {
      return localStorage.getItem(this.#key) !== null;
    } catch {
      return this.#is;
    }
  }

  /** @param {boolean} is */
  set(is) {
    this.#is = is;
    try {
      if (is) {
        localStorage.setItem(this.#key, 'yes');
      } else {
        localStorage.removeItem(this.#key);
      }
    } catch {
      // It holds until the page is left.
    }
  }
}
