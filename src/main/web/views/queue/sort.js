import { meantInAddress } from '../../live/address.js';
import { LEVELS, level } from '../../live/alerts.js';
import { smallestAreas } from '../../text/alerts.js';

/** @typedef {{by: string, down: boolean}} Sort */

const STATES = ['unacknowledged', 'cleared-unacknowledged', 'acknowledged', 'cleared'];

/** What stands behind everything when it is sorted. */
const LAST = '\uffff';

/** What the alerts are compared by, for each column: the first is the most urgent, the earliest in the alphabet, the newest. */
const KEYS = {
  severity: alert => LEVELS.indexOf(level(alert)),
  state: ({ state }) => STATES.indexOf(state),
  condition: ({ message }) => message.toLowerCase(),
  area: (alert, picture) => smallestAreas(alert, picture).toLowerCase() || LAST,
  age: ({ raisedAt }) => -Date.parse(raisedAt),
  owner: ({ assignee }) => assignee?.toLowerCase() ?? LAST,
  raised: ({ raisedCount }) => -raisedCount,
  shelf: ({ shelvedUntil }) => shelvedUntil ?? LAST,
};

/** @returns {Sort|null} null for the queue's own order */
export function sortInAddress() {
  return meantInAddress('sort', written => {
    const [by, down, more] = written.split('.');
    return Object.hasOwn(KEYS, by) && more === undefined && (down === undefined || down === 'down')
      ? { by, down: down === 'down' } : null;
  }, null);
}

/** A column is asked for: upwards first, then downwards, then the queue's own order again. @param {Sort|null} sort */
export function nextSort(sort, column) {
  return sort?.by !== column ? { by: column, down: false } : sort.down ? null : { by: column, down: true };
}

/**
 * The alerts in another order; what compares equal stays in the queue's.
 *
 * @param {import('../../live/store.js').Alert[]} alerts
 * @param {Sort|null} sort
 */
export function sorted(alerts, sort, picture) {
  if (sort === null) {
    return alerts;
  }
  const key = KEYS[sort.by];
  const sign = sort.down ? -1 : 1;
  return alerts.map(alert => ({ alert, key: key(alert, picture) }))
    .sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : 0))
    .map(({ alert }) => alert);
}
