/** Which parts of the page lack what they show, although the feed is live: each says so itself, the header names them all. */

/** @typedef {'outlines'|'health'|'feed'|'forms'|'preferences'|'commands'} Part */

/** @type {Set<Part>} */
const parts = new Set();

/** @param {Part} part @param {boolean} isMissing whether it was asked for in vain */
export function tellMissing(part, isMissing) {
  parts[isMissing ? 'add' : 'delete'](part);
}

/** @returns {Part[]} */
export function missingParts() {
  return [...parts];
}
