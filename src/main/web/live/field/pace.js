const FIRST_MILLIS = 2_000;
const LONGEST_MILLIS = 60_000;
const LONGEST_EMERGENCY_MILLIS = 4_000;

/**
 * How long to wait before the next try: twice as long each time, and not at the same moment as every other phone.
 *
 * @param {number} failures in a row, 1 and more
 * @param {boolean} emergency whether one waits: it is tried again within seconds for as long as it takes
 * @param {number} askedSeconds how long the service asked to wait; 0 when it did not
 * @param {number} chance from 0 to 1
 * @returns {number} milliseconds
 */
export function pauseMillis(failures, emergency, askedSeconds, chance) {
  const grown = Math.min(FIRST_MILLIS * 2 ** (failures - 1), emergency ? LONGEST_EMERGENCY_MILLIS : LONGEST_MILLIS);
  return Math.max(grown * (0.5 + chance / 2), askedSeconds * 1_000);
}
