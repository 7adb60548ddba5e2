/** One sentence on new critical alerts, then none for so long. */
const ASSERTIVE_GAP_MILLIS = 5_000;

/** One sentence on new high alerts, then none for so long. */
const POLITE_GAP_MILLIS = 15_000;

/** In a flood: one sentence on all that is new in so long. Emergencies are told as ever. */
const FLOOD_GAP_MILLIS = 30_000;

const TOLD = ['emergency', 'critical', 'high'];

/**
 * @typedef {import('./calls.js').Call} Call
 * @typedef {object} Sentence
 * @property {'assertive'|'polite'} region
 * @property {import('./alerts.js').Level} level the worst of them
 * @property {number} count of them; in a flood of that level
 * @property {Call} newest of that level
 * @property {number} [others] less urgent ones, in a flood
 */

/**
 * What is to be said to screen readers, and when: the first of a kind at once, what follows gathered. It is told of each
 * alert that is raised and asked at every look; it says nothing itself and reads no clock.
 */
export class Telling {
  /** @type {Call[]} */
  #waiting = [];
  #flooded = false;
  #last = { assertive: -Infinity, polite: -Infinity, flood: -Infinity };

  /** An alert calls for somebody. @param {Call} call one that is not late */
  heard(call) {
    this.#waiting.push(call);
  }

  /**
   * @param {'all'|'critical'|'off'} wanted what the user chose to be told
   * @param {boolean} flood whether more alerts come than anybody can work
   * @returns {Sentence[]}
   */
  due(now, wanted, flood) {
    if (flood) {
      if (!this.#flooded) {
        // That it has begun is said first.
        this.#flooded = true;
        this.#last.polite = now;
      }
      return [...this.#next('assertive', now, wanted !== 'off', ASSERTIVE_GAP_MILLIS, ['emergency']),
        ...this.#summary(now, wanted)];
    }
    if (this.#flooded) {
      // That it is over is said first.
      this.#flooded = false;
      this.#last.polite = now;
    }
    this.#waiting = this.#waiting.filter(({ level }) => TOLD.includes(level));
    return [
      ...this.#next('assertive', now, wanted !== 'off', ASSERTIVE_GAP_MILLIS, ['emergency', 'critical']),
      ...this.#next('polite', now, wanted === 'all', POLITE_GAP_MILLIS, ['high']),
    ];
  }

  #next(region, now, wanted, gap, levels) {
    const calls = this.#waiting.filter(call => levels.includes(call.level));
    if (calls.length === 0 || now - this.#last[region] < gap) {
      return [];
    }
    this.#waiting = this.#waiting.filter(call => !levels.includes(call.level));
    this.#last[region] = now;
    return wanted ? [worst(region, calls, levels)] : [];
  }

  /** One sentence on all that is no emergency. */
  #summary(now, wanted) {
    const levels = ['critical', 'high', 'medium', 'low'];
    const calls = this.#waiting.filter(({ level }) => levels.includes(level));
    const urgent = calls.some(({ level }) => level === 'critical');
    if (calls.length === 0 || now - this.#last.flood < FLOOD_GAP_MILLIS
      || (urgent ? now - this.#last.assertive < ASSERTIVE_GAP_MILLIS : now - this.#last.polite < FLOOD_GAP_MILLIS)) {
      return [];
    }
    this.#waiting = this.#waiting.filter(({ level }) => level === 'emergency');
    this.#last.flood = now;
    if (urgent) {
      this.#last.assertive = now;
    }
    const sentence = worst(urgent ? 'assertive' : 'polite', calls, levels);
    const count = calls.filter(({ level }) => level === sentence.level).length;
    return wanted === 'all' || (urgent && wanted !== 'off') ? [{ ...sentence, count, others: calls.length - count }] : [];
  }
}

/** @returns {Sentence} */
function worst(region, calls, levels) {
  const level = levels.find(one => calls.some(call => call.level === one));
  return { region, level, count: calls.length, newest: calls.findLast(call => call.level === level) };
}
