/** Runs something at once when it was not asked for lately, else once when the pace allows it again. */
export class Pace {
  #timer = 0;
  #lastAt = -Infinity;

  /** @param {number} millis between two runs @param {() => void} run */
  constructor(millis, run) {
    this.millis = millis;
    this.run = run;
  }

  ask() {
    const wait = this.#lastAt + this.millis - performance.now();
    if (this.#timer === 0) {
      if (wait <= 0) {
        this.#go();
      } else {
        this.#timer = setTimeout(() => this.#go(), wait);
      }
    }
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  #go() {
    this.#timer = 0;
    this.#lastAt = performance.now();
    this.run();
  }
}
