import { ask } from '../session.js';
import { pauseMillis } from './pace.js';

/** A weak signal takes its time; after this the same report is sent again. */
const DEADLINE_MILLIS = 20_000;
const EMERGENCY_DEADLINE_MILLIS = 8_000;

/** One tab sends at a time. One that is seen takes over from one that holds the turn for so long, which may be frozen. */
const LOCK = 'muster-field-send';
const STUCK_MILLIS = 40_000;

const YIELDS = 'yields';

/**
 * Sends what waits on this phone: in order, one after the other, an emergency before all; again and again until the service
 * has answered. A report is the same each time, so that one that arrived twice is recorded once.
 */
export class Sender {
  /** The report that is under way. @type {string|null} */
  inFlight = null;
  /** When the next try is due, by this phone's clock; null when none is planned. @type {number|null} */
  nextAt = null;
  failures = 0;
  #timer = 0;
  /** Whose turn it is in this tab; null when nothing is under way. */
  #turn = null;
  #again = false;
  #blockedSince = null;
  #abort = null;

  /**
   * @param {import('./queue.js').Queue} queue
   * @param {import('./who.js').Who} who
   * @param {() => void} changed
   */
  constructor(queue, who, changed) {
    this.queue = queue;
    this.who = who;
    this.changed = changed;
  }

  /** Tries at once, and whenever there may be a signal again; without Background Sync, which not every phone has. */
  start() {
    const now = () => this.now();
    window.addEventListener('online', now);
    window.addEventListener('pageshow', now);
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && now());
    now();
  }

  /** There may be a signal: what waits is tried at once. */
  now() {
    this.failures = 0;
    return this.pump();
  }

  /** An emergency was called: whatever is under way gives way, in this tab and in every other. */
  emergency() {
    this.failures = 0;
    this.#yield();
    return this.pump({ steal: true });
  }

  async pump({ steal = false } = {}) {
    clearTimeout(this.#timer);
    this.nextAt = null;
    if (this.#turn !== null && !steal) {
      this.#again = true;
      return;
    }
    const turn = {};
    this.#turn = turn;
    this.#again = false;
    await this.#alone(steal, () => this.#drain(turn));
    if (this.#turn === turn) {
      this.#turn = null;
      this.inFlight = null;
      this.changed();
      if (this.#again) {
        await this.pump();
      }
    }
  }

  /** Does it while no other tab does; where tabs cannot agree, at once, because a report sent twice is recorded once. */
  async #alone(steal, work) {
    if (!navigator.locks) {
      await work();
      return;
    }
    const turn = this.#turn;
    const isStuck = this.#blockedSince !== null && Date.now() - this.#blockedSince > STUCK_MILLIS
      && document.visibilityState === 'visible';
    try {
      await navigator.locks.request(LOCK, steal || isStuck ? { steal: true } : { ifAvailable: true }, async lock => {
        if (lock) {
          this.#blockedSince = null;
          await work();
        } else {
          this.#blockedSince ??= Date.now();
          this.#plan(1, 0);
        }
      });
    } catch {
      // Another turn took over. If it is one of another tab, this one looks again later whether something is left.
      if (this.#turn === turn) {
        this.#yield();
        this.#turn = null;
        this.#plan(1, 0);
      }
    }
  }

  #yield() {
    this.#abort?.abort(YIELDS);
  }

  async #drain(turn) {
    await this.queue.read();
    for (let next = this.#first(); next && this.#turn === turn; next = this.#first()) {
      if (!(await this.#mayBeSent(next)) || this.#turn !== turn || !(await this.#send(next))) {
        return;
      }
    }
    if (this.who.state === 'unreachable') {
      // Another tab may have sent it all: whether there is signal is to be known here too.
      await this.who.look();
      if (this.who.state === 'unreachable') {
        this.#plan(++this.failures, 0);
      }
    }
  }

  #first() {
    return this.queue.waiting(this.who.name)[0];
  }

  /**
   * Whether who wrote it is who is signed in, asked of the service before each one: another tab may have changed it. Where
   * no answer comes nothing was sent, and the report can still be changed in its place.
   */
  async #mayBeSent(row) {
    if (!(row.body.emergency && this.who.isSure())) {
      await this.who.look();
    }
    if (this.who.state === 'unreachable') {
      this.#failed(row, 0);
    }
    return this.who.state === 'in' && (row.who === null || row.who === this.who.name);
  }

  /** @returns {Promise<boolean>} whether the next one is to be sent */
  async #send({ id, follows }) {
    if (follows && !['saved', 'received'].includes(this.queue.row(follows)?.state)) {
      await this.queue.refuse(id, { detail: '', errors: [], reference: null, lost: true });
      return true;
    }
    const row = await this.queue.claim(id);
    if (!row) {
      return true;
    }
    this.inFlight = id;
    this.changed();
    const abort = new AbortController();
    this.#abort = abort;
    const late = setTimeout(() => abort.abort(), row.body.emergency ? EMERGENCY_DEADLINE_MILLIS : DEADLINE_MILLIS);
    const answer = await ask('POST', '/reports', row.body, {}, 0, abort.signal);
    clearTimeout(late);
    return abort.signal.reason !== YIELDS && this.#settle(row, answer);
  }

  async #settle(row, answer) {
    if (answer.ok && answer.body?.id === row.id) {
      this.failures = 0;
      await this.queue.received(row.id, answer.body);
      return true;
    }
    if (answer.status === 401) {
      this.who.ended();
      return false;
    }
    // Only the service itself refuses: anything else was said by somebody on the way.
    if (answer.body?.code && answer.status >= 400 && answer.status < 500 && ![408, 429].includes(answer.status)) {
      await this.queue.refuse(row.id, { detail: answer.body.detail ?? '', errors: answer.body.errors ?? [],
        reference: answer.reference });
      return true;
    }
    this.#failed(row, answer.retryAfterSeconds);
    return false;
  }

  #failed(row, askedSeconds) {
    this.failures++;
    this.#plan(this.failures, askedSeconds, row.body.emergency);
  }

  #plan(failures, askedSeconds, emergency = false) {
    clearTimeout(this.#timer);
    const pause = pauseMillis(failures, emergency, askedSeconds, Math.random());
    this.nextAt = Date.now() + pause;
    this.#timer = setTimeout(() => this.pump(), pause);
    this.changed();
  }
}
