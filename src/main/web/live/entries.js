import { isPast, pastMillis } from './past.js';
import { ask } from './session.js';

/**
 * @typedef {object} Told an entry in plain words, as the service makes them
 * @property {number} seq
 * @property {string} at
 * @property {string} type
 * @property {string} actor
 * @property {string[]} areas
 * @property {string|null} words null when they are concealed
 * @property {string|null} incident
 * @property {string|null} protest
 * @property {string|null} alert
 * @property {string|null} report the report that it tells of
 * @property {string|null} corrects the report in whose place that one stands
 * @property {boolean} withdrawn whether it only takes that one away
 */

/** Entries asked for at once. */
const PAGE = 50;

const page = (path, filters) => ask('GET', `${path}?${new URLSearchParams(
  Object.entries({ limit: PAGE, ...filters }).filter(([, value]) => value !== null))}`);

/** What came in by the moment that the page shows, newest first. @param {string|null} area @param {string|null} before a page's `next` */
export const feed = (area, before) => page('/feed', { area, before, until: until() });

/** What came in about one incident or protest, newest first. @param {'incident'|'protest'} type */
export const timeline = (type, id, before) => page(`/${type}s/${encodeURIComponent(id)}/timeline`, { before, until: until() });

/** Of the present all is asked for. */
const until = () => (isPast() ? new Date(pastMillis()).toISOString() : null);

/** Why an alert is there, in words. */
export const why = id => ask('GET', `/alerts/${encodeURIComponent(id)}/why`);

/** How much the alerts ask of the desks that one may read of. */
export const health = () => ask('GET', '/alerts/health');

/** One alert with its history. */
export const alert = id => ask('GET', `/alerts/${encodeURIComponent(id)}`);
