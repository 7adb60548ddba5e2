import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import { Light } from '../parts/light.js';
import { say } from '../text/text.js';

/** Rows drawn at once; more are drawn when asked for. */
const ROWS = 100;

/**
 * A table that is sorted by any of its columns; what has no value comes last either way.
 *
 * @typedef {object} Column
 * @property {string} key
 * @property {string} label
 * @property {(row: object) => string|number|null|undefined} value by which it is sorted
 * @property {(row: object) => unknown} [show] what stands there; the value when left out
 * @property {boolean} [number]
 */
class Sorted extends Light {
  static properties = {
    caption: { attribute: false },
    /** @type {Column[]} the first names the row */
    columns: { attribute: false },
    rows: { attribute: false },
    keyOf: { attribute: false },
    /** The column it is sorted by at first, with a minus for the greatest first. */
    first: {},
    by: { state: true },
    shown: { state: true },
  };

  constructor() {
    super();
    this.by = null;
    this.shown = ROWS;
  }

  render() {
    const { columns, caption, keyOf } = this;
    const { key, down } = this.by ?? { key: this.first.replace('-', ''), down: this.first.startsWith('-') };
    const rows = sorted(this.rows, columns.find(column => column.key === key), down);
    return html`
      <table class="small sorted" role="table">
        <caption class="unseen">${caption}</caption>
        <thead role="rowgroup"><tr role="row">${columns.map(column => html`
          <th role="columnheader" scope="col" class=${column.number ? 'number' : ''}
            aria-sort=${column.key !== key ? 'none' : down ? 'descending' : 'ascending'}>
            <button type="button" class="plain" @click=${() => this.sort(column.key, key, down)}>${column.label}<span
              class="sort-mark" aria-hidden="true">${column.key !== key ? '' : down ? '▼' : '▲'}</span></button></th>`)}</tr></thead>
        <tbody role="rowgroup">${repeat(rows.slice(0, this.shown), keyOf, row => this.row(row, keyOf(row)))}</tbody>
      </table>
      ${rows.length <= this.shown ? nothing : html`
        <button type="button" class="more" @click=${() => { this.shown += ROWS; }}>
          ${say('rows.more', { count: Math.min(ROWS, rows.length - this.shown), total: rows.length })}</button>`}`;
  }

  row(row, key) {
    const [head, ...rest] = this.columns;
    const content = ({ show, value }) => (show ? show(row) : value(row) ?? say('nothing'));
    return html`<tr role="row" data-row=${key}><th role="rowheader" scope="row">${content(head)}</th>${rest.map(column => html`
      <td role="cell" class=${column.number ? 'number' : ''} data-label=${column.label}>${content(column)}</td>`)}</tr>`;
  }

  sort(key, before, down) {
    this.by = { key, down: key === before ? !down : false };
  }
}

function sorted(rows, { value }, down) {
  const compare = (a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b)));
  const values = new Map(rows.map(row => [row, value(row) ?? null]));
  return [...rows].sort((one, other) => {
    const [a, b] = [values.get(one), values.get(other)];
    return a === null || b === null ? (a === null) - (b === null) : (down ? -1 : 1) * compare(a, b);
  });
}

customElements.define('muster-sorted', Sorted);
