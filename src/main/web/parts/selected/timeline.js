import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import { Brought } from '../../live/brought.js';
import { timeline } from '../../live/entries.js';
import { Lack } from '../../live/missing.js';
import { Pages } from '../../live/pages.js';
import { pastMillis } from '../../live/past.js';
import { say } from '../../text/text.js';
import { Light } from '../light.js';
import { isBack } from '../part.js';
import { told, unread } from '../told.js';

/** Reading single reports comes with the first sensitive thing that is opened: the board does without. */
const read = new Brought(() => import('./read.js'));

/** So does what one does with reports of one's own. */
const own = new Brought(() => import('./own.js'));

/** All that came in about one incident or protest, newest first. */
class Timeline extends Light {
  static properties = {
    picture: { attribute: false },
    nowMillis: { attribute: false },
    /** What it is of: `{type: 'incident'|'protest', id}`. */
    of: { attribute: false },
    marked: { attribute: false },
    /** Changes when there may be something new. */
    version: { attribute: false },
    staleAt: { attribute: false },
    /** Who is signed in, where its reports are sensitive: who may reads them one by one. */
    reader: { attribute: false },
    /** Who is signed in, where their own reports can be corrected. */
    session: { attribute: false },
    /** Whether what it stands in says already what it is. */
    titled: { attribute: false },
  };

  /** @type {Pages<import('../../live/entries.js').Told>|null} */
  #pages = null;
  #pastMillis = null;

  constructor() {
    super();
    new Lack(this, 'timeline', () => this.#pages.failed !== null);
  }

  willUpdate(changed) {
    const { type, id } = this.of;
    const past = pastMillis();
    const turned = past !== this.#pastMillis && !(this.#pastMillis !== null && past !== null && past > this.#pastMillis);
    const moved = past !== this.#pastMillis;
    this.#pastMillis = past;
    const isAnother = changed.has('of') && (changed.get('of')?.id !== id || changed.get('of').type !== type);
    if (isAnother || turned) {
      this.#pages?.stop();
      this.#pages = new Pages(() => this.requestUpdate(), before => timeline(type, id, before));
    }
    if (isAnother || changed.has('version') || moved || isBack(this, changed)) {
      this.#pages.refresh();
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#pages?.stop();
  }

  render() {
    const { items, next } = this.#pages;
    const struck = new Map(items.filter(({ corrects }) => corrects)
      .map(({ corrects, withdrawn }) => [corrects, withdrawn ? 'withdrawn' : 'corrected']));
    const of = { self: this.of, marked: new Set(this.marked ?? []), struck };
    return html`
      <section aria-labelledby="timeline">
        <h3 id="timeline" class=${this.titled ? 'unseen' : ''}>${say('timeline.heading')}</h3>
        ${unread(this.#pages)}
        ${this.reader ? this.readings() : nothing}
        <ol class="told-list">${repeat(items, ({ seq }) => seq, entry => html`
          ${told(entry, this.picture, this.nowMillis, of)}
          ${this.reader && entry.report ? html`<li class="reading">
            <muster-read .entry=${entry} .reader=${this.reader} .nowMillis=${this.nowMillis}></muster-read></li>` : nothing}
          ${this.isOwn(entry) && !struck.has(entry.report) ? this.ofOwn(entry) : nothing}`)}</ol>
        ${own.isMissing ? html`<p class="empty">${say('selected.ownMissing')}</p>` : nothing}
        ${next === null ? nothing : html`<button type="button" class="more" @click=${() => this.#pages.more()}>
          ${say('told.more')}</button>`}
      </section>`;
  }

  /** Whether who is signed in sent this report. A withdrawal is the end of its chain. */
  isOwn({ report, actor, withdrawn }) {
    return Boolean(report) && actor === this.session?.name && !withdrawn;
  }

  ofOwn(entry) {
    own.want();
    return html`<li class="reading"><muster-own .entry=${entry} .session=${this.session} .isStale=${this.staleAt !== null}
      .isSensitive=${Boolean(this.reader)} .nowMillis=${this.nowMillis}></muster-own></li>`;
  }

  /** Who reads its reports. */
  readings() {
    read.want();
    return read.isMissing ? html`<p class="empty">${say('selected.readMissing')}</p>`
      : html`<muster-readings .reader=${this.reader}></muster-readings>`;
  }
}

customElements.define('muster-timeline', Timeline);
