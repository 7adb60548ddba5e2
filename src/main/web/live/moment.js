/**
 * Which moment the page is to show, as its address holds it: nothing for the present, else `at=2014-09-06T20:40:00Z` and,
 * unless it is 1, `speed=10`.
 */

import { meantInAddress, putInAddress } from './address.js';

/** Speeds of a replay, times that of the clock. */
export const SPEEDS = [0.25, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600];

const AT = 'at';
const SPEED = 'speed';
const WRITTEN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** The moment that is written, in milliseconds; null when it is none. @param {string} written */
export function momentOf(written) {
  const millis = WRITTEN.test(written) ? Date.parse(written) : NaN;
  return Number.isNaN(millis) ? null : millis;
}

/** @param {number} millis */
export function momentWritten(millis) {
  return new Date(millis).toISOString().replace('.000Z', 'Z');
}

/**
 * What the address says: of a moment that there is not, the present; of a speed that there is not, that of the clock.
 *
 * @param {number} nowMillis nothing later can be shown
 * @returns {{at: number|null, speed: number}}
 */
export function momentInAddress(nowMillis) {
  return {
    at: meantInAddress(AT, written => {
      const millis = momentOf(written);
      return millis !== null && millis <= nowMillis ? millis : null;
    }, null),
    speed: meantInAddress(SPEED, written => SPEEDS.find(speed => speed === Number(written)) ?? null, 1),
  };
}

/** @param {number|null} at @param {number} speed */
export function putMoment(at, speed) {
  putInAddress(AT, at === null ? null : momentWritten(at));
  putInAddress(SPEED, at === null || speed === 1 ? null : String(speed));
}
