import { html, nothing } from 'lit';

import { KnowingAreas, putInAddress } from '../../live/address.js';
import { Queue } from '../../parts/queue.js';
import { queueRow } from '../../parts/queue-row.js';
import { show } from '../../parts/part.js';
import { Width } from '../../parts/width.js';
import { cells, columnHeads, columnsOf } from './columns.js';
import { facetFields, facetsInAddress, letThrough, NO_FACETS } from './facets.js';
import { nextSort, sorted, sortInAddress } from './sort.js';

/** The alert queue where it has room: columns to sort by, and fields to filter by. Else it is the board's. */
class WideQueue extends Queue {
  static properties = {
    facets: { state: true },
    sort: { state: true },
  };

  #wide = new Width(this, '(min-width: 68.8125em)');
  #areas = new KnowingAreas(this, () => this.readAddress());
  #last = { from: null, facets: null, sort: null, rows: [] };

  readAddress() {
    super.readAddress();
    this.facets = facetsInAddress(this.picture);
    this.sort = sortInAddress();
  }

  found() {
    const from = super.found();
    const { facets, sort } = this;
    if (this.#last.from !== from || this.#last.facets !== facets || this.#last.sort !== sort) {
      this.#last = { from, facets, sort, rows: sorted(letThrough(from, facets), sort, this.picture) };
    }
    return this.#last.rows;
  }

  /** Who asked for an order gets it, without groups. */
  get isGathered() {
    return this.sort === null && super.isGathered;
  }

  narrow(facet, value) {
    this.facets = { ...this.facets, [facet]: value };
    putInAddress(facet, value || null);
    this.arrange();
  }

  clearFilter() {
    Object.keys(this.facets).forEach(facet => putInAddress(facet, null));
    this.facets = NO_FACETS;
    super.clearFilter();
  }

  sortBy(column) {
    this.sort = nextSort(this.sort, column);
    putInAddress('sort', this.sort && `${this.sort.by}${this.sort.down ? '.down' : ''}`);
    this.arrange();
  }

  listed() {
    const all = this.byTab()[this.tab];
    return html`
      ${facetFields(all, this.facets, this.picture, (facet, value) => this.narrow(facet, value))}
      ${this.#wide.matches ? columnHeads(this.#columns, this.sort, column => this.sortBy(column)) : nothing}
      ${super.listed()}`;
  }

  get #columns() {
    return columnsOf(this.tab);
  }

  alertRow(alert, of) {
    const columns = this.#columns;
    return this.#wide.matches ? queueRow(alert, of, () => cells(columns, alert, of)) : queueRow(alert, of);
  }

  /** The health of the queue stands beside it here. */
  beside() {
    return nothing;
  }

  showHealth() {
    show(this, 'health');
  }
}

customElements.define('muster-wide-queue', WideQueue);
