/** An alert in sight for so long was seen. */
const LOOKED_MILLIS = 1_000;

/** What was seen is told together, at most this often. */
const TOLD_EVERY_MILLIS = 3_000;

/** So many are told at once, well within the longest message that the service takes. */
const TOLD_MAX = 200;

/** Which alerts were really seen and are to be told, each once. Reads no clock. */
export class Seen {
  /** @type {Map<string, number>} since when each is in sight without a break */
  #since = new Map();
  #told = new Set();
  /** @type {Set<string>} */
  #waiting = new Set();
  #toldAt = -Infinity;

  /** @param {string[]} ids of the alerts in sight now; none while nobody can look */
  look(ids, now) {
    this.#since = new Map(ids.map(id => [id, this.#since.get(id) ?? now]));
    for (const [id, since] of this.#since) {
      if (now - since >= LOOKED_MILLIS && !this.#told.has(id)) {
        this.#waiting.add(id);
      }
    }
  }

  /** What is to be told now; what `tell` could not tell is told later. @param {(ids: string[]) => boolean} tell */
  tell(now, tell) {
    const ids = [...this.#waiting].slice(0, TOLD_MAX);
    if (ids.length > 0 && now - this.#toldAt >= TOLD_EVERY_MILLIS) {
      this.#toldAt = now;
      if (tell(ids)) {
        ids.forEach(id => { this.#told.add(id); this.#waiting.delete(id); });
      }
    }
  }
}
