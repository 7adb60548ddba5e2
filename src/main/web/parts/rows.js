import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import { isSelected, select, Selecting } from '../live/selection.js';
import { say, sayOf } from '../text/text.js';
import { Changes } from './changes.js';
import { Held } from './held.js';
import { counted, panel } from './panel.js';
import { Part } from './part.js';

/** Rows drawn at once; more are drawn when asked for. */
const ROWS = 50;

/** A panel of rows of one kind: what is open, and below it, folded, what is over since less than a day. */
export class Rows extends Part {
  static properties = {
    shown: { state: true },
  };

  #changes = new Changes(this);
  #held = new Held(this, () => this.of.open(this.picture).map(({ id }) => id));

  /**
   * @param {object} of
   * @param {'incidents'|'protests'} of.kind
   * @param {(picture: object) => object[]} of.open in the order of the rows
   * @param {(picture: object, nowMillis: number) => object[]} of.over likewise
   * @param {'incident'|'protest'} of.type
   * @param {(object: object, picture: object, nowMillis: number, now: {fresh: boolean, chosen: boolean}) => unknown} of.row
   * @param {(object: object) => string} of.text what of an object is worth a mark when it changes
   */
  constructor(of) {
    super();
    this.of = of;
    new Selecting(this);
    this.shown = ROWS;
  }

  render() {
    const { kind } = this.of;
    const of = { id: kind, heading: say(`${kind}.heading`), staleAt: this.staleAt };
    if (!this.picture.topics.includes(kind)) {
      const role = sayOf('role', this.session.role);
      return panel(of, html`<p class="empty">${say(`${kind}.noAccess`, { role })}</p>`);
    }
    const open = this.of.open(this.picture);
    const { rows, waiting } = this.#held.arranged(open, this.picture[kind]);
    return panel({ ...of, extra: counted(open.length, waiting, () => this.#held.letGo()) }, html`
      ${this.note()}
      ${rows.length === 0 ? html`<p class="empty">${say(`${kind}.none`)}</p>` : nothing}
      <ul class="rows" @click=${this.chose}>${this.list(rows.slice(0, this.shown))}</ul>
      ${rows.length > this.shown ? html`<button type="button" class="more" @click=${this.showMore}>
        ${say('rows.more', { count: Math.min(ROWS, rows.length - this.shown), total: rows.length })}</button>` : nothing}
      ${this.over()}`);
  }

  /** What is to be said above the rows. */
  note() {
    return nothing;
  }

  over() {
    const over = this.of.over(this.picture, this.nowMillis);
    return over.length === 0 ? nothing : html`
      <details class="over">
        <summary>${say(`${this.of.kind}.over`, { count: over.length })}</summary>
        <ul class="rows" @click=${this.chose}>${this.list(over.slice(0, ROWS))}</ul>
      </details>`;
  }

  list(objects) {
    return repeat(objects, ({ id }) => id, object => this.of.row(object, this.picture, this.nowMillis, {
      fresh: this.#changes.note(object.id, this.of.text(object)),
      chosen: isSelected(this.of.type, object.id),
    }));
  }

  /** Opening or closing a row selects what it is about. */
  chose(event) {
    const row = event.target.closest('summary')?.closest('.row');
    if (row) {
      select({ type: this.of.type, id: row.dataset[this.of.type] });
    }
  }

  willUpdate(changed) {
    if (changed.has('picture')) {
      this.#changes.arrivals(this.picture[this.of.kind]);
    }
  }

  showMore() {
    this.shown += ROWS;
  }
}
