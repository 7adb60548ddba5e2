import { html, nothing } from 'lit';

import { Brought } from '../live/brought.js';
import { Lack } from '../live/missing.js';
import { standing } from '../live/standing.js';
import { say } from '../text/text.js';
import './feed.js';
import './lists.js';
import './map/map.js';
import { Part } from './part.js';
import { Places } from './places.js';
import './queue.js';
import './selected.js';
import { Width } from './width.js';

/** The timeline comes after all else was drawn; its place is kept. */
const timeline = new Brought(() => import('../views/timeline/screen.js'));

/** The live board: where each part stands. */
class Board extends Part {
  #places = new Places(this, ['queue', 'map', 'selected', 'lists', 'timeline']);
  #stands = false;
  #wide = new Width(this, '(min-width: 100em)');

  constructor() {
    super();
    new Lack(this, 'axis', () => timeline.isMissing);
  }

  firstUpdated() {
    standing.then(() => {
      this.#stands = true;
      timeline.want();
    });
  }

  updated() {
    if (this.#stands) {
      timeline.want();
    }
  }

  render() {
    const { picture, session, staleAt, nowMillis } = this;
    const at = (place, part) => this.#places.at(place, part);
    return html`
      ${this.#places.tabs(say('board.places'))}
      <div class="board" data-feed=${this.#wide.matches ? 'beside' : 'listed'}>
        ${at('map', html`<muster-map .picture=${picture} .session=${session} .staleAt=${staleAt}
          .nowMillis=${nowMillis}></muster-map>`)}
        ${at('queue', html`<muster-queue .picture=${picture} .session=${session} .staleAt=${staleAt}
          .nowMillis=${nowMillis}></muster-queue>`)}
        ${at('selected', html`<muster-selected .picture=${picture} .session=${session} .staleAt=${staleAt}
          .nowMillis=${nowMillis}></muster-selected>`)}
        ${at('lists', html`<muster-lists .picture=${picture} .session=${session} .staleAt=${staleAt}
          .nowMillis=${nowMillis} .feedListed=${!this.#wide.matches}></muster-lists>`)}
        ${this.#wide.matches ? at('feed', html`<muster-feed .picture=${picture} .session=${session}
          .staleAt=${staleAt} .nowMillis=${nowMillis}></muster-feed>`) : nothing}
        ${at('timeline', timeline.isMissing ? html`<div class="panel"><p class="empty">${say('board.noTimeline')}</p></div>` : html`
          <muster-axis .picture=${picture} .session=${session} .staleAt=${staleAt}
          .nowMillis=${nowMillis}></muster-axis>`)}
      </div>`;
  }
}

customElements.define('muster-board', Board);
