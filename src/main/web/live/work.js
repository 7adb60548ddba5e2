import { agrees, expected, reverse } from './deeds.js';
import { elapsed } from './elapsed.js';
import { Followers } from './followers.js';
import { isPast } from './past.js';
import { ask, clock } from './session.js';

/** So long a deed can be taken back. */
export const UNDO_MILLIS = 10_000;

/** The stream says within a second what a deed led to; after this long it is believed whatever was answered. */
const BELIEVED_MILLIS = 2_000;

/**
 * @typedef {import('./store.js').Alert} Alert
 * @typedef {import('./deeds.js').Deed} Deed
 * @typedef {{deeds: Deed[], what: Deed, until: number}} Undo
 * @typedef {{deed: Deed, answer: import('./session.js').Answer, alert: Alert|null}} Outcome how the service answered, and
 *   the alert as it is when it said so
 */

/**
 * What people do with alerts from this page. A deed shows at once, as the service is expected to answer; when it answers
 * otherwise, or not at all, the alert is shown as it was or as the service says it is.
 */
class Work {
  /** @type {Map<string, {alert: Alert, deed: Deed, until: number}>} */
  #shown = new Map();
  /** @type {Undo[]} newest last */
  #undo = [];
  #followers = new Followers();
  #last = { alerts: null, version: -1, result: null };
  #version = 0;

  /**
   * The alerts with what is expected of the deeds that the stream has not told of yet.
   *
   * @param {Map<string, Alert>} alerts of the picture
   * @returns {Map<string, Alert>} the same object as long as nothing changes
   */
  shown(alerts) {
    if (isPast()) {
      return alerts;
    }
    this.#settle(alerts);
    if (this.#last.alerts !== alerts || this.#last.version !== this.#version) {
      const result = this.#shown.size === 0 ? alerts
        : new Map([...alerts].map(([id, alert]) => [id, this.#shown.get(id)?.alert ?? alert]));
      this.#last = { alerts, version: this.#version, result };
    }
    return this.#last.result;
  }

  /** What was expected and is said by now, or is too old, is over. */
  #settle(alerts) {
    for (const [id, { alert, until }] of this.#shown) {
      const now = alerts.get(id);
      if (elapsed() > until || (now && agrees(now, alert))) {
        this.#shown.delete(id);
        this.#version++;
      }
    }
  }

  /**
   * Does one thing with several alerts: shows it at once, asks the service, and offers to take back what it agreed to.
   *
   * @param {Deed[]} deeds of one verb
   * @param {Map<string, Alert>} alerts of the picture
   * @param {string} me
   * @param {Map<string, string>} [reasons] by alert, why it is on a shelf
   * @param {string|null} [second] token of who stands for it too; it is sent and not kept
   * @returns {Promise<Outcome[]>}
   */
  async does(deeds, alerts, me, reasons = new Map(), second = null) {
    const before = this.shown(alerts);
    const back = deeds.map(deed => before.has(deed.id)
      ? reverse(before.get(deed.id), deed, reasons.get(deed.id) ?? null) : null);
    const outcomes = await this.#do(deeds, alerts, me, second);
    const done = back.filter((deed, index) => deed && outcomes[index].answer.ok);
    if (done.length > 0) {
      this.#undo.push({ deeds: done, what: deeds[0], until: elapsed() + UNDO_MILLIS });
      this.#followers.tell();
    }
    return outcomes;
  }

  /** Takes back what was done last; that is not offered to be taken back. @returns {Promise<Outcome[]>} */
  async undoes(alerts, me) {
    const last = this.undoable();
    this.#undo.pop();
    return last ? this.#do(last.deeds, alerts, me) : [];
  }

  async #do(deeds, alerts, me, second = null) {
    const before = this.shown(alerts);
    const at = new Date(Date.now() + clock.offsetMillis()).toISOString();
    for (const deed of deeds.filter(({ id }) => before.has(id))) {
      this.#expect(deed, expected(before.get(deed.id), deed, me, at), Infinity);
    }
    this.#followers.tell();
    return Promise.all(deeds.map(deed => this.#ask(deed, second)));
  }

  /** What was done last and can be taken back still. @returns {Undo|null} */
  undoable() {
    const now = elapsed();
    this.#undo = this.#undo.filter(({ until }) => until > now);
    return this.#undo.at(-1) ?? null;
  }

  /** Forgets all: somebody else may sign in. */
  forget() {
    this.#shown.clear();
    this.#undo = [];
    this.#version++;
  }

  async #ask(deed, second) {
    const { verb, id, body } = deed;
    const answer = await ask('POST', `/alerts/${encodeURIComponent(id)}/${verb}`, body,
      second === null ? {} : { 'Muster-Second-Person': `Bearer ${second}` });
    const alert = (answer.ok ? answer.body : answer.body?.alert) ?? null;
    const awaited = this.#shown.get(id)?.deed === deed;
    if (awaited) {
      this.#shown.delete(id);
      this.#version++;
    }
    // What the stream has told of already it may have gone beyond by now.
    if (alert && (awaited || !answer.ok)) {
      this.#expect(deed, alert, elapsed() + BELIEVED_MILLIS);
    }
    this.#followers.tell();
    return { deed, answer, alert };
  }

  #expect(deed, alert, until) {
    this.#shown.set(deed.id, { alert, deed, until });
    this.#version++;
  }

  /** Draws a host again when a deed is done or answered. @param {import('lit').ReactiveControllerHost} host */
  follow(host) {
    this.#followers.add(host);
  }
}

export const work = new Work();
