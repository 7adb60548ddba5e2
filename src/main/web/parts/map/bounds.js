import { tellMissing } from '../../live/missing.js';
import { askOutlines } from '../../live/outlines.js';
import { stand } from '../../live/standing.js';
import { outlinesOf } from './outlines.js';

/** Outlines that could not be loaded are asked for again after this time. */
const RETRY_MILLIS = 5_000;

/** The bounds of the areas, loaded when the map begins and again when areas are known that were not among them. */
export class Bounds {
  /** Whether they could not be loaded. */
  failed = false;
  /** The areas that were known when they were asked for last; null before that. @type {string|null} */
  #asked = null;
  #asking = false;
  #stands = false;
  #had = new Set();

  /** @param {import('lit').LitElement} host @param {(outlines: import('./outlines.js').Outline[]) => void} take */
  constructor(host, take) {
    this.host = host;
    this.take = take;
    host.addController({ hostDisconnected: () => tellMissing('outlines', false) });
  }

  /** Loads what a picture needs, unless it is there. @param {import('../../live/store.js').State} picture */
  async look(picture) {
    const ids = [...picture.areas.keys()];
    const wanted = ids.sort().join();
    if (!this.#asking && wanted !== this.#asked && (this.#asked === null || !ids.every(id => this.#had.has(id)))) {
      this.#asking = true;
      this.#asked = wanted;
      const answer = await askOutlines();
      this.#asking = false;
      if (!this.host.isConnected) {
        return;
      }
      this.#told(answer);
    }
    if (!this.#stands && !this.#asking && picture.topics !== null) {
      // Once: a tab out of sight has no frames, and would keep one wish for each change until it is looked at.
      this.#stands = true;
      requestAnimationFrame(() => setTimeout(stand));
    }
  }

  #told(answer) {
    this.failed = !answer.ok;
    tellMissing('outlines', this.failed);
    this.host.requestUpdate();
    if (answer.ok) {
      this.#had = new Set(answer.body.features.map(({ properties }) => properties.id));
      this.take(outlinesOf(answer.body));
    } else {
      setTimeout(() => { this.#asked = null; }, RETRY_MILLIS);
    }
  }

  /** Loads them again at the next look. */
  retry() {
    this.#asked = null;
    this.host.requestUpdate('picture');
  }
}
