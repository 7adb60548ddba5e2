import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import { closedIncidents, openIncidents } from '../live/store.js';
import { say, sayOf } from '../text/text.js';
import { Changes } from './changes.js';
import { incidentRow, incidentText } from './incident.js';
import { Light } from './light.js';
import { panel } from './panel.js';

/** Rows drawn at once; more are drawn when asked for. */
const ROWS = 50;

/**
 * Open incidents, newest first, and below them, folded, those that closed within 24 h. While the pointer or the focus is
 * in the panel no row moves: what is new waits behind a button.
 */
class Incidents extends Light {
  static properties = {
    picture: { attribute: false },
    session: { attribute: false },
    staleAt: { attribute: false },
    nowMillis: { attribute: false },
    shown: { state: true },
    held: { state: true },
  };

  #changes = new Changes(this);
  #known = null;
  #inside = { pointer: false, focus: false };

  constructor() {
    super();
    this.shown = ROWS;
    /** Ids of the rows that stay where they are; null when nothing is held. @type {string[]|null} */
    this.held = null;
    for (const type of ['pointerenter', 'focusin']) {
      this.addEventListener(type, this.entered);
    }
    for (const type of ['pointerleave', 'focusout']) {
      this.addEventListener(type, this.left);
    }
  }

  render() {
    const of = { id: 'incidents', heading: say('incidents.heading'), staleAt: this.staleAt };
    if (this.picture.topics && !this.picture.topics.includes('incidents')) {
      const role = sayOf('role', this.session.role);
      return panel(of, html`<p class="empty">${say('incidents.noAccess', { role })}</p>`);
    }
    const open = openIncidents(this.picture);
    const { rows, waiting } = this.arranged(open);
    const count = html`<span class="count">${say('incidents.count', { count: open.length })}</span>`;
    const news = html`<span class="news">${waiting === 0 ? nothing : html`
      <button type="button" @click=${this.letGo}>${say('incidents.new', { count: waiting })}</button>`}</span>`;
    return panel({ ...of, extra: html`${count}${news}` }, html`
      ${this.session.role === 'field' ? html`<p class="empty">${say('incidents.ownOnly')}</p>` : nothing}
      ${rows.length === 0 ? html`<p class="empty">${say('incidents.none')}</p>` : nothing}
      <ul class="incidents">
        ${repeat(rows.slice(0, this.shown), incident => incident.id, incident => this.row(incident))}
      </ul>
      ${rows.length > this.shown ? html`<button type="button" class="more" @click=${this.showMore}>
        ${say('incidents.more', { count: Math.min(ROWS, rows.length - this.shown), total: rows.length })}</button>` : nothing}
      ${this.closed()}`);
  }

  /** The rows to show, and how many new ones wait because rows are held. */
  arranged(open) {
    if (!this.held) {
      return { rows: open, waiting: 0 };
    }
    const held = new Set(this.held);
    const rows = this.held.map(id => this.picture.incidents.get(id)).filter(Boolean);
    return { rows, waiting: open.filter(incident => !held.has(incident.id)).length };
  }

  row(incident) {
    return incidentRow(incident, this.picture.areas, this.nowMillis,
      this.#changes.note(incident.id, incidentText(incident)));
  }

  closed() {
    const closed = closedIncidents(this.picture, this.nowMillis);
    return closed.length === 0 ? nothing : html`
      <details class="closed">
        <summary>${say('incidents.closed', { count: closed.length })}</summary>
        <ul class="incidents">
          ${repeat(closed.slice(0, ROWS), incident => incident.id, incident => this.row(incident))}
        </ul>
      </details>`;
  }

  willUpdate(changed) {
    if (!changed.has('picture')) {
      return;
    }
    const ids = [...this.picture.incidents.keys()];
    if (this.#known) {
      ids.filter(id => !this.#known.has(id)).forEach(id => this.#changes.mark(id));
    }
    this.#known = new Set(ids);
  }

  entered(event) {
    // A finger leaves no pointer behind that could be over the wrong row.
    if (event.type === 'pointerenter' && event.pointerType !== 'mouse') {
      return;
    }
    this.#inside[event.type === 'focusin' ? 'focus' : 'pointer'] = true;
    this.held ??= this.openIds();
  }

  left(event) {
    if (event.type === 'focusout' && this.contains(event.relatedTarget)) {
      return;
    }
    this.#inside[event.type === 'focusout' ? 'focus' : 'pointer'] = false;
    if (!this.#inside.focus && !this.#inside.pointer) {
      this.held = null;
    }
  }

  /** Shows what waited, and holds the rows again where they are then. */
  letGo() {
    this.held = this.openIds();
  }

  openIds() {
    return openIncidents(this.picture).map(incident => incident.id);
  }

  showMore() {
    this.shown += ROWS;
  }
}

customElements.define('muster-incidents', Incidents);
