import { ask } from '../../live/session.js';
import { elapsed } from '../../live/elapsed.js';
import { pastMillis } from '../../live/past.js';

const MINUTE_MILLIS = 60_000;
/** What the alerts' ten minutes need before the first point. */
const BEFORE_MILLIS = 10 * MINUTE_MILLIS;
/** A question that failed is asked again after this long, and when somebody wishes. */
const RETRY_MILLIS = 15_000;
/** While the past is shown it is asked at most this often how things went up to then. */
const PAST_EVERY_MILLIS = 3_000;

/** How far back, and how far apart the points are then. */
export const RANGES = {
  '2h': { millis: 120 * MINUTE_MILLIS, step: '1m', stepMillis: MINUTE_MILLIS },
  '12h': { millis: 720 * MINUTE_MILLIS, step: '5m', stepMillis: 5 * MINUTE_MILLIS },
  '24h': { millis: 1_440 * MINUTE_MILLIS, step: '10m', stepMillis: 10 * MINUTE_MILLIS },
};

/** The most people for one officer by the rule in force; null when no rule says, or nobody may know. */
export async function limitInForce() {
  const answer = await ask('GET', '/rules');
  const rule = answer.ok ? answer.body.rules.map(({ rule: one }) => one).find(({ id }) => id === 'crowd-per-officer') : null;
  return rule?.values?.limit ?? null;
}

/**
 * The figures of one thing over time; asked for again at the pace of their steps while the host shows them.
 *
 * @implements {import('lit').ReactiveController}
 */
export class Series {
  /** What was answered last; null before. */
  known = null;
  /** The answer that was none, when the last question had none. @type {import('../../live/session.js').Answer|null} */
  failed = null;
  /** What is wanted of which thing; what was answered of another is not shown. */
  #wanted = '';
  #askedAt = -Infinity;
  #askedTo = null;
  #asking = false;

  /** @param {import('lit').LitElement} host */
  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  /**
   * Says what is to be shown, before it is drawn, and looks whether it is time to ask.
   *
   * @param {{subject: string, id: string, range: string}} what
   * @param {boolean} mayAsk not while the feed is lost
   */
  look({ subject, id, range }, nowMillis, mayAsk) {
    const past = pastMillis();
    const what = `${subject} ${id} ${range} ${past === null ? '' : 'past'}`;
    if (what !== this.#wanted) {
      [this.known, this.failed, this.#wanted, this.#askedAt, this.#askedTo] = [null, null, what, -Infinity, null];
    }
    const due = this.failed ? RETRY_MILLIS : past === null ? RANGES[range].stepMillis : PAST_EVERY_MILLIS;
    const moved = past === null || past !== this.#askedTo;
    if (mayAsk && !this.#asking && nowMillis && moved && elapsed() - this.#askedAt >= due) {
      this.#askedTo = past;
      this.#ask(what, subject, id, range, past ?? nowMillis);
    }
  }

  /** Asks now. */
  again() {
    this.#askedAt = -Infinity;
    this.host.requestUpdate();
  }

  async #ask(what, subject, id, range, upTo) {
    this.#asking = true;
    this.#askedAt = elapsed();
    const { millis, step } = RANGES[range];
    const from = new Date(upTo - millis - BEFORE_MILLIS).toISOString();
    const to = this.#askedTo === null ? {} : { to: new Date(upTo).toISOString() };
    const answer = await ask('GET', `/series?${new URLSearchParams({ subject, id, from, step, ...to })}`);
    this.#asking = false;
    if (what === this.#wanted) {
      this.failed = answer.ok ? null : answer;
      this.known = answer.ok ? answer.body : this.known;
    }
    this.host.requestUpdate();
  }
}
