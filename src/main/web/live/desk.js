/** How the alerts themselves fare: whether more come than a desk can work, and whether the engine that raises them lives. */

/**
 * @typedef {object} Alerting
 * @property {string|null} floodSince of one's own desk, as the picture said
 * @property {Map<string, string|null>} floods since when each desk of which was heard after that is flooded; null when it
 *   is no more
 * @property {Test|null} test the newest one of the engine that was heard of; null when nothing tests it
 *
 * @typedef {object} Test
 * @property {string} at when the engine was tested
 * @property {number} ageMillis how long ago that was when it was told
 */

/** @type {Alerting} */
export const UNTOLD = Object.freeze({ floodSince: null, floods: new Map(), test: null });

/** So long without a test, which comes each minute, and the engine counts as silent. */
const SILENT_MILLIS = 150_000;

/** The area of what concerns everybody: the signs of life of the engine. */
const EVERYWHERE = 'everywhere';

/** Whether an alert entry is a sign of life of the engine, and calls nobody. */
export function isOfEngine({ areas, body }) {
  return areas.includes(EVERYWHERE) || body.subject?.type === 'engine';
}

/** Whether the rule that tested the engine is in force no more: nothing is to be heard of it from then on. */
function isGone({ type, body }) {
  return type === 'alert-cleared' && body.reason === 'rule-removed';
}

/** What a picture says. A service that does not speak of it is not doubted. @returns {Alerting} */
export function alertingOf({ at, alerting }) {
  const tested = alerting?.engineTestedAt ?? null;
  return {
    floodSince: alerting?.flood?.since ?? null,
    floods: new Map(),
    test: tested === null ? null : { at: tested, ageMillis: Math.max(0, Date.parse(at) - Date.parse(tested)) },
  };
}

/** @param {Alerting} alerting @param {object[]} entries @returns {Alerting} the same one when they say nothing of it */
export function alertingAfter(alerting, entries) {
  let next = alerting;
  for (const entry of entries) {
    const { type, at, body } = entry;
    if (type === 'flood-started' || type === 'flood-ended') {
      next = { ...next, floods: new Map(next.floods).set(body.desk, type === 'flood-started' ? at : null) };
    } else if (type.startsWith('alert-') && isOfEngine(entry)) {
      next = { ...next, test: isGone(entry) ? null : { at, ageMillis: 0 } };
    }
  }
  return next;
}

/** Since when a desk is flooded with alerts; null when it is not. @param {Alerting} alerting @returns {string|null} */
export function floodOf({ floodSince, floods }, desk) {
  return floods.has(desk) ? floods.get(desk) : floodSince;
}

/** Whether the engine is still heard, by the page's own time alone: no clock of another machine is believed. */
export class EngineWatch {
  #test = null;
  #testedAt = 0;

  /**
   * @param {Alerting} alerting
   * @param {boolean} fresh whether the stream lives: without it nothing can be heard
   * @param {number} now `elapsed()`
   * @returns {{at: string, millis: number}|null} the last test and how long ago that was; null while all is well
   */
  look({ test }, fresh, now) {
    if (test !== this.#test) {
      this.#test = test;
      this.#testedAt = now - (test?.ageMillis ?? 0);
    }
    const millis = now - this.#testedAt;
    return fresh && test !== null && millis > SILENT_MILLIS ? { at: test.at, millis } : null;
  }
}
