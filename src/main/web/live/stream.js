import { elapsed } from './elapsed.js';
import { STALE_MILLIS } from './life.js';
import { ticket } from './session.js';

/** A connection that was silent for this long is given up and opened anew: its peer may be gone without a word. */
const SILENT_MILLIS = 8_000;

/** A connection that has not opened by then will not. */
const OPENING_MILLIS = 5_000;

/** Waiting before an attempt: doubles from the first to the last, less a random part so that screens do not come at once. */
const WAIT_FIRST_MILLIS = 500;
const WAIT_MAX_MILLIS = 8_000;

/** A refusal that only an administrator can mend is asked again at this pace. */
const WAIT_REFUSED_MILLIS = 30_000;

/** Close codes of the contract. */
const ENDED = 4401;
const SLOW = 4408;
const UNKNOWN_CURSOR = 4410;

/** @type {import('./life.js').Link} */
const UNHEARD = { phase: 'idle', heardAt: 0, freshAt: 0, freshWall: 0, tries: 0, nextTryAt: 0, words: null, refused: false, anew: 0 };

/**
 * Keeps the stream open for as long as it is started: takes a ticket, connects, subscribes after the last cursor, and
 * when the connection ends tries again, for ever. It keeps no picture: messages go to `onMessage` in order.
 */
export class Stream {
  #socket = null;
  #timer = 0;
  #attempt = 0;
  #cursor = null;
  /** The alert that the service was told is looked at, on this connection. */
  #looking = null;
  #checkedAt = 0;

  link = UNHEARD;

  /**
   * @param {object} on
   * @param {(message: object) => void} on.message each message of the service, and `{type: 'resumed'}` before those
   *   that follow a resume
   * @param {() => void} on.link the link changed
   * @param {(credential: boolean) => void} on.ended the stream has stopped for good, because the credential ended or
   *   only the session did
   */
  constructor(on) {
    this.on = on;
  }

  start() {
    this.#set({ phase: 'connecting', tries: 0 });
    this.#open();
  }

  stop() {
    this.#drop();
    this.#cursor = null;
    this.link = UNHEARD;
  }

  /** Looks whether the connection still speaks; at once when the tab or the network has come back. */
  check({ atOnce = false } = {}) {
    const { phase, heardAt } = this.link;
    const slept = this.#slept();
    this.#checkedAt = elapsed();
    if (slept) {
      this.#lost(0, true);
    } else if (this.#speaking() && elapsed() - heardAt > SILENT_MILLIS) {
      this.#lost(0);
    } else if (atOnce && (phase === 'waiting' || phase === 'refused')) {
      this.#open();
    }
  }

  #speaking() {
    return this.link.phase === 'live' || this.link.phase === 'catching-up';
  }

  /**
   * Whether the page itself stood still, as when its computer or its tab slept: nobody looked and nothing was heard. What
   * the connection says then may have been said long ago.
   */
  #slept() {
    return this.#speaking() && elapsed() - Math.max(this.link.heardAt, this.#checkedAt) > STALE_MILLIS;
  }

  /** Says something to the service. @returns {boolean} whether there is a connection that takes it */
  say(message) {
    if (this.link.phase !== 'live') {
      return false;
    }
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  /** Which alert is looked at here, or null: told when it is another one, and anew on each connection. */
  look(alert) {
    if (alert !== this.#looking && this.say({ type: 'looking', alert })) {
      this.#looking = alert;
    }
  }

  #set(change) {
    this.link = { ...this.link, ...change };
    this.on.link();
  }

  /** The same when something was heard: that the link goes on as it was is said by whoever looks at it. */
  #keep(change) {
    const { phase } = this.link;
    if (change.phase === phase) {
      this.link = { ...this.link, ...change };
    } else {
      this.#set(change);
    }
  }

  async #open() {
    this.#drop();
    const attempt = ++this.#attempt;
    this.#set({ phase: 'connecting', tries: this.link.tries + 1 });
    const answer = await ticket();
    if (attempt !== this.#attempt) {
      return;
    }
    if (answer.status === 401) {
      this.#end(false);
    } else if (answer.status === 403) {
      this.#refused(answer, WAIT_REFUSED_MILLIS);
    } else if (answer.status === 429 || answer.body?.code === 'busy') {
      this.#refused(answer, this.#backOff(answer.retryAfterSeconds * 1_000));
    } else if (!answer.ok) {
      this.#lost(answer.retryAfterSeconds * 1_000);
    } else {
      this.#connect(answer.body.ticket);
    }
  }

  #connect(value) {
    const address = new URL('/api/v1/stream', location.href);
    address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(address, ['muster.v1', `ticket.${value}`]);
    this.#socket = socket;
    this.#timer = setTimeout(() => this.#lost(0), OPENING_MILLIS);
    socket.onopen = () => this.#subscribe(socket);
    socket.onmessage = event => this.#heard(event.data);
    socket.onclose = event => this.#closed(event);
  }

  #subscribe(socket) {
    const after = this.#cursor;
    socket.send(JSON.stringify({ type: 'subscribe', ...(after && { after }) }));
    this.#set({ words: null, refused: false });
    if (after) {
      this.on.message({ type: 'resumed' });
    }
  }

  #heard(text) {
    clearTimeout(this.#timer);
    if (this.#slept()) {
      this.#lost(0, true);
      return;
    }
    const message = JSON.parse(text);
    const now = elapsed();
    this.#cursor = message.cursor ?? this.#cursor;
    if (message.type === 'problem') {
      this.#set({ words: message.detail ?? message.title ?? null });
      return;
    }
    this.on.message(message);
    const live = message.type === 'live' || this.link.phase === 'live';
    const fresh = live || message.type === 'picture';
    this.#keep({
      phase: live ? 'live' : 'catching-up',
      heardAt: now,
      ...(fresh && { freshAt: now, freshWall: Date.now() }),
      ...(live && { tries: 0 }),
    });
  }

  #closed({ code }) {
    if (code === ENDED) {
      this.#end(true);
      return;
    }
    if (code === UNKNOWN_CURSOR) {
      this.#cursor = null;
      this.#set({ anew: this.link.anew + 1 });
    }
    const atOnce = (code === SLOW || code === UNKNOWN_CURSOR) && this.link.tries <= 1;
    this.#lost(0, atOnce);
  }

  #end(credential) {
    this.stop();
    this.on.ended(credential);
  }

  #refused({ body }, millis) {
    this.#wait('refused', millis);
    this.#set({ words: body?.detail ?? null, refused: true });
  }

  #lost(leastMillis, atOnce = false) {
    this.#wait('waiting', atOnce ? 0 : this.#backOff(leastMillis));
    this.#set({ refused: false });
  }

  #backOff(leastMillis) {
    const doubled = WAIT_FIRST_MILLIS * 2 ** Math.min(this.link.tries, 10);
    return Math.max(Math.min(doubled, WAIT_MAX_MILLIS) * (0.5 + Math.random() / 2), leastMillis);
  }

  #wait(phase, millis) {
    this.#drop();
    this.#timer = setTimeout(() => this.#open(), millis);
    this.#set({ phase, nextTryAt: elapsed() + millis });
  }

  /** Lets go of the socket without waiting for its peer, which may never answer. */
  #drop() {
    clearTimeout(this.#timer);
    this.#attempt++;
    this.#looking = null;
    const socket = this.#socket;
    this.#socket = null;
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    }
  }
}
