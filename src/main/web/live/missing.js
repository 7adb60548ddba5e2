/** Which parts of the page lack what they show, although the feed is live: each says so itself, the header names them all. */

/**
 * @typedef {'outlines'|'health'|'feed'|'forms'|'preferences'|'commands'|'selected'|'course'|'why'|'history'|'timeline'|'axis'|'charts'
 *   |'watchlist'|'crimes'|'protest'} Part
 */

/** By who says so: two may show the same part. @type {Map<unknown, Part>} */
const parts = new Map();

/** @param {Part} part @param {boolean} isMissing whether it was asked for in vain @param {unknown} by who says so */
export function tellMissing(part, isMissing, by = part) {
  if (isMissing) {
    parts.set(by, part);
  } else {
    parts.delete(by);
  }
}

/** @returns {Part[]} */
export function missingParts() {
  return [...new Set(parts.values())];
}

/**
 * Names a part while its host is on the page and lacks it.
 *
 * @implements {import('lit').ReactiveController}
 */
export class Lack {
  /** @param {import('lit').LitElement} host @param {Part} part @param {() => boolean} isMissing looked at when the host is drawn */
  constructor(host, part, isMissing) {
    this.host = host;
    this.part = part;
    this.isMissing = isMissing;
    host.addController(this);
  }

  hostUpdated() {
    tellMissing(this.part, this.host.isConnected && this.isMissing(), this);
  }

  hostDisconnected() {
    tellMissing(this.part, false, this);
  }
}
