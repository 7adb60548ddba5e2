/** What is too old to be taken for the present, by the operator's own limits for each kind of thing. */

import { catalogue } from './catalogue.js';

const MINUTE_MILLIS = 60_000;

/** These hold until the service was asked. */
let limits = { estimateMinutes: 30, silentMinutes: 60, checkInMinutes: {}, reliefMinutes: null };

/** Asks for the limits in force. */
export async function fetchLimits() {
  const { estimateMinutes, silentMinutes, checkInMinutes, reliefMinutes = null } = await catalogue() ?? {};
  if (estimateMinutes) {
    limits = { estimateMinutes, silentMinutes, checkInMinutes, reliefMinutes };
  }
}

/** Whether a crowd is the one of a while ago. @param {import('./store.js').Crowd|null} crowd */
export function isOldCrowd(crowd, nowMillis) {
  return crowd?.best != null && isOldEstimate(crowd.asOf, nowMillis);
}

/**
 * Whether an estimate is the one of a while ago. The service writes every time in UTC and with milliseconds, so that their
 * order is that of their letters: to read 10,000 of them took longer than all else of drawing a map.
 *
 * @param {string} at
 */
export function isOldEstimate(at, nowMillis) {
  const oldest = nowMillis - limits.estimateMinutes * MINUTE_MILLIS;
  if (oldest !== limit.millis) {
    limit = { millis: oldest, text: new Date(oldest).toISOString() };
  }
  return at < limit.text;
}

/** The oldest time that was still asked for as young enough, so that it is written once for all crowds of a moment. */
let limit = { millis: NaN, text: '' };

/** Whether a unit was not heard of for longer than its kind may be silent. @param {import('./store.js').Unit} unit */
export function isOldUnit({ role, state, effectiveAt }, nowMillis) {
  const minutes = limits.checkInMinutes[role] ?? limits.silentMinutes;
  return state !== 'released' && nowMillis - Date.parse(effectiveAt) > minutes * MINUTE_MILLIS;
}

/** When a unit that came to a scene is to be relieved; null while it was at none, was released, or nobody says after how long. */
export function reliefAt({ state, atSceneSince }, minutes = limits.reliefMinutes) {
  return atSceneSince && minutes !== null && state !== 'released' ? Date.parse(atSceneSince) + minutes * MINUTE_MILLIS : null;
}
