import { html, nothing } from 'lit';

import { say } from '../text/text.js';
import { actionOf } from './keys.js';
import { loading, panel } from './panel.js';
import { tabs } from './tabs.js';
import { Width } from './width.js';

/** Below this width a screen is one column, and its places are tabs. */
const NARROW = '(max-width: 68.75em)';

/** Parts that a key or another part may ask for; what is shelved is a list of the queue. */
const PLACE_OF = { shelved: 'queue' };

/**
 * The places of a screen: where each part of it stands, and how one gets from one to the next.
 *
 * @implements {import('lit').ReactiveController}
 */
export class Places {
  #narrow;
  #keyed = event => this.#key(event);

  /**
   * @param {import('./part.js').Part} host
   * @param {string[]} all their names in the order of reading; the first is the tab that is shown at first
   */
  constructor(host, all) {
    this.host = host;
    this.all = all;
    /** The tab that is chosen on a narrow screen. */
    this.chosen = all[0];
    this.#narrow = new Width(host, NARROW);
    host.addController(this);
    host.addEventListener('muster-show', event => {
      if (this.#has(event.detail)) {
        event.stopPropagation();
        this.goTo(event.detail);
      }
    });
  }

  hostConnected() {
    window.addEventListener('keydown', this.#keyed);
  }

  hostDisconnected() {
    window.removeEventListener('keydown', this.#keyed);
  }

  #has(part) {
    return this.host.querySelector(`[data-place='${PLACE_OF[part] ?? part}']`) !== null;
  }

  /** The places as tabs, where the screen is narrow. @param {string} label of all of them */
  tabs(label) {
    return this.#narrow.matches ? tabs({
      name: 'board',
      label,
      tabs: this.all.map(id => ({ id, label: say(`board.${id}`) })),
      chosen: this.chosen,
      choose: id => this.#choose(id),
    }) : nothing;
  }

  /** A place and what stands there; while nothing is known yet, its heading. */
  at(place, part) {
    const tab = this.#narrow.matches;
    const content = this.host.picture.topics === null
      ? panel({ id: `loading-${place}`, heading: say(`board.${place}`), staleAt: null },
        loading())
      : part;
    return html`
      <div class="place" data-place=${place} tabindex="-1" id=${tab ? `tabpanel-board-${place}` : nothing}
        role=${tab ? 'tabpanel' : nothing} aria-labelledby=${tab ? `tab-board-${place}` : nothing}
        ?hidden=${tab && this.chosen !== place}>${content}</div>`;
  }

  #choose(place) {
    this.chosen = place;
    this.host.requestUpdate();
  }

  #key(event) {
    const action = actionOf('everywhere', event);
    const act = action && this.#has(action) ? () => this.goTo(action)
      : { next: () => this.#goOn(1), previous: () => this.#goOn(-1) }[action];
    if (act) {
      event.preventDefault();
      act();
    }
  }

  /** Brings a place into sight and gives it the focus: its part may say where in it. */
  async goTo(part) {
    const place = PLACE_OF[part] ?? part;
    this.#choose(place);
    await this.host.updateComplete;
    const at = this.host.querySelector(`[data-place='${place}']`);
    const shown = at?.firstElementChild;
    if (part === 'shelved') {
      shown?.showShelved?.();
    } else if (shown?.takeFocus) {
      shown.takeFocus();
    } else {
      at?.focus();
    }
  }

  /** To the next place, or the one before; round at the ends. */
  #goOn(step) {
    const all = [...this.host.querySelectorAll('[data-place]')];
    const at = all.findIndex(place => place.contains(document.activeElement));
    const next = all.at((at === -1 && step < 0 ? step : at + step) % all.length);
    this.goTo(next.dataset.place);
  }
}
