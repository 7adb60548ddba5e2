import { ask } from './session.js';

/**
 * @typedef {object} Catalogue the words that reports and plans may use
 * @property {{id: string, name: string, kind: 'incident'|'protest'}[]} categories
 * @property {{id: string, name: string, validFrom: string|null, validTo: string|null}[]} offences days, inclusive
 * @property {string[]} unitRoles
 * @property {string[]} methods
 * @property {string[]} moods
 * @property {string[]} states
 * @property {string[]} statuses
 * @property {number} estimateMinutes from which age a crowd is old
 * @property {number} silentMinutes from which age a unit's word is old, when its kind has no time of its own
 * @property {Record<string, number>} checkInMinutes how long units of a kind may be silent
 * @property {number} shelveMinutesMax for how long an alert can be shelved
 * @property {boolean} shelveSecondPerson whether a critical one is shelved by two
 */

/** Before it was read: nothing to choose from. @type {Catalogue} */
export const NO_CATALOGUE = { categories: [], offences: [], unitRoles: [], methods: [], moods: [], states: [], statuses: [] };

/** @type {Catalogue|null} */
let last = null;

/** The catalogue as it was when it was last read; null before. */
export function lastCatalogue() {
  return last;
}

/** The catalogue in force. @returns {Promise<Catalogue|null>} null when the service does not answer */
export async function catalogue() {
  const answer = await ask('GET', '/catalogue');
  last = answer.ok ? answer.body : last;
  return answer.ok ? answer.body : null;
}
