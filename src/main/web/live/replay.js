import { elapsed } from './elapsed.js';
import { Followers } from './followers.js';
import { momentInAddress, putMoment, SPEEDS } from './moment.js';
import { showPast } from './past.js';
import { ask, clock } from './session.js';
import { NOTHING, reduce } from './store.js';

/** So often a replay that plays shows the next moment. */
const STEP_MILLIS = 500;

/** A replay that had to wait goes on from where it is: it never makes up for more than this. */
const STEP_MAX_MILLIS = 1_000;

/** What is this close to the present is the present. */
const NOW_MILLIS = 2_000;

/** A picture of long ago is made from the record, which may take a while. */
const DEADLINE_MILLIS = 30_000;

/** The address follows a replay that plays at most this often; browsers allow it only so often. */
const WRITE_MILLIS = 1_000;

/**
 * The one time of the page: live, or a moment of the past that stands still or plays. What is shown is always the picture
 * of a moment that was answered; what is wanted may be ahead of it.
 */
class Replay {
  /** The moment that is wanted; null for the present. @type {number|null} */
  wanted = null;
  /** The moment that is shown; null while the present is. @type {number|null} */
  shown = null;
  /** The picture of that moment. @type {import('./store.js').State} */
  picture = NOTHING;
  speed = 1;
  playing = false;
  /** Why the moment that is wanted is not shown. @type {import('./session.js').Answer|null} */
  failed = null;
  /** Whether the present came by itself, because the replay reached it. */
  caughtUp = false;

  #started = false;
  #followers = new Followers();
  /** Which question is the newest one; an answer to an older one is of no use when the page is live again. */
  #era = 0;
  #asking = false;
  #askedAt = 0;
  #steppedAt = 0;
  #writtenAt = -Infinity;
  #timer = 0;

  constructor() {
    window.addEventListener('hashchange', () => this.#read());
  }

  /** Follows the address, when somebody is signed in. */
  start() {
    this.#started = true;
    this.#read();
  }

  /** Forgets what was shown; the address keeps the moment. */
  stop() {
    this.#started = false;
    this.#leave();
    this.#followers.tell();
  }

  /** The present, by the service's clock. */
  nowMillis() {
    return Date.now() + clock.offsetMillis();
  }

  #read() {
    if (!this.#started) {
      return;
    }
    const { at, speed } = momentInAddress(this.nowMillis());
    if (at === null) {
      this.#leave();
      this.#followers.tell();
    } else if (at !== this.wanted || speed !== this.speed) {
      this.speed = speed;
      this.goTo(at);
    }
  }

  /** Whether a moment of the past is shown or is to be shown. */
  get isOn() {
    return this.wanted !== null;
  }

  /** For how long the moment that is wanted is being waited for; 0 when it is not. */
  waitingMillis() {
    return this.#asking ? elapsed() - this.#askedAt : 0;
  }

  /** Shows a moment; one that is not past yet is the present. @param {number} millis */
  goTo(millis) {
    this.caughtUp = false;
    if (millis > this.nowMillis() - NOW_MILLIS) {
      this.live();
      return;
    }
    this.wanted = Math.round(millis);
    this.failed = null;
    this.#write();
    this.#ask();
    this.#followers.tell();
  }

  /** Goes on playing, or stands still. */
  turn() {
    this.playing = this.isOn && !this.playing;
    this.#steppedAt = elapsed();
    if (this.playing && !this.#asking) {
      this.#step();
    }
    this.#write();
    this.#followers.tell();
  }

  /** Plays faster by so many of the speeds, or slower. @param {number} by */
  faster(by) {
    const at = SPEEDS.indexOf(this.speed) + by;
    this.speed = SPEEDS[Math.max(0, Math.min(at, SPEEDS.length - 1))];
    this.#write();
    this.#followers.tell();
  }

  /** Shows the present. */
  live() {
    this.#leave();
    putMoment(null, 1);
    this.#followers.tell();
  }

  /** Asks once more for what could not be shown. */
  again() {
    this.failed = null;
    this.#ask();
    this.#followers.tell();
  }

  #leave() {
    clearTimeout(this.#timer);
    this.#era++;
    this.#asking = false;
    this.playing = false;
    this.wanted = null;
    this.shown = null;
    this.failed = null;
    this.picture = NOTHING;
    showPast(null);
  }

  async #ask() {
    if (this.#asking) {
      return;
    }
    clearTimeout(this.#timer);
    const era = this.#era;
    const at = this.wanted;
    this.#asking = true;
    this.#askedAt = elapsed();
    const answer = await ask('GET', `/picture?at=${encodeURIComponent(new Date(at).toISOString())}`, undefined, {},
      DEADLINE_MILLIS);
    if (era !== this.#era) {
      return;
    }
    this.#asking = false;
    this.#take(at, answer);
    this.#followers.tell();
  }

  #take(at, answer) {
    if (answer.ok) {
      this.picture = reduce(NOTHING, { ...answer.body, type: 'picture' });
      this.shown = at;
      showPast(at);
    }
    if (at !== this.wanted) {
      this.#ask();
    } else if (!answer.ok) {
      this.failed = answer;
      this.playing = false;
      this.#write();
    } else if (this.playing) {
      this.#timer = setTimeout(() => this.#step(), Math.max(0, this.#steppedAt + STEP_MILLIS - elapsed()));
    }
  }

  /** The next moment of a replay that plays: from the one that is shown, never from one that is only wanted. */
  #step() {
    if (!this.playing) {
      return;
    }
    const now = elapsed();
    const next = (this.shown ?? this.wanted) + this.speed * Math.min(now - this.#steppedAt, STEP_MAX_MILLIS);
    this.#steppedAt = now;
    if (next > this.nowMillis() - NOW_MILLIS) {
      this.live();
      this.caughtUp = true;
      this.#followers.tell();
      return;
    }
    this.wanted = Math.round(next);
    if (now - this.#writtenAt > WRITE_MILLIS) {
      this.#write();
    }
    this.#ask();
    this.#followers.tell();
  }

  #write() {
    this.#writtenAt = elapsed();
    putMoment(this.wanted, this.speed);
  }

  /** Draws a host again when another moment is wanted or shown. @param {import('lit').ReactiveControllerHost} host */
  follow(host) {
    this.#followers.add(host);
  }
}

export const replay = new Replay();
