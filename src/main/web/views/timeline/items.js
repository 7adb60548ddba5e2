/**
 * What stands on the axis: bars of protests and incidents, and alerts, whether the service told them as a stretch of time or
 * the live picture holds them.
 *
 * @typedef {object} Item
 * @property {'protest'|'incident'|'alert'} type
 * @property {string} id
 * @property {string|null} title null when sensitive
 * @property {string} category of protests and incidents
 * @property {string} status an alert's state
 * @property {import('../../live/alerts.js').Level} [level] of alerts
 * @property {boolean} drill
 * @property {number} from
 * @property {number|null} to null while it lasts
 * @property {[number, number]|null} plan of a protest
 */

import { levelOf } from '../../live/alerts.js';

const millis = at => (at ? Date.parse(at) : null);

/** @returns {Item} */
function protest({ id, title, category, status, drill, planned, startsAt, endsAt, startedAt, endedAt }) {
  const [starts, ends, started, ended] = [startsAt, endsAt, startedAt, endedAt].map(millis);
  return {
    type: 'protest', id, title, category, status, drill,
    from: Math.min(starts, started ?? starts), to: status === 'live' ? null : Math.max(ends, ended ?? ends),
    plan: planned ? [starts, ends] : null,
  };
}

/** @returns {Item} */
function incident({ id, title, category, status, drill, openedAt, closedAt }) {
  return { type: 'incident', id, title, category, status, drill, from: millis(openedAt), to: millis(closedAt), plan: null };
}

/** @returns {Item} */
function alert({ id, message, severity, state, drill, subject, raisedAt, clearedAt }) {
  return {
    type: 'alert', id, title: message, category: '', status: state, drill, level: levelOf(severity, subject.type),
    from: millis(raisedAt), to: millis(clearedAt), plan: null,
  };
}

const MADE = { protests: protest, incidents: incident, alerts: alert };

/**
 * Of what both know the picture is the newer; what only it knows has come since.
 *
 * @param {object|null} told the service's stretch
 * @param {import('../../live/store.js').State|null} picture the live one; null when the past is shown
 * @returns {Item[]} the first to begin first
 */
export function itemsOf(told, picture) {
  const items = Object.entries(MADE).flatMap(([kind, make]) => {
    const all = new Map((told?.[kind] ?? []).map(one => [one.id, one]));
    for (const one of picture?.[kind].values() ?? []) {
      all.set(one.id, one);
    }
    return [...all.values()].map(make);
  });
  return items.sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
}

/** Whether any of it lies in a stretch. @param {Item} item */
export function touches({ from, to }, start, end) {
  return from < end && (to === null || to >= start);
}
