/** Alerts of a flood, gathered by where they are and why they were raised. */

import { awaits, LEVELS, level } from './alerts.js';

/**
 * @typedef {import('./store.js').Alert} Alert
 * @typedef {object} Group several alerts of one rule in one area, none of them critical
 * @property {string} id
 * @property {string} rule
 * @property {string} ruleTitle
 * @property {string[]} areas the one
 * @property {Alert[]} alerts in the order of the rows
 * @property {string} worst level of any of them
 * @property {number} waiting how many of them nobody has acknowledged
 * @property {string} newest when the last of them was raised
 */

/** By what an alert is gathered; null when it stands for itself in any flood. @param {Alert} alert */
function key({ severity, areas, rule }) {
  return severity === 'critical' ? null : `group-${areas[0] ?? ''}-${rule}`;
}

/** Whether a row is a group. @param {Alert|Group} row @returns {row is Group} */
export function isGroup(row) {
  return 'alerts' in row;
}

/**
 * The rows of a flood: what is critical on top, one by one; the rest as groups, each where its first alert stood. An alert
 * that is alone of its kind stays itself.
 *
 * @param {Alert[]} rows
 * @returns {(Alert|Group)[]}
 */
export function grouped(rows) {
  const groups = new Map();
  for (const alert of rows.filter(one => key(one) !== null)) {
    const { areas, rule, ruleTitle } = alert;
    const id = key(alert);
    const group = groups.get(id)
      ?? { id, rule, ruleTitle, areas: areas.slice(0, 1), alerts: [], worst: LEVELS.at(-1), waiting: 0, newest: '' };
    groups.set(id, group);
    group.alerts.push(alert);
    group.worst = LEVELS[Math.min(LEVELS.indexOf(group.worst), LEVELS.indexOf(level(alert)))];
    group.waiting += awaits(alert) ? 1 : 0;
    group.newest = alert.raisedAt > group.newest ? alert.raisedAt : group.newest;
  }
  const rest = [...groups.values()].map(group => (group.alerts.length === 1 ? group.alerts[0] : group));
  return [...rows.filter(alert => key(alert) === null), ...rest];
}

/** The same rows with the alerts of open groups below theirs. @param {Set<string>} open ids of groups */
export function unfolded(rows, open) {
  return open.size === 0 ? rows
    : rows.flatMap(row => (isGroup(row) && open.has(row.id) ? [row, ...row.alerts] : [row]));
}

/** Whether an alert stands below its group's row. @param {Set<string>} open */
export function isMember(alert, open) {
  return open.has(key(alert));
}
