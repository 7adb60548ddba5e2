import { Heights } from './heights.js';

/** Rows drawn beyond each edge, so that scrolling shows no gap. */
const BEYOND = 5;

/**
 * Draws only those rows of a long list that are in sight, and keeps them where they are when others come, go or grow.
 * The host draws `rows()` as `[role=option]` elements with their `aria-posinset`, inside a box as high as all rows,
 * inside the box that scrolls.
 *
 * @implements {import('lit').ReactiveController}
 */
export class LongList {
  #heights;
  #ids = [];
  #scrollTop = 0;
  /** The row at the upper edge and how far it is scrolled out; null at the very top. @type {{id: string, by: number}|null} */
  #anchor = null;
  /** The row to be brought into sight. @type {string|null} */
  #reveal = null;
  #widths = new ResizeObserver(entries => this.#resized(entries));
  #watched = null;
  #width = 0;

  /**
   * @param {import('lit').LitElement} host
   * @param {string} selector of the box that scrolls
   * @param {number} estimate of a row's height
   */
  constructor(host, selector, estimate) {
    this.host = host;
    this.selector = selector;
    this.#heights = new Heights(estimate);
    host.addController(this);
  }

  get #box() {
    return this.host.querySelector(this.selector);
  }

  /**
   * Which rows are to be drawn.
   *
   * @param {string[]} ids of all rows in their order
   * @param {string|null} current a row that is drawn wherever it is
   * @returns {number[]} indexes
   */
  rows(ids, current) {
    this.#ids = ids;
    this.#heights.layOut(ids);
    const height = this.#box?.clientHeight ?? 0;
    this.#scrollTop = this.#wanted(height);
    const first = Math.max(0, this.#heights.at(this.#scrollTop) - BEYOND);
    const last = Math.min(ids.length - 1, this.#heights.at(this.#scrollTop + height) + BEYOND);
    const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
    const at = current === null ? -1 : ids.indexOf(current);
    return at === -1 || (at >= first && at <= last) ? rows : at < first ? [at, ...rows] : [...rows, at];
  }

  /** Where the list should be scrolled to, so that what is in sight stays there. */
  #wanted(height) {
    const anchored = this.#anchor === null ? -1 : this.#ids.indexOf(this.#anchor.id);
    let top = this.#anchor === null ? 0 : anchored === -1 ? this.#scrollTop : this.#heights.top(anchored) + this.#anchor.by;
    const shown = this.#reveal === null ? -1 : this.#ids.indexOf(this.#reveal);
    if (shown !== -1) {
      top = Math.max(Math.min(top, this.#heights.top(shown)), this.#heights.bottom(shown) - height);
    }
    return Math.max(0, Math.min(top, this.#heights.total - height));
  }

  hostUpdated() {
    const box = this.#box;
    if (!box) {
      return;
    }
    this.#watch(box);
    box.firstElementChild.style.height = `${this.#heights.total}px`;
    const rows = [...box.querySelectorAll('[role=option]')];
    rows.forEach(row => { row.style.top = `${this.#heights.top(row.ariaPosInSet - 1)}px`; });
    if (Math.abs(box.scrollTop - this.#scrollTop) >= 1) {
      box.scrollTop = this.#scrollTop;
    }
    this.#keep(this.#scrollTop);
    if (this.#heights.measure(rows.map(row => [this.#ids[row.ariaPosInSet - 1], row.offsetHeight]))) {
      this.host.requestUpdate();
    } else {
      this.#reveal = null;
    }
  }

  #keep(top) {
    const index = this.#heights.at(top);
    this.#anchor = top <= 0 || this.#ids.length === 0 ? null
      : { id: this.#ids[index], by: top - this.#heights.top(index) };
  }

  /** The list was scrolled by hand. */
  scrolled() {
    const { scrollTop } = this.#box;
    if (Math.abs(scrollTop - this.#scrollTop) >= 1) {
      this.#scrollTop = scrollTop;
      this.#keep(scrollTop);
      this.host.requestUpdate();
    }
  }

  /** Brings a row into sight, with the least scrolling that does. */
  reveal(id) {
    this.#reveal = id;
    this.host.requestUpdate();
  }

  /** The row one page away from another one. @param {number} step −1 or 1 */
  page(from, step) {
    const height = this.#box?.clientHeight ?? 0;
    return this.#heights.at(this.#heights.top(from) + step * height);
  }

  /** Ids of the rows that somebody who looks at the page sees in full. */
  inSight() {
    const box = this.#box;
    if (!box || document.visibilityState !== 'visible' || !box.checkVisibility()) {
      return [];
    }
    const { top, bottom } = box.getBoundingClientRect();
    const from = this.#scrollTop + Math.max(0, -top);
    const to = this.#scrollTop + Math.min(bottom, window.innerHeight) - top;
    return this.#ids.slice(this.#heights.at(from), this.#heights.at(to) + 1).filter((_, index) => {
      const at = this.#heights.at(from) + index;
      return this.#heights.top(at) >= from - 1 && this.#heights.bottom(at) <= to + 1;
    });
  }

  #watch(box) {
    if (this.#watched !== box) {
      this.#widths.disconnect();
      this.#widths.observe(box);
      this.#watched = box;
    }
  }

  #resized([{ target }]) {
    if (this.#width !== target.clientWidth) {
      this.#width = target.clientWidth;
      this.#heights.forget();
    }
    this.host.requestUpdate();
  }

  hostDisconnected() {
    this.#widths.disconnect();
    this.#watched = null;
  }
}
