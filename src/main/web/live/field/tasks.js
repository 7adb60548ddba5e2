/**
 * @typedef {object} Task where the unit was sent or went, as the service told it
 * @property {string} about as forms name it: `incident:…`, `protest:…`, `place:…`
 * @property {boolean} present whether the unit is there now, or is to go there
 * @property {'requested'|'committed'|'en-route'|'at-scene'|'released'} state of the unit there
 * @property {number} count officers
 * @property {string} effectiveAt
 * @property {string} observer who said so
 * @property {string|null} sentAt
 * @property {string|null} sentBy
 * @property {string|null} title null for a place, and for what was said in confidence
 * @property {string|null} category null for a place
 * @property {string|null} status of the incident or protest
 * @property {{lat: number, lon: number, place?: string}|null} location
 * @property {string|null} area its smallest
 * @property {{low: number, best: number, high: number}|null} crowd
 * @property {string|null} crowdAsOf
 * @property {{hazards: string[], access: string|null}|null} methane
 * @property {string|null} startsAt
 * @property {string|null} endsAt
 */

/** What the unit says of a task next. */
export const NEXT = { 'requested': 'en-route', 'committed': 'en-route', 'en-route': 'at-scene', 'at-scene': 'released' };

const OVER = new Set(['closed', 'ended', 'cancelled']);

/** @param {object} item as the service gives it @returns {Task} */
export function task({ incident, protest, areas, ...told }) {
  const { location } = told;
  const about = incident ? `incident:${incident}` : protest ? `protest:${protest}`
    : `place:${location ? `${location.lat},${location.lon}` : ''}`;
  return { ...told, about, area: areas[0] ?? null };
}

/** Whether somebody waits for the unit to say something. @param {Task} task */
export const isAsked = ({ present, state }) => present && ['requested', 'committed'].includes(state);

/** Whether it can still be worked on. @param {Task} task */
export const isOpen = ({ status }) => !OVER.has(status);

/** What makes two tellings the same call. @param {Task} task */
export const callOf = ({ about, sentAt }) => `${about} ${sentAt}`;
