import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import { Addressed, KnowingAreas, meantInAddress, oneOfAreas, putInAddress } from '../live/address.js';
import { feed } from '../live/entries.js';
import { areaTree } from '../live/lists.js';
import { tellMissing } from '../live/missing.js';
import { Pages } from '../live/pages.js';
import { pastMillis } from '../live/past.js';
import { selected, Selecting } from '../live/selection.js';
import { say } from '../text/text.js';
import { counted, panel } from './panel.js';
import { isBack, Part } from './part.js';
import { told, unread } from './told.js';

/** What came in, in plain words, newest first. Somebody who reads further down is not moved: what is new waits. */
class Feed extends Part {
  static properties = {
    /** The area whose entries are shown; null for all. */
    area: { state: true },
  };

  #pages = this.pagesOf(null);
  #selecting = new Selecting(this);
  /** The newest entry that is shown while the list is held; null when it follows. @type {number|null} */
  #heldAt = null;
  #lastSeq = null;
  #pastMillis = null;
  #inside = false;
  #addressed = new Addressed(this, () => this.readAddress());
  #areas = new KnowingAreas(this, () => this.readAddress());

  constructor() {
    super();
    this.addEventListener('scroll', () => this.hold(), { capture: true, passive: true });
    for (const [type, inside] of [['pointerenter', true], ['pointerleave', false]]) {
      this.addEventListener(type, event => {
        this.#inside = inside && event.pointerType === 'mouse';
        this.hold();
      });
    }
    this.addEventListener('focusin', () => this.hold());
    this.addEventListener('focusout', () => setTimeout(() => this.hold()));
  }

  readAddress() {
    const area = meantInAddress('feed-area', oneOfAreas(this.picture?.areas), null);
    if (this.area === undefined) {
      this.area = area;
      this.#pages = this.pagesOf(area);
    } else if (area !== this.area) {
      this.show(area);
    }
  }

  pagesOf(area) {
    const pages = new Pages(() => {
      tellMissing('feed', pages.failed !== null);
      this.requestUpdate();
    }, before => feed(area, before));
    return pages;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#pages.stop();
    tellMissing('feed', false);
  }

  /** Asks again when entries came, and when the feed is back after a silence. */
  willUpdate(changed) {
    const past = pastMillis();
    if (past !== this.#pastMillis) {
      const wasBefore = this.#pastMillis !== null && past !== null && past > this.#pastMillis;
      this.#pastMillis = past;
      this.#lastSeq = this.picture.lastSeq;
      if (wasBefore) {
        this.#pages.refresh();
      } else {
        this.show(this.area);
      }
      return;
    }
    if (this.#lastSeq !== this.picture.lastSeq || isBack(this, changed)) {
      this.#lastSeq = this.picture.lastSeq;
      this.#pages.refresh();
    }
  }

  render() {
    const { items, next, known } = this.#pages;
    const shown = this.#heldAt === null ? items : items.filter(({ seq }) => seq <= this.#heldAt);
    const waiting = items.length - shown.length;
    return panel({ id: 'feed', heading: say('board.feed'), staleAt: this.staleAt,
      extra: html`${this.filter()}${waiting === 0 ? nothing : html`<span class="news">
        <button type="button" @click=${this.letGo}>${say('rows.new', { count: waiting })}</button></span>`}` }, html`
      ${unread(this.#pages)}
      ${known && items.length === 0 ? html`<p class="empty">${say(this.area ? 'feed.noneHere' : 'feed.none')}</p>` : nothing}
      <ol class="told-list">${repeat(shown, ({ seq }) => seq, entry => told(entry, this.picture, this.nowMillis))}</ol>
      ${next === null ? nothing : html`<button type="button" class="more" @click=${() => this.#pages.more()}>
        ${say('told.more')}</button>`}`);
  }

  /** Which area's entries are shown, and a short way to those of the area that is selected. */
  filter() {
    const chosen = selected();
    const here = chosen?.type === 'area' && chosen.id !== this.area ? this.picture.areas.get(chosen.id) : null;
    return html`
      <label class="unseen" for="feed-area">${say('feed.area')}</label>
      <select id="feed-area" @change=${({ target }) => this.choose(target.value || null)}>
        <option value="" ?selected=${this.area === null}>${say('feed.all')}</option>
        ${areaTree(this.picture).map(({ area }) => html`
          <option value=${area.id} .selected=${area.id === this.area}>${area.name}</option>`)}
      </select>
      ${here ? html`<button type="button" @click=${() => this.choose(here.id)}>${say('feed.only', { area: here.name })}</button>`
    : nothing}`;
  }

  choose(area) {
    putInAddress('feed-area', area);
    this.show(area);
  }

  show(area) {
    this.#pages.stop();
    this.area = area;
    this.#pages = this.pagesOf(area);
    this.#heldAt = null;
    this.#pages.refresh();
  }

  /** The list stays as it is while somebody is in it or has scrolled down. */
  hold() {
    const held = this.#inside || this.querySelector('.told-list')?.contains(document.activeElement)
      || this.querySelector('.panel')?.scrollTop > 0 || this.closest('.tabpanel')?.scrollTop > 0;
    if (!held) {
      this.#heldAt = null;
    } else {
      this.#heldAt ??= this.#pages.items[0]?.seq ?? null;
    }
    this.requestUpdate();
  }

  letGo() {
    this.#heldAt = this.#pages.items[0]?.seq ?? null;
    this.querySelector('.panel').scrollTop = 0;
    this.requestUpdate();
  }
}

customElements.define('muster-feed', Feed);
