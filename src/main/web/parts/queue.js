import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import { Addressed, inAddress, meantInAddress, oneOf, putInAddress } from '../live/address.js';
import { LEVELS, level, TABS } from '../live/alerts.js';
import { floodOf } from '../live/desk.js';
import { Health } from '../live/health.js';
import { isGroup, isMember } from '../live/groups.js';
import { isPast } from '../live/past.js';
import { isSelected, select, Selecting } from '../live/selection.js';
import { work } from '../live/work.js';
import { noneWords } from '../text/alerts.js';
import { count, say, sayOf } from '../text/text.js';
import { Changes } from './changes.js';
import { Held } from './held.js';
import { LongList } from './long-list.js';
import { panel } from './panel.js';
import { Part } from './part.js';
import { bar } from './queue-bar.js';
import './queue-ask.js';
import { groupRow } from './queue-group.js';
import './queue-health.js';
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
export class Queue extends Part {
  static properties = {
    tab: { state: true },
    filter: { state: true },
    current: { state: true },
    marked: { state: true },
    unfolded: { state: true },
  };

  #lists = new QueueLists();
  #held = new Held(this, () => this.matching().map(({ id }) => id));
  #changes = new Changes(this);
  #selecting = new Selecting(this, selected => this.followSelection(selected));
  #addressed = new Addressed(this, () => this.readAddress());
  list = new LongList(this, '.alerts', ROW_PIXELS);
  work = new QueueWork(this);
  #seen = new QueueSeen(this);
  health = new Health(this);

  constructor() {
    super();
    /** Id of the row that keys act on. @type {string|null} */
    this.current = null;
    /** Ids of several rows that keys act on instead. @type {Set<string>} */
    this.marked = new Set();
    /** Ids of the groups whose alerts stand below them. @type {Set<string>} */
    this.unfolded = new Set();
    /** The rows as they stand. @type {(import('../live/store.js').Alert|import('../live/groups.js').Group)[]} */
    this.rows = [];
    work.follow(this);
    this.addEventListener('keydown', event => queueKey(this, event));
  }

  /** Which tab the address names, and what it filters by. */
  readAddress() {
    /** @type {import('../live/alerts.js').Tab} */
    this.tab = meantInAddress('tab', oneOf(TABS), 'all');
    this.filter = inAddress('find') ?? '';
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
  found() {
    return this.#lists.matching(this.byTab()[this.tab], this.filter, this.picture, this.session.name);
  }

  /** Whether alerts are gathered: more come than this desk can work, and it looks at those of everybody. */
  get isGathered() {
    return (this.tab === 'all' || this.tab === 'new') && floodOf(this.picture.alerting, this.session.name) !== null;
  }

  /** The rows as they would stand now. */
  matching() {
    const found = this.found();
    return this.isGathered ? this.#lists.unfolded(this.#lists.grouped(found), this.unfolded) : found;
  }

  /** Groups by id, also those that stand still in the list after the flood. */
  groups() {
    const all = this.isGathered || this.rows.some(isGroup) ? this.#lists.grouped(this.found()).filter(isGroup) : [];
    return new Map(all.map(group => [group.id, group]));
  }

  /** The alerts of a row. @returns {import('../live/store.js').Alert[]} */
  alertsOf(id) {
    const alert = this.alerts().get(id);
    return alert ? [alert] : this.groups().get(id)?.alerts ?? [];
  }

  willUpdate(changed) {
    if (changed.has('picture')) {
      this.#changes.arrivals(this.picture.alerts);
    }
  }

  updated() {
    this.health.look(this.picture.calls, this.staleAt === null && !isPast() && this.health.mayBeKnownBy(this.session));
  }

  render() {
    const of = { id: 'queue', heading: say('board.queue'), staleAt: this.staleAt };
    if (!this.picture.topics.includes('alerts')) {
      const role = sayOf('role', this.session.role);
      return panel(of, html`<p class="empty">${say('queue.noAccess', { role })}</p>`);
    }
    const matching = this.matching();
    const groups = this.groups();
    const held = this.#held.arranged(matching, groups.size === 0 ? this.alerts() : new Map([...this.alerts(), ...groups]));
    // Where no row stands none can move.
    const { rows, waiting } = held.rows.length === 0 ? { rows: matching, waiting: 0 } : held;
    this.rows = rows;
    return panel({ ...of, extra: html`${this.rate()}${this.filterField()}${this.news(waiting)}` }, html`
      ${this.choice()}
      ${this.listed()}
      ${bar(this)}
      <muster-queue-ask .nowMillis=${this.nowMillis}></muster-queue-ask>
      ${this.beside()}`);
  }

  /** What opens beside the list. */
  beside() {
    return html`<muster-queue-health .nowMillis=${this.nowMillis} .health=${this.health} .me=${this.session.name}>
      </muster-queue-health>`;
  }

  /** A button when new alerts wait to be shown; its place is kept when none do. */
  news(waiting) {
    const there = new Set(this.rows.map(({ id }) => id));
    const levels = waiting === 0 ? []
      : this.matching().filter(({ id }) => !there.has(id)).flatMap(({ id }) => this.alertsOf(id)).map(level);
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

  /** How many alerts came to this desk in the last ten minutes; pressed, how well the queue can be worked. */
  rate() {
    const { name } = this.session;
    const desk = this.health.desk(name);
    return html`<button type="button" class="rate" title=${say('queue.health')}
      ?data-flood=${floodOf(this.picture.alerting, name) !== null} @click=${() => this.showHealth()}>
      <b>${desk ? count(desk.last10m.received) : say('nothing')}</b> ${say('queue.rate')}</button>`;
  }

  showHealth() {
    this.querySelector('muster-queue-health').open();
  }

  filterField() {
    return html`
      <input class="queue-filter" type="search" aria-label=${say('queue.filter')} placeholder=${say('queue.filterHint')}
        .value=${this.filter} @input=${event => this.filterBy(event.target.value)}>`;
  }

  /** The tabs, and how many of the chosen one the filter hides. */
  choice() {
    const all = this.byTab();
    const hidden = all[this.tab].length - this.found().length;
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
        <button type="button" @click=${() => this.clearFilter()}>${say('queue.clearFilter')}</button></p>`}`;
  }

  listed() {
    const { rows, list } = this;
    const current = this.at() === -1 ? null : this.current;
    const size = rows.length;
    const all = this.byTab()[this.tab].length;
    return html`
      <div class="queue-rows" role="tabpanel" id="tabpanel-queue-${this.tab}" aria-labelledby="tab-queue-${this.tab}">
        <div class="alerts" data-keys="queue" role=${size > 0 ? 'listbox' : 'group'} tabindex="0" aria-multiselectable=${size > 0 || nothing}
          aria-label=${say('queue.list', { tab: say(`queue.tab.${this.tab}`) })}
          aria-activedescendant=${current === null ? nothing : `alert-${current}`}
          @scroll=${() => list.scrolled()} @focus=${() => this.chooseAny()}>
          <div class="alerts-all" role="presentation">${repeat(list.rows(rows.map(({ id }) => id), current),
            index => rows[index].id, index => this.row(rows[index], index, size))}</div>
          ${size > 0 ? nothing : html`<p class="empty">${all === 0 ? this.none() : ''}</p>`}
        </div>
      </div>`;
  }

  /** Why the tab holds nothing. */
  none() {
    return this.tab === 'all' ? noneWords(this.alerts().values(), this.nowMillis) : say(`queue.none.${this.tab}`);
  }

  row(row, index, size) {
    const { id } = row;
    const of = {
      picture: this.picture, nowMillis: this.nowMillis, me: this.session.name, index, size,
      current: id === this.current, marked: this.marked.has(id),
      chosen: () => {
        this.current = id;
        this.open();
      },
    };
    return isGroup(row) ? groupRow(row, { ...of, open: this.unfolded.has(id) }) : this.alertRow(row, {
      ...of, selected: isSelected('alert', id), fresh: this.#changes.has(id),
      member: this.unfolded.size > 0 && this.isGathered && isMember(row, this.unfolded),
      changed: () => this.requestUpdate(),
    });
  }

  /** One alert as a row. */
  alertRow(alert, of) {
    return queueRow(alert, of);
  }

  turnTo(tab) {
    this.tab = tab;
    putInAddress('tab', tab === 'all' ? null : tab);
    this.marked = new Set();
    this.arrange();
  }

  /** Somebody asked for other rows, or for another order: nothing is held where it was. */
  arrange() {
    this.#held.letGo();
  }

  /** Alerts were put elsewhere: their rows leave, and the next one is the current one. */
  leave(ids) {
    const at = this.at();
    this.#held.drop(new Set(ids));
    if (ids.includes(this.current)) {
      this.rows = this.rows.filter(({ id }) => !ids.includes(id));
      this.move(at);
    }
  }

  /** An alert is back in the list: it is the current one. */
  comeBack(id) {
    this.#held.letGo();
    this.current = id;
    this.list.reveal(id);
  }

  /** Shows what is shelved, and gives the list the focus. */
  async showShelved() {
    this.clearFilter();
    this.turnTo('shelved');
    await this.updateComplete;
    this.takeFocus();
  }

  filterBy(words) {
    this.filter = words;
    putInAddress('find', words === '' ? null : words);
    this.arrange();
  }

  clearFilter() {
    this.filterBy('');
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

  /** Shows the current alert in full, beside; of a group its alerts, or no longer. */
  open() {
    if (this.groups().has(this.current)) {
      this.unfold(this.current);
    } else if (this.at() !== -1) {
      select({ type: 'alert', id: this.current });
    }
  }

  unfold(group) {
    const open = new Set(this.unfolded);
    if (!open.delete(group)) {
      open.add(group);
    }
    this.unfolded = open;
    this.#held.letGo();
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
