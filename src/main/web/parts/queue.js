import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import { LEVELS, level, TABS } from '../live/alerts.js';
import { isSelected, select, Selecting } from '../live/selection.js';
import { work } from '../live/work.js';
import { count, say, sayOf } from '../text/text.js';
import { Changes } from './changes.js';
import { Held } from './held.js';
import { LongList } from './long-list.js';
import { panel } from './panel.js';
import { Part } from './part.js';
import { bar } from './queue-bar.js';
import './queue-ask.js';
import { queueKey } from './queue-keys.js';
import { QueueLists } from './queue-lists.js';
import { queueRow } from './queue-row.js';
import { QueueSeen } from './queue-seen.js';
import { QueueWork } from './queue-work.js';
import { symbol } from './severity.js';
import { tabs } from './tabs.js';

/** Height of a row of two lines, until it has been measured. */
const ROW_PIXELS = 55;

/** The alert queue: a long list, and what can be done with the alerts in it. */
class Queue extends Part {
  static properties = {
    tab: { state: true },
    filter: { state: true },
    current: { state: true },
    marked: { state: true },
  };

  #lists = new QueueLists();
  #held = new Held(this, () => this.matching().map(({ id }) => id));
  #changes = new Changes(this);
  #selecting = new Selecting(this, selected => this.followSelection(selected));
  list = new LongList(this, '.alerts', ROW_PIXELS);
  work = new QueueWork(this);
  #seen = new QueueSeen(this);

  constructor() {
    super();
    /** @type {import('../live/alerts.js').Tab} */
    this.tab = 'all';
    this.filter = '';
    /** Id of the row that keys act on. @type {string|null} */
    this.current = null;
    /** Ids of several rows that keys act on instead. @type {Set<string>} */
    this.marked = new Set();
    /** The rows as they stand. @type {import('../live/store.js').Alert[]} */
    this.rows = [];
    work.follow(this);
    this.addEventListener('keydown', event => queueKey(this, event));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    work.forget();
  }

  /** The alerts as this page shows them: with what is expected of one's own deeds. */
  alerts() {
    return work.shown(this.picture.alerts);
  }

  /** All alerts by tab. */
  byTab() {
    return this.#lists.byTab(this.alerts(), this.session.name);
  }

  /** The alerts of the tab that the filter lets through. */
  matching() {
    return this.#lists.matching(this.byTab()[this.tab], this.filter, this.picture, this.session.name);
  }

  willUpdate(changed) {
    if (changed.has('picture')) {
      this.#changes.arrivals(this.picture.alerts.keys());
    }
  }

  render() {
    const of = { id: 'queue', heading: say('board.queue'), staleAt: this.staleAt };
    if (!this.picture.topics.includes('alerts')) {
      const role = sayOf('role', this.session.role);
      return panel(of, html`<p class="empty">${say('queue.noAccess', { role })}</p>`);
    }
    const matching = this.matching();
    const held = this.#held.arranged(matching, this.alerts());
    // Where no row stands none can move.
    const { rows, waiting } = held.rows.length === 0 ? { rows: matching, waiting: 0 } : held;
    this.rows = rows;
    return panel({ ...of, extra: html`${this.filterField()}${this.news(waiting)}` }, html`
      ${this.choice(matching.length)}
      ${this.listed()}
      ${bar(this)}
      <muster-queue-ask .nowMillis=${this.nowMillis}></muster-queue-ask>`);
  }

  /** A button when new alerts wait to be shown; its place is kept when none do. */
  news(waiting) {
    const there = new Set(this.rows.map(({ id }) => id));
    const levels = waiting === 0 ? []
      : this.matching().filter(({ id }) => !there.has(id)).map(level);
    const worst = LEVELS.find(one => levels.includes(one));
    return html`<span class="news">${waiting === 0 ? nothing : html`
      <button type="button" title=${say('queue.newTitle')} @click=${() => this.showNew()}>
        ${symbol(worst)} ${say('queue.new', { count: waiting })}</button>`}</span>`;
  }

  showNew() {
    this.#held.letGo();
    this.rows = this.matching();
    this.move(0);
  }

  filterField() {
    return html`
      <input class="queue-filter" type="search" aria-label=${say('queue.filter')} placeholder=${say('queue.filterHint')}
        .value=${this.filter} @input=${event => this.filterBy(event.target.value)}>`;
  }

  /** The tabs, and how many of the chosen one the filter hides. */
  choice(matching) {
    const all = this.byTab();
    const hidden = all[this.tab].length - matching;
    return html`
      ${tabs({
        name: 'queue',
        label: say('queue.tabs'),
        chosen: this.tab,
        choose: id => this.turnTo(id),
        tabs: TABS.map(id => ({
          id, label: html`${say(`queue.tab.${id}`)} <span class="count">${count(all[id].length)}</span>`,
        })),
      })}
      ${hidden === 0 ? nothing : html`<p class="queue-hidden">${say('queue.hidden', { count: hidden })}
        <button type="button" @click=${() => this.filterBy('')}>${say('queue.clearFilter')}</button></p>`}`;
  }

  listed() {
    const { rows, list } = this;
    const current = this.at() === -1 ? null : this.current;
    const size = rows.length;
    return html`
      <div class="queue-rows" role="tabpanel" id="tabpanel-queue-${this.tab}" aria-labelledby="tab-queue-${this.tab}">
        <div class="alerts" role=${size > 0 ? 'listbox' : 'group'} tabindex="0" aria-multiselectable=${size > 0 || nothing}
          aria-label=${say('queue.list', { tab: say(`queue.tab.${this.tab}`) })}
          aria-activedescendant=${current === null ? nothing : `alert-${current}`}
          @scroll=${() => list.scrolled()} @focus=${() => this.chooseAny()}>
          <div class="alerts-all" role="presentation">${repeat(list.rows(rows.map(({ id }) => id), current),
            index => rows[index].id, index => this.row(rows[index], index, size))}</div>
          ${size > 0 ? nothing : html`<p class="empty">${this.filter === '' ? say(`queue.none.${this.tab}`) : ''}</p>`}
        </div>
      </div>`;
  }

  row(alert, index, size) {
    return queueRow(alert, {
      picture: this.picture, nowMillis: this.nowMillis, me: this.session.name, index, size,
      current: alert.id === this.current, marked: this.marked.has(alert.id), selected: isSelected('alert', alert.id),
      fresh: this.#changes.has(alert.id),
      chosen: () => {
        this.current = alert.id;
        this.open();
      },
    });
  }

  turnTo(tab) {
    this.tab = tab;
    this.marked = new Set();
    this.#held.letGo();
  }

  filterBy(words) {
    this.filter = words;
    this.#held.letGo();
  }

  /** Where the current row stands; −1 when it is in no row. */
  at() {
    return this.rows.findIndex(({ id }) => id === this.current);
  }

  /** Makes a row the current one and brings it into sight. */
  move(index) {
    const rows = this.rows.length === 0 ? this.matching() : this.rows;
    const alert = rows[Math.max(0, Math.min(index, rows.length - 1))];
    if (alert) {
      this.current = alert.id;
      this.list.reveal(alert.id);
    }
  }

  /** Somebody is in the list: keys need a row to act on. */
  chooseAny() {
    if (this.at() === -1) {
      this.move(0);
    }
  }

  /** Shows the current alert in full, beside. */
  open() {
    if (this.at() !== -1) {
      select({ type: 'alert', id: this.current });
    }
  }

  /** An alert that was selected elsewhere is the current row here too, unless somebody is at work here. */
  followSelection(selected) {
    if (selected?.type === 'alert' && !this.matches(':focus-within') && selected.id !== this.current) {
      this.current = selected.id;
      this.list.reveal(selected.id);
    }
  }

  /** The board gives the focus to the list. */
  takeFocus() {
    this.querySelector('.alerts')?.focus();
  }
}

customElements.define('muster-queue', Queue);
