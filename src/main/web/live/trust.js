/** What the crowds of areas rest on, kept up from one picture to the next: only what changed between them is counted anew. */

import { isOpen } from './store.js';

/**
 * @typedef {import('./store.js').State} State
 * @typedef {import('./store.js').Crowd} Crowd
 *
 * @typedef {object} Basis
 * @property {number} crowds one or more
 * @property {number} single how many of them one source alone has seen
 * @property {number} sources that have seen any of them, each counted once
 * @property {string} oldestAt when the one was last seen that was not seen for longest
 * @property {boolean} partial whether it is of protests alone, because no incidents are shown to this credential
 */

/** @type {Map<string, Sum>} by area */
const sums = new Map();
const counted = { incidents: new Map(), protests: new Map() };

/**
 * What the crowds rest on that there are now in an area, of open incidents and protests; drills count nowhere.
 *
 * @param {State} state @param {string} id of the area @returns {Basis|null} null without a crowd
 */
export function basisIn(state, id) {
  follow('incidents', state);
  follow('protests', state);
  const basis = sums.get(id)?.basis() ?? null;
  return basis && { ...basis, partial: !state.topics.includes('incidents') };
}

/** Forgets all: somebody else may sign in. */
export function forgetBases() {
  sums.clear();
  Object.assign(counted, { incidents: new Map(), protests: new Map() });
}

/** What one crowd rests on. @param {Crowd} crowd @returns {Basis} */
export function basisOf({ estimates, asOf }) {
  return { crowds: 1, single: Number(estimates.length < 2), sources: estimates.length, oldestAt: asOf, partial: false };
}

/** Takes out what a picture no longer has as it was, and takes in what it has otherwise. */
function follow(kind, state) {
  const [before, now] = [counted[kind], state[kind]];
  if (before === now) {
    return;
  }
  counted[kind] = now;
  for (const [id, thing] of before) {
    if (now.get(id) !== thing) {
      count(thing, -1);
    }
  }
  for (const [id, thing] of now) {
    if (before.get(id) !== thing) {
      count(thing, 1);
    }
  }
}

function count(thing, sign) {
  const { crowd, areas, drill } = thing;
  if (crowd?.best == null || drill || !isOpen(thing)) {
    return;
  }
  for (const id of areas) {
    if (!sums.has(id)) {
      sums.set(id, new Sum());
    }
    sums.get(id).add(crowd, sign);
  }
}

/** The crowds of one area. */
class Sum {
  #crowds = 0;
  #single = 0;
  #sources = new Map();
  #times = new Map();
  /** Null until it is looked for. @type {string|null} */
  #oldestAt = null;

  /** @returns {Omit<Basis, 'partial'>|null} as it is now */
  basis() {
    if (this.#crowds === 0) {
      return null;
    }
    this.#oldestAt ??= [...this.#times.keys()].reduce((oldest, time) => (time < oldest ? time : oldest));
    return { crowds: this.#crowds, single: this.#single, sources: this.#sources.size, oldestAt: this.#oldestAt };
  }

  /** @param {Crowd} crowd @param {1|-1} sign */
  add({ estimates, asOf }, sign) {
    this.#crowds += sign;
    this.#single += estimates.length < 2 ? sign : 0;
    estimates.forEach(({ observer }) => tally(this.#sources, observer, sign));
    tally(this.#times, asOf, sign);
    if (this.#oldestAt !== null && asOf <= this.#oldestAt) {
      this.#oldestAt = sign > 0 ? asOf : null;
    }
  }
}

function tally(counts, key, sign) {
  const count = (counts.get(key) ?? 0) + sign;
  if (count === 0) {
    counts.delete(key);
  } else {
    counts.set(key, count);
  }
}
