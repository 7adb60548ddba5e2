/**
 * What of the page's state stands in its address after `#`, so that a link leads to the same view: nothing personal, and
 * never a new step in the history.
 */

const values = () => new URLSearchParams(location.hash.slice(1));

/** Keys whose value in the address means nothing. */
const damaged = new Set();

/** @param {string} key @returns {string|null} */
export function inAddress(key) {
  return values().get(key);
}

/**
 * What a value of the address means. One that means nothing counts as damaged: the page says so and shows the usual.
 *
 * @template T
 * @param {string} key
 * @param {(written: string) => T|null} meaning null when it means nothing
 * @param {T} usual when the address has no such value
 * @returns {T}
 */
export function meantInAddress(key, meaning, usual) {
  const written = inAddress(key);
  const meant = written === null ? usual : meaning(written);
  damaged[written !== null && meant === null ? 'add' : 'delete'](key);
  return meant ?? usual;
}

/** The meaning of a word of a closed set. @param {string[]} words */
export function oneOf(words) {
  return written => (words.includes(written) ? written : null);
}

/** What an id of the configuration looks like: of an area, a rule, a role. */
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The meaning of an id of something that is not listed here. @param {string} written */
export function anId(written) {
  return SLUG.test(written) ? written : null;
}

/** The meaning of an area's id. @param {Map<string, unknown>} [areas] while there are none, whatever could be an id is taken */
export function oneOfAreas(areas) {
  return areas?.size ? written => (areas.has(written) ? written : null) : anId;
}

/** Which values of the address mean nothing. @returns {string[]} their keys */
export function damagedInAddress() {
  return [...damaged];
}

/** Takes out of the address what means nothing. */
export function repairAddress() {
  [...damaged].forEach(key => putInAddress(key, null));
}

/** The whole of what stands after the path, with one value changed. @param {string} key @param {string|null} value null takes it out */
export function withInAddress(key, value) {
  const all = values();
  if (value === null) {
    all.delete(key);
  } else {
    all.set(key, value);
  }
  return all.size === 0 ? '' : `#${all}`;
}

/** @param {string} key @param {string|null} value null takes it out */
export function putInAddress(key, value) {
  damaged.delete(key);
  const hash = withInAddress(key, value);
  if (hash !== location.hash) {
    history.replaceState(history.state, '', location.pathname + hash);
  }
}

/** Lets its host read the address: at once, and when somebody goes to another one. */
export class Addressed {
  /** @param {import('lit').ReactiveControllerHost} host @param {() => void} read */
  constructor(host, read) {
    this.read = read;
    host.addController(this);
    read();
  }

  hostConnected() {
    window.addEventListener('hashchange', this.read);
  }

  hostDisconnected() {
    window.removeEventListener('hashchange', this.read);
  }
}

/** Lets its host read the address again when the areas are known: before that one that does not exist is not told apart. */
export class KnowingAreas {
  #known = false;

  /** @param {import('lit').ReactiveControllerHost & {picture: {areas: Map<string, unknown>}}} host @param {() => void} read */
  constructor(host, read) {
    this.host = host;
    this.read = read;
    host.addController(this);
  }

  hostUpdate() {
    const known = this.host.picture.areas.size > 0;
    if (known && !this.#known) {
      this.read();
    }
    this.#known = known;
  }
}
