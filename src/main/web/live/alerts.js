/** Alerts as the page sorts, counts and filters them. Nothing here reads a clock. */

/**
 * @typedef {import('./store.js').Alert} Alert
 * @typedef {'critical'|'high'|'medium'|'low'} Severity
 * @typedef {'emergency'|Severity} Level what an alert looks and sounds like
 * @typedef {'new'|'mine'|'all'|'cleared'} Tab
 */

/** @type {Severity[]} worst first */
export const SEVERITIES = ['critical', 'high', 'medium', 'low'];

/** @type {Level[]} worst first */
export const LEVELS = ['emergency', ...SEVERITIES];

/** @type {Tab[]} */
export const TABS = ['new', 'mine', 'all', 'cleared'];

/** Whether it still belongs in a queue. @param {Alert} alert */
export function isOpenAlert({ state }) {
  return state !== 'cleared';
}

/** Whether nobody has said yet that they know. @param {Alert} alert */
export function awaits({ state }) {
  return state === 'unacknowledged' || state === 'cleared-unacknowledged';
}

/** An officer in danger: whatever is critical about a unit. @returns {Level} */
export function levelOf(severity, subjectType) {
  return severity === 'critical' && subjectType === 'unit' ? 'emergency' : severity;
}

/** @param {Alert} alert @returns {Level} */
export function level(alert) {
  return levelOf(alert.severity, alert.subject.type);
}

/** Emergencies, new critical ones, new high ones, other critical ones, the rest. */
function rank(alert) {
  const isNew = alert.state === 'unacknowledged';
  switch (level(alert)) {
    case 'emergency':
      return 0;
    case 'critical':
      return isNew ? 1 : 3;
    case 'high':
      return isNew ? 2 : 4;
    default:
      return 4;
  }
}

/** By rank, real ones before those of drills, newest first. */
function inOrder(alerts) {
  return alerts.map(alert => ({ alert, key: rank(alert) * 2 + alert.drill }))
    .sort((a, b) => a.key - b.key || later(a.alert, b.alert, 'raisedAt'))
    .map(({ alert }) => alert);
}

/** Times of the service are UTC with milliseconds: they sort as they are written. */
function later(a, b, field) {
  return a[field] < b[field] ? 1 : a[field] > b[field] ? -1 : a.id < b.id ? -1 : 1;
}

/**
 * The alerts of each tab, in the order of the rows.
 *
 * @param {Iterable<Alert>} alerts
 * @param {string} me name of who is signed in
 * @returns {Record<Tab, Alert[]>}
 */
export function tabs(alerts, me) {
  const every = [...alerts];
  const all = inOrder(every.filter(isOpenAlert));
  return {
    all,
    new: all.filter(awaits),
    mine: all.filter(alert => alert.assignee === me),
    cleared: every.filter(alert => !isOpenAlert(alert)).sort((a, b) => later(a, b, 'clearedAt')),
  };
}

/**
 * Those that hold every word of a filter somewhere in what their row says.
 *
 * @param {Alert[]} alerts
 * @param {string} filter
 * @param {(alert: Alert) => string} text
 */
export function filtered(alerts, filter, text) {
  const wanted = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return wanted.length === 0 ? alerts : alerts.filter(alert => {
    const said = text(alert).toLowerCase();
    return wanted.every(word => said.includes(word));
  });
}

/** How many alerts of each severity nobody has acknowledged, without drills; those of drills as one number. */
export function unacknowledged(alerts) {
  const counts = { critical: 0, high: 0, medium: 0, low: 0, drill: 0, emergency: 0 };
  for (const alert of alerts) {
    if (awaits(alert)) {
      counts[alert.drill ? 'drill' : alert.severity]++;
      counts.emergency += !alert.drill && level(alert) === 'emergency';
    }
  }
  return counts;
}
