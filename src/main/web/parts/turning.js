import { isPast } from '../live/past.js';
import { replay } from '../live/replay.js';
import { select } from '../live/selection.js';
import { clock } from '../live/session.js';
import { say } from '../text/text.js';
import { both } from '../text/time.js';
import { announce } from './announce.js';
import { actionOf, KEYS, keyName } from './keys.js';
import { show } from './part.js';
import { newestCritical } from './replay-strip.js';

/** A replay that is begun by its key begins so long ago. */
const BACK_MILLIS = 300_000;

/**
 * Turns the page to the past and back by its keys, and says so once. @implements {import('lit').ReactiveController}
 */
export class Turning {
  #told = false;
  #keyed = event => this.#key(event);

  /** @param {import('lit').LitElement & {watch: import('../live/watch.js').Watch, stage: string}} page */
  constructor(page) {
    this.page = page;
    page.addController(this);
    replay.follow(page);
  }

  hostConnected() {
    window.addEventListener('keydown', this.#keyed);
  }

  hostDisconnected() {
    window.removeEventListener('keydown', this.#keyed);
  }

  hostUpdated() {
    this.page.toggleAttribute('data-past', isPast());
    if (isPast() === this.#told || this.page.stage !== 'signed-in') {
      return;
    }
    this.#told = isPast();
    const key = keyName(KEYS.everywhere.live[0]);
    announce(this.#told ? say('replay.on', { time: both(replay.shown, Date.now()), key })
      : say(replay.caughtUp ? 'replay.caughtUp' : 'replay.off'));
  }

  #key(event) {
    const act = {
      replay: () => this.#toPast(), live: () => this.#toLive(), critical: () => this.toCritical(),
    }[actionOf('everywhere', event)];
    if (act && this.page.stage === 'signed-in') {
      event.preventDefault();
      act();
    }
  }

  #toPast() {
    if (document.querySelector('dialog[open]')) {
      announce(say('replay.formOpen'));
      return;
    }
    if (!replay.isOn) {
      replay.goTo(Date.now() + clock.offsetMillis() - BACK_MILLIS);
    }
    // Until it was fetched it can take none.
    document.querySelector('muster-axis')?.takeFocus?.();
  }

  #toLive() {
    if (replay.isOn) {
      replay.live();
    } else {
      announce(say('replay.isLive'));
    }
  }

  /** To the newest critical alert that nobody has acknowledged, in the queue, live. */
  async toCritical() {
    const alert = newestCritical(this.page.watch.picture);
    if (!alert) {
      announce(say('replay.noCritical'));
      return;
    }
    replay.live();
    select({ type: 'alert', id: alert.id });
    await this.page.updateComplete;
    show(this.page.querySelector('muster-views'), 'queue');
  }
}
