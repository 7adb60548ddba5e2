import { html } from 'lit';

import { stand } from '../live/standing.js';
import { goTo, view, Viewing } from '../live/view.js';
import { say } from '../text/text.js';
import './board.js';
import { actionOf } from './keys.js';
import { loading } from './panel.js';
import { Part, show } from './part.js';

/**
 * The screens beside the board: each comes when it is first opened, and its `show` draws it.
 *
 * @type {Record<string, () => Promise<{show: (given: Given) => unknown}>>}
 * @typedef {{picture: import('../live/store.js').State, session: object, staleAt: number|null, nowMillis: number}} Given
 */
export const SCREENS = {
  timeline: () => import('../views/timeline/screen.js'),
  wall: () => import('../views/wall/wall.js'),
  queue: () => import('../views/queue/screen.js'),
  area: () => import('../views/area/screen.js'),
  protest: () => import('../views/protest/screen.js'),
  units: () => import('../views/units/screen.js'),
  arrests: () => import('../views/arrests/screen.js'),
};

/** Places of the board that have a key of their own. */
const ON_THE_BOARD = new Set(['queue', 'map', 'selected', 'shelved']);

/** The screen that the address names: the board, or one that is fetched first. */
class Views extends Part {
  static properties = {
    /** What came of fetching a screen: `{name, show}`; `show` is null when it could not be fetched. */
    fetched: { state: true },
  };

  #viewing = new Viewing(this);
  #keyed = event => this.keyed(event);
  #fetching = '';

  constructor() {
    super();
    this.fetched = null;
    this.addEventListener('muster-show', event => this.bring(event.detail));
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
    const { name } = view();
    const { picture, session, staleAt, nowMillis } = this;
    if (name === 'board') {
      return html`<muster-board .picture=${picture} .session=${session} .staleAt=${staleAt} .nowMillis=${nowMillis}></muster-board>`;
    }
    if (this.fetched?.name !== name) {
      this.fetch(name);
      return loading(say('panel.loading'), () => goTo('board'));
    }
    return this.fetched.show === null
      ? html`<div class="empty"><p>${say('views.notFetched')}</p>
        <button type="button" @click=${() => this.again()}>${say('views.again')}</button></div>`
      : this.fetched.show({ picture, session, staleAt, nowMillis });
  }

  /** Fetches a screen, once however often it is asked for meanwhile. */
  async fetch(name) {
    if (this.#fetching === name) {
      return;
    }
    this.#fetching = name;
    try {
      const { show } = await SCREENS[name]();
      this.fetched = { name, show };
    } catch {
      this.fetched = { name, show: null };
    } finally {
      this.#fetching = '';
      stand();
    }
  }

  again() {
    this.fetched = null;
  }

  keyed(event) {
    const action = actionOf('everywhere', event);
    const screen = /^screen-(\w+)$/.exec(action ?? '')?.[1];
    if (screen) {
      event.preventDefault();
      goTo(screen);
    } else if (ON_THE_BOARD.has(action) && !this.#placeOf(action)) {
      event.preventDefault();
      this.bring(action);
    }
  }

  /** Where a part stands on the screen that is shown; null when it has none. */
  #placeOf(part) {
    return this.querySelector(`[data-place='${part === 'shelved' ? 'queue' : part}']`);
  }

  /** Brings a part into sight and gives it the focus: on this screen if it has it, else on the board. */
  async bring(part) {
    if (!this.#placeOf(part)) {
      goTo('board');
      await this.updateComplete;
      await this.querySelector('muster-board').updateComplete;
    }
    show(this.#placeOf(part).firstElementChild, part);
  }
}

customElements.define('muster-views', Views);
