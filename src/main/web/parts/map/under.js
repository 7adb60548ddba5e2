import { html, nothing } from 'lit';

import { catalogue } from '../../live/catalogue.js';
import { standing } from '../../live/standing.js';

/** A service that does not answer is asked again after this time. */
const RETRY_MILLIS = 5_000;

/** Brings what lies under a map's areas, once it is known that there is something. */
export class Under {
  #stopped = false;

  /** What is drawn; null while or where there is nothing. @type {import('./base.js').Base|null} */
  base = null;

  /** @param {import('lit').ReactiveControllerHost} host */
  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected() {
    this.#stopped = true;
    this.base?.stop();
  }

  /** @param {import('./scene.js').Scene} scene */
  async lay(scene) {
    await standing;
    const read = await catalogue();
    const isWanted = Boolean(read?.map?.tiles || read?.map?.ground);
    const script = isWanted ? await import('./base.js').catch(() => null) : null;
    if (this.#stopped) {
      return;
    }
    if (!read || (isWanted && !script)) {
      setTimeout(() => this.#stopped || this.lay(scene), RETRY_MILLIS);
    } else if (isWanted) {
      this.base = new script.Base(read.map, scene.draw, () => this.host.requestUpdate());
      scene.lay(this.base);
      this.host.requestUpdate();
    }
  }

  /** Whose map it is, and what is missing of it. */
  words() {
    return this.base?.words(html) ?? nothing;
  }
}
