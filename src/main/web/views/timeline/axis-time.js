import { meantInAddress, putInAddress } from '../../live/address.js';
import { elapsed } from '../../live/elapsed.js';
import { Followers } from '../../live/followers.js';
import { momentOf, momentWritten } from '../../live/moment.js';
import { ask } from '../../live/session.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How much the axis shows, from near to far, and how far one step of the moment goes then. */
export const SPANS = [
  [30 * MINUTE, 5_000], [HOUR, 10_000], [3 * HOUR, 30_000], [6 * HOUR, MINUTE], [12 * HOUR, 2 * MINUTE],
  [24 * HOUR, 5 * MINUTE], [72 * HOUR, 15 * MINUTE], [168 * HOUR, 30 * MINUTE],
];
const USUAL = 3;

/** The moment stands after a third of the axis: there is more to plan for than to look back on. */
const SHARE = 1 / 3;

/** In the address it is `axis=24h`, and while it stands still `axis=24h.2014-09-06T20:00:00Z`, with its beginning. */
const KEY = 'axis';

/** What was told is asked for again after so long; in between the live picture says what is new. */
const OLD_MILLIS = 60_000;

/** What could not be read is asked for again after this long, and when somebody wishes. */
const RETRY_MILLIS = 15_000;

/** Which stretch of time is shown, and what the service says of it: one for the board and the screen. */
class AxisTime {
  #span = USUAL;
  /** Where the axis begins; null while it follows the present. @type {number|null} */
  #from = null;
  /** The service's answer. @type {object|null} */
  told = null;
  /** Why it could not be read. @type {import('../../live/session.js').Answer|null} */
  failed = null;
  #asked = { from: 0, to: 0, at: -Infinity };
  #asking = false;
  #followers = new Followers();

  constructor() {
    this.#read();
    window.addEventListener('hashchange', () => {
      this.#read();
      this.#followers.tell();
    });
  }

  #read() {
    const { span, from } = meantInAddress(KEY, meaning, { span: USUAL, from: null });
    this.#span = span;
    this.#from = from;
  }

  #put() {
    const from = this.#from === null ? '' : `.${momentWritten(this.#from)}`;
    putInAddress(KEY, this.#span === USUAL && from === '' ? null : spanWritten(this.span) + from);
  }

  get span() {
    return SPANS[this.#span][0];
  }

  /** How far one step goes. */
  get step() {
    return SPANS[this.#span][1];
  }

  /** The stretch with a moment in it. @param {number} moment @param {boolean} isPast */
  stretch(moment, isPast) {
    const { span } = this;
    if (this.#from === null || (isPast && (moment < this.#from || moment > this.#from + span))) {
      const from = moment - span * SHARE;
      if (isPast) {
        this.#from = from;
        this.#put();
      }
      return { from, to: from + span };
    }
    return { from: this.#from, to: this.#from + span };
  }

  /** Stands still from now on, as when the past is entered. */
  hold(from) {
    if (this.#from === null) {
      this.#from = from;
      this.#put();
    }
  }

  /** Follows the present again. */
  follow() {
    this.#from = null;
    this.#put();
  }

  /** Shows less or more of time, the moment where it was. @param {number} by @param {number} moment @param {{from: number, to: number}} now */
  zoom(by, moment, { from, to }) {
    const next = Math.max(0, Math.min(this.#span + by, SPANS.length - 1));
    const share = moment >= from && moment <= to ? (moment - from) / (to - from) : SHARE;
    this.#span = next;
    if (this.#from !== null) {
      this.#from = moment - share * this.span;
    }
    this.#put();
    this.#followers.tell();
  }

  /** Turns to an earlier or a later stretch. */
  pan(by, { from }) {
    this.#from = from + by * this.span / 2;
    this.#put();
    this.#followers.tell();
  }

  /** Asks for what is not known yet of a stretch, or not any more. */
  async look({ from, to }) {
    const { from: known, to: until, at } = this.#asked;
    if (this.#asking || (from >= known && to <= until && elapsed() - at < (this.failed ? RETRY_MILLIS : OLD_MILLIS))) {
      return;
    }
    this.#asking = true;
    const wide = { from: from - (to - from) / 2, to: to + (to - from) / 2 };
    const query = new URLSearchParams({ from: new Date(wide.from).toISOString(), to: new Date(wide.to).toISOString() });
    const answer = await ask('GET', `/timeline?${query}`);
    this.#asking = false;
    this.#asked = { ...wide, at: elapsed() };
    this.failed = answer.ok ? null : answer;
    this.told = answer.ok ? answer.body : this.told;
    this.#followers.tell();
  }

  /** Asks again at the next look. */
  again() {
    this.#asked = { from: 0, to: 0, at: -Infinity };
    this.#followers.tell();
  }

  /** Draws a host again when another stretch is shown or more is known of it. */
  followBy(host) {
    this.#followers.add(host);
  }
}

function meaning(written) {
  const [, word, since] = /^(\w+)(?:\.(.+))?$/.exec(written) ?? [];
  const span = SPANS.findIndex(([millis]) => spanWritten(millis) === word);
  const from = since === undefined ? null : momentOf(since);
  return span < 0 || (since !== undefined && from === null) ? null : { span, from };
}

function spanWritten(millis) {
  return millis < HOUR ? `${millis / MINUTE}m` : `${millis / HOUR}h`;
}

export const axisTime = new AxisTime();
