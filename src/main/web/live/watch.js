import { elapsed } from './elapsed.js';
import { lifeOf } from './life.js';
import { clock, one } from './session.js';
import { NOTHING, reduce } from './store.js';
import { Stream } from './stream.js';

/**
 * How often the sign of life is looked at, and what is figures alone is drawn. The limits of the sign of life are set so
 * that the promise holds with this and a frame on top.
 */
const TICK_MILLIS = 200;

/** What the service conflates, each kind in messages of its own: at one moment it may say all of them. */
const FIGURES = new Set(['areas', 'incidents', 'protests', 'units']);

/** How often this computer's clock is compared with the service's. */
const COMPARE_MILLIS = 300_000;

/** Incidents, protests and alerts asked for one by one after a gap; there are more only after a very long one. */
const ASKED_MAX = 50;

/** Watches the service for one page: the stream, the picture that follows from it, and how fresh that is. */
export class Watch {
  /** What is shown: what is known, less what changed in figures alone until the next tick. */
  picture = NOTHING;
  #known = NOTHING;
  #timer = 0;
  #comparedAt = -Infinity;

  /**
   * @param {object} on
   * @param {() => void} on.change the picture, the link or the sign of life may have changed
   * @param {(credential: boolean) => void} on.ended nobody is signed in any more, because the credential ended or only the
   *   session did
   */
  constructor(on) {
    this.on = on;
    this.stream = new Stream({
      message: message => this.#message(message),
      link: () => on.change(),
      ended: credential => {
        this.stop();
        on.ended(credential);
      },
    });
    const returned = () => this.#timer && this.stream.check({ atOnce: true });
    window.addEventListener('online', returned);
    window.addEventListener('pageshow', returned);
    document.addEventListener('resume', () => {
      returned();
      on.change();
    });
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && returned());
  }

  get link() {
    return this.stream.link;
  }

  /** @returns {import('./life.js').Life} */
  life() {
    return lifeOf(this.link, elapsed(), navigator.onLine);
  }

  start() {
    clearInterval(this.#timer);
    this.#timer = setInterval(() => {
      this.stream.check();
      this.#compareClocks();
      this.picture = this.#known;
      this.on.change();
    }, TICK_MILLIS);
    this.stream.start();
  }

  /** Forgets the picture too: who is signed out has no right to it. */
  stop() {
    clearInterval(this.#timer);
    this.#timer = 0;
    this.stream.stop();
    this.#show(NOTHING);
  }

  #show(picture) {
    this.#known = picture;
    this.picture = picture;
  }

  /** Says something to the service. @returns {boolean} whether it could be said */
  say(message) {
    return this.stream.say(message);
  }

  #compareClocks() {
    if (elapsed() - this.#comparedAt > COMPARE_MILLIS) {
      this.#comparedAt = elapsed();
      clock.compare();
    }
  }

  #message(message) {
    const next = reduce(this.#known, message);
    if (waits(message) && !next.catchingUp) {
      this.#known = next;
      return;
    }
    this.#show(next);
    this.on.change();
    if (message.type === 'live') {
      // Whoever answers now may be another version of the service than before.
      this.#comparedAt = -Infinity;
    }
    if (this.picture.missing.length > 0 && message.type === 'live') {
      this.#ask(this.picture.missing.slice(0, ASKED_MAX));
    }
  }

  /** Asks how things ended that were open before a gap; those that are out of sight now answer nothing. */
  async #ask(missing) {
    const answers = await Promise.all(missing.map(({ kind, id }) => one(kind, id)));
    if (!this.#timer) {
      return;
    }
    for (const kind of ['incidents', 'protests', 'alerts']) {
      const objects = answers.filter((answer, index) => answer.ok && missing[index].kind === kind)
        .map(answer => answer.body);
      this.#show(reduce(this.#known, { type: 'asked', kind, objects }));
    }
    this.on.change();
  }
}

/**
 * Whether nothing is drawn anew for a message alone before the next tick: figures come of several kinds at once, and with
 * each of a flood of reports.
 */
function waits({ type, entries }) {
  return FIGURES.has(type) || (type === 'entries' && entries.every(entry => entry.type === 'report'));
}
