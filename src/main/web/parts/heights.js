/**
 * Where the rows of a long list stand, of which only those in sight are in the page: measured where a row has been
 * drawn, estimated elsewhere. Pixels.
 */
export class Heights {
  /** @type {Map<string, number>} */
  #measured = new Map();
  #estimate;
  #ids = [];
  #tops = new Float64Array(1);

  /** @param {number} estimate of a row that was never drawn */
  constructor(estimate) {
    this.#estimate = estimate;
  }

  /** Lays the rows out below each other. @param {string[]} ids */
  layOut(ids) {
    this.#ids = ids;
    this.#tops = new Float64Array(ids.length + 1);
    ids.forEach((id, index) => {
      this.#tops[index + 1] = this.#tops[index] + (this.#measured.get(id) ?? this.#estimate);
    });
  }

  /** Takes note of what rows measure. @param {[string, number][]} rows @returns {boolean} whether any stands elsewhere now */
  measure(rows) {
    const changed = rows.filter(([id, height]) => (this.#measured.get(id) ?? this.#estimate) !== height);
    rows.forEach(([id, height]) => this.#measured.set(id, height));
    if (changed.length > 0) {
      this.layOut(this.#ids);
    }
    return changed.length > 0;
  }

  /** Forgets what was measured: the rows are wider or narrower now. */
  forget() {
    this.#measured.clear();
  }

  get total() {
    return this.#tops.at(-1);
  }

  top(index) {
    return this.#tops[index];
  }

  bottom(index) {
    return this.#tops[index + 1];
  }

  /** The row at a height; the first or the last beyond the ends. */
  at(y) {
    let [low, high] = [0, Math.max(0, this.#ids.length - 1)];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#tops[middle + 1] > y) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
