/** One sentence on new critical alerts, then none for so long. */
const ASSERTIVE_GAP_MILLIS = 5_000;

/** One sentence on new high alerts, then none for so long. */
const POLITE_GAP_MILLIS = 15_000;

/** In a flood: one sentence in so long. Emergencies are told as ever. */
const FLOOD_GAP_MILLIS = 30_000;

/** More than so many raised within so long is a flood. */
const FLOOD_ALERTS = 10;
const FLOOD_WITHIN_MILLIS = 600_000;

/**
 * @typedef {import('./calls.js').Call} Call
 * @typedef {object} Sentence
 * @property {'assertive'|'polite'} region
 * @property {import('./alerts.js').Level} level the worst of them
 * @property {number} count
 * @property {Call} newest of that level
 */

/**
 * What is to be said to screen readers, and when: the first of a kind at once, what follows gathered. It is told of each
 * alert that is raised and asked at every look; it says nothing itself and reads no clock.
 */
export class Telling {
  /** @type {Call[]} */
  #waiting = [];
  /** @type {number[]} when alerts were raised */
  #raised = [];
  #last = { assertive: -Infinity, polite: -Infinity };

  /** An alert was raised, or raised again. @param {Call} call one that is not late */
  heard(call, now) {
    this.#raised.push(now);
    if (['emergency', 'critical', 'high'].includes(call.level)) {
      this.#waiting.push(call);
    }
  }

  /** @param {'all'|'critical'|'off'} wanted what the user chose to be told @returns {Sentence[]} */
  due(now, wanted) {
    this.#raised = this.#raised.filter(at => now - at < FLOOD_WITHIN_MILLIS);
    return [
      ...this.#next('assertive', now, wanted !== 'off', ASSERTIVE_GAP_MILLIS, ['emergency', 'critical']),
      ...this.#next('polite', now, wanted === 'all', POLITE_GAP_MILLIS, ['high']),
    ];
  }

  get isFlood() {
    return this.#raised.length > FLOOD_ALERTS;
  }

  #next(region, now, wanted, gap, levels) {
    const calls = this.#waiting.filter(call => levels.includes(call.level));
    const worst = levels.find(level => calls.some(call => call.level === level));
    const wait = this.isFlood && worst !== 'emergency' ? FLOOD_GAP_MILLIS : gap;
    if (!worst || now - this.#last[region] < wait) {
      return [];
    }
    this.#waiting = this.#waiting.filter(call => !levels.includes(call.level));
    this.#last[region] = now;
    return wanted
      ? [{ region, level: worst, count: calls.length, newest: calls.findLast(call => call.level === worst) }] : [];
  }
}
