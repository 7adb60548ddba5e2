import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import { isSelected, select, Selecting } from '../live/selection.js';
import { count, say, sayOf } from '../text/text.js';
import { age, localTime, utcTime } from '../text/time.js';
import { Changes } from './changes.js';
import { oldUnit } from './crowd.js';
import { titleOf } from './incident.js';
import { panel } from './panel.js';
import { Part } from './part.js';

const COLUMNS = ['unit', 'state', 'strength', 'role', 'at', 'since'];

/** Rows drawn at once; more are drawn when asked for. */
const ROWS = 100;

/** Every unit that is not released: what it does, where, and since when that is known. */
class Units extends Part {
  static properties = {
    shown: { state: true },
  };

  #changes = new Changes(this);

  constructor() {
    super();
    this.shown = ROWS;
    new Selecting(this);
  }

  render() {
    const of = { id: 'units', heading: say('lists.units'), staleAt: this.staleAt };
    if (!this.picture.topics.includes('units')) {
      return panel(of, html`<p class="empty">${say('units.noAccess', { role: sayOf('role', this.session.role) })}</p>`);
    }
    const units = [...this.picture.units.values()].filter(({ state }) => state !== 'released')
      .sort((a, b) => (a.unit < b.unit ? -1 : 1));
    return panel(of, units.length === 0 ? html`<p class="empty">${say('units.none')}</p>` : html`
      ${this.table(units.slice(0, this.shown))}
      ${units.length > this.shown ? html`<button type="button" class="more" @click=${() => { this.shown += ROWS; }}>
        ${say('rows.more', { count: Math.min(ROWS, units.length - this.shown), total: units.length })}</button>` : nothing}`);
  }

  // The roles stay when narrow screens lay the rows out as lines.
  table(units) {
    return html`
      <table class="small units" role="table">
        <caption class="unseen">${say('units.caption')}</caption>
        <thead role="rowgroup"><tr role="row">${COLUMNS.map(column => html`
          <th role="columnheader" scope="col" class=${column}>${say(`units.${column}`)}</th>`)}</tr></thead>
        <tbody role="rowgroup">${repeat(units, ({ unit }) => unit, unit => this.row(unit))}</tbody>
      </table>`;
  }

  row(unit) {
    const { unit: id, state, count: officers, role, effectiveAt } = unit;
    const fresh = this.#changes.note(id, [state, officers, unit.incident, unit.protest, effectiveAt].join());
    const at = Date.parse(effectiveAt);
    return html`
      <tr role="row" class="row ${fresh ? 'changed' : ''}" data-unit=${id}>
        <th role="rowheader" scope="row" class="unit"><button type="button" class="plain"
          aria-current=${isSelected('unit', id) ? 'true' : nothing}
          @click=${() => select({ type: 'unit', id })}>${id}</button></th>
        <td role="cell" class="state">${sayOf('state', state)}</td>
        <td role="cell" class="strength number">${count(officers)}</td>
        <td role="cell" class="role">${role ? sayOf('unitRole', role) : say('nothing')}</td>
        <td role="cell" class="at">${this.place(unit)}</td>
        <td role="cell" class="since"><time datetime=${effectiveAt} title="${localTime(at, this.nowMillis)}, ${utcTime(at)}">
          ${age(this.nowMillis - at)}</time>${oldUnit(unit, this.nowMillis)}</td>
      </tr>`;
  }

  /** What it is at: an incident, a protest, or a place; the smallest area when that is all that is known. */
  place({ incident, protest, location, areas }) {
    const subject = this.picture.incidents.get(incident) ?? this.picture.protests.get(protest);
    return subject ? titleOf(subject)
      : location?.place ?? this.picture.areas.get(areas[0])?.name ?? say('incident.noPlace');
  }
}

customElements.define('muster-units', Units);
