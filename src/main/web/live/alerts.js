/** Alerts as the page sorts, counts and filters them. Nothing here reads a clock. */

/**
 * @typedef {import('./store.js').Alert} Alert
 * @typedef {'critical'|'high'|'medium'|'low'} Severity
 * @typedef {'emergency'|Severity} Level what an alert looks and sounds like
 * @typedef {'new'|'mine'|'all'|'shelved'|'suppressed'|'cleared'} Tab
 */

/** @type {Severity[]} worst first */
export const SEVERITIES = ['critical', 'high', 'medium', 'low'];

/** @type {Level[]} worst first */
export const LEVELS = ['emergency', ...SEVERITIES];

/** @type {Tab[]} */
export const TABS = ['new', 'mine', 'all', 'shelved', 'suppressed', 'cleared'];

/** Whether it still has to be looked after. @param {Alert} alert */
export function isOpenAlert({ state }) {
  return state !== 'cleared';
}

/** Whether somebody has put it aside for a time. A cleared one stays on its shelf: what its rule finds next is born there. */
export function isShelved({ shelvedUntil }) {
  return (shelvedUntil ?? null) !== null;
}

/** Whether another alert explains it. @param {Alert} alert */
export function isSuppressed({ suppressedBy }) {
  return (suppressedBy ?? null) !== null;
}

/** Whether it belongs in the queue, and may be heard: open, on no shelf, explained by no other. @param {Alert} alert */
export function isCalling(alert) {
  return isOpenAlert(alert) && !isShelved(alert) && !isSuppressed(alert);
}

/** So long before an alert comes back from its shelf everybody is warned, whatever the service was told to do. */
const SHELF_ENDS_MILLIS = 120_000;

/**
 * Alerts that come back from their shelf soon, the next one first.
 *
 * @param {Iterable<Alert>} alerts
 * @param {Set<string>} warned ids of which the service has said so
 */
export function endingSoon(alerts, warned, nowMillis) {
  return [...alerts].filter(alert => isShelved(alert)
    && (warned.has(alert.id) || Date.parse(alert.shelvedUntil) - nowMillis <= SHELF_ENDS_MILLIS))
    .sort((a, b) => sooner(a, b));
}

function sooner(a, b) {
  return a.shelvedUntil < b.shelvedUntil ? -1 : a.shelvedUntil > b.shelvedUntil ? 1 : a.id < b.id ? -1 : 1;
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
  const all = inOrder(every.filter(isCalling));
  return {
    all,
    new: all.filter(awaits),
    mine: all.filter(alert => alert.assignee === me),
    shelved: every.filter(isShelved).sort(sooner),
    suppressed: inOrder(every.filter(alert => isOpenAlert(alert) && isSuppressed(alert) && !isShelved(alert))),
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

/** How many alerts in the queue nobody has acknowledged, by severity, without drills; those of drills as one number. */
export function unacknowledged(alerts) {
  const counts = { critical: 0, high: 0, medium: 0, low: 0, drill: 0, emergency: 0 };
  for (const alert of alerts) {
    if (awaits(alert) && isCalling(alert)) {
      counts[alert.drill ? 'drill' : alert.severity]++;
      counts.emergency += !alert.drill && level(alert) === 'emergency';
    }
  }
  return counts;
}
