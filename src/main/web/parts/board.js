import { html, nothing } from 'lit';

import { say } from '../text/text.js';
import './feed.js';
import { actionOf } from './keys.js';
import './lists.js';
import './map/map.js';
import { panel } from './panel.js';
import { Part } from './part.js';
import './queue.js';
import './selected.js';
import { tabs } from './tabs.js';
import { Width } from './width.js';

/** The places of the board in the order of reading; on a narrow screen each is a tab. */
const PLACES = ['queue', 'map', 'selected', 'lists'];

/** The live board: where each part stands, and how one gets from one to the next. */
class Board extends Part {
  static properties = {
    place: { state: true },
  };

  #narrow = new Width(this, '(max-width: 1100px)');
  #wide = new Width(this, '(min-width: 1600px)');
  #keyed = event => this.keyed(event);

  constructor() {
    super();
    /** The tab that is chosen on a narrow screen. */
    this.place = 'queue';
    this.addEventListener('muster-show', event => this.goTo(event.detail));
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('keydown', this.#keyed);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#keyed);
  }

  render() {
    const { picture, session, staleAt, nowMillis } = this;
    return html`
      ${this.#narrow.matches ? this.tabs() : nothing}
      <div class="board" data-feed=${this.#wide.matches ? 'beside' : 'listed'}>
        ${this.at('map', html`<muster-map .picture=${picture} .session=${session} .staleAt=${staleAt}
          .nowMillis=${nowMillis}></muster-map>`)}
        ${this.at('queue', html`<muster-queue .picture=${picture} .session=${session} .staleAt=${staleAt}
          .nowMillis=${nowMillis}></muster-queue>`)}
        ${this.at('selected', html`<muster-selected .picture=${picture} .session=${session} .staleAt=${staleAt}
          .nowMillis=${nowMillis}></muster-selected>`)}
        ${this.at('lists', html`<muster-lists .picture=${picture} .session=${session} .staleAt=${staleAt}
          .nowMillis=${nowMillis} .feedListed=${!this.#wide.matches}></muster-lists>`)}
        ${this.#wide.matches ? this.at('feed', html`<muster-feed .picture=${picture} .session=${session}
          .staleAt=${staleAt} .nowMillis=${nowMillis}></muster-feed>`) : nothing}
      </div>`;
  }

  tabs() {
    return tabs({
      name: 'board',
      label: say('board.places'),
      tabs: PLACES.map(id => ({ id, label: say(`board.${id}`) })),
      chosen: this.place,
      choose: id => { this.place = id; },
    });
  }

  /** A place and what stands there; while nothing is known yet, its heading. */
  at(place, part) {
    const tab = this.#narrow.matches;
    const content = this.picture.topics === null
      ? panel({ id: `loading-${place}`, heading: say(`board.${place}`), staleAt: null },
        html`<p class="empty loading">${say('panel.loading')}</p>`)
      : part;
    return html`
      <div class="place" data-place=${place} tabindex="-1" id=${tab ? `tabpanel-board-${place}` : nothing}
        role=${tab ? 'tabpanel' : nothing} aria-labelledby=${tab ? `tab-board-${place}` : nothing}
        ?hidden=${tab && this.place !== place}>${content}</div>`;
  }

  keyed(event) {
    const action = actionOf('everywhere', event);
    const act = PLACES.includes(action) || action === 'shelved' ? () => this.goTo(action)
      : { next: () => this.goOn(1), previous: () => this.goOn(-1) }[action];
    if (act) {
      event.preventDefault();
      act();
    }
  }

  /** Brings a place into sight and gives it the focus: its part may say where in it. What is shelved is a list of the queue. */
  async goTo(part) {
    const place = part === 'shelved' ? 'queue' : part;
    this.place = place;
    await this.updateComplete;
    if (part === 'shelved') {
      this.querySelector('muster-queue')?.showShelved();
      return;
    }
    const at = this.querySelector(`[data-place='${place}']`);
    const shown = at?.firstElementChild;
    if (shown?.takeFocus) {
      shown.takeFocus();
    } else {
      at?.focus();
    }
  }

  /** To the next place, or the one before; round at the ends. */
  goOn(step) {
    const all = [...this.querySelectorAll('[data-place]')];
    const at = all.findIndex(place => place.contains(document.activeElement));
    const next = all.at((at === -1 && step < 0 ? step : at + step) % all.length);
    this.goTo(next.dataset.place);
  }
}

customElements.define('muster-board', Board);
