/** What the service finds by words in titles, plans and reports, beside what the page has loaded. */

import { ask } from './session.js';

/** Nothing is asked for while somebody types on. */
const PAUSE_MILLIS = 300;

const DEADLINE_MILLIS = 5_000;

/** So many of each kind are shown; those beyond are only counted, as far as they were asked for. */
const SHOWN_MAX = 6;
const ASKED_MAX = 30;

/** What has lists that are searched, by the topic that one has to be told of. */
const TYPES = { incidents: 'incident', protests: 'protest' };

/** A single letter stands in everything. */
const ENOUGH = /[\p{L}\p{N}]{2}/u;

/**
 * @typedef {object} Outcome
 * @property {{type: 'incident'|'protest', object: object}[]} found
 * @property {number} more how many others were found, as far as they were counted
 * @property {boolean} isUncounted whether there are more than that
 * @property {import('./session.js').Answer|null} failed the answer that was none
 */

/** One search at a time: the next one ends the one before. */
export class Search {
  /** @type {'idle'|'asking'|Outcome} */
  state = 'idle';
  /** @type {AbortController|null} */
  #cancel = null;
  #timer = 0;

  /** @param {() => void} changed when something was answered */
  constructor(changed) {
    this.changed = changed;
  }

  /**
   * Searches after a pause.
   *
   * @param {string} words
   * @param {string[]} topics that one is told of
   * @param {Set<string>} known what is found already, as `incident.<id>`
   */
  begin(words, topics, known) {
    this.stop();
    if (ENOUGH.test(words)) {
      this.state = 'asking';
      this.#timer = setTimeout(() => this.#ask(words, Object.keys(TYPES).filter(kind => topics.includes(kind)), known), PAUSE_MILLIS);
    }
  }

  stop() {
    clearTimeout(this.#timer);
    this.#cancel?.abort();
    this.#cancel = null;
    this.state = 'idle';
  }

  async #ask(words, kinds, known) {
    const cancel = new AbortController();
    this.#cancel = cancel;
    const deadline = setTimeout(() => cancel.abort(), DEADLINE_MILLIS);
    const query = new URLSearchParams({ q: words, limit: ASKED_MAX });
    const answers = await Promise.all(kinds.map(kind => ask('GET', `/${kind}?${query}`, undefined, {}, 0, cancel.signal)));
    clearTimeout(deadline);
    if (this.#cancel === cancel) {
      const others = kinds.map((kind, index) => (answers[index].body?.items ?? [])
        .filter(({ id }) => !known.has(`${TYPES[kind]}.${id}`)).map(object => ({ type: TYPES[kind], object })));
      this.state = {
        found: others.flatMap(some => some.slice(0, SHOWN_MAX)),
        more: others.reduce((sum, { length }) => sum + Math.max(0, length - SHOWN_MAX), 0),
        isUncounted: answers.some(({ body }) => Boolean(body?.next)),
        failed: answers.find(({ ok }) => !ok) ?? null,
      };
      this.changed();
    }
  }
}
