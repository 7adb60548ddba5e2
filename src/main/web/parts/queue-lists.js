import { filtered, tabs } from '../live/alerts.js';
import { grouped, unfolded } from '../live/groups.js';
import { searched } from '../text/alerts.js';

/** @typedef {import('../live/store.js').Alert} Alert */

/** The rows of each tab and those that a filter lets through, worked out anew only when something changes. */
export class QueueLists {
  #sorted = { alerts: null, me: '', tabs: null };
  #shown = { from: null, filter: '', rows: [] };
  #grouped = { from: null, rows: [] };
  #unfolded = { from: null, open: null, rows: [] };

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

  /** @param {Alert[]} from @returns {(Alert|import('../live/groups.js').Group)[]} them as rows of a flood */
  grouped(from) {
    if (this.#grouped.from !== from) {
      this.#grouped = { from, rows: grouped(from) };
    }
    return this.#grouped.rows;
  }

  /** @param {Set<string>} open ids of the groups whose alerts are shown too */
  unfolded(from, open) {
    if (this.#unfolded.from !== from || this.#unfolded.open !== open) {
      this.#unfolded = { from, open, rows: unfolded(from, open) };
    }
    return this.#unfolded.rows;
  }
}
