import { filtered, tabs } from '../live/alerts.js';
import { searched } from '../text/alerts.js';

/** @typedef {import('../live/store.js').Alert} Alert */

/** The rows of each tab and those that a filter lets through, worked out anew only when something changes. */
export class QueueLists {
  #sorted = { alerts: null, me: '', tabs: null };
  #shown = { from: null, filter: '', rows: [] };

  /** @param {Map<string, Alert>} alerts @param {string} me @returns {Record<import('../live/alerts.js').Tab, Alert[]>} */
  byTab(alerts, me) {
    if (this.#sorted.alerts !== alerts || this.#sorted.me !== me) {
      this.#sorted = { alerts, me, tabs: tabs(alerts.values(), me) };
    }
    return this.#sorted.tabs;
  }

  /** @param {Alert[]} from the rows of a tab @param {string} filter @returns {Alert[]} */
  matching(from, filter, picture, me) {
    if (this.#shown.from !== from || this.#shown.filter !== filter) {
      this.#shown = { from, filter, rows: filtered(from, filter, alert => searched(alert, picture, me)) };
    }
    return this.#shown.rows;
  }
}
