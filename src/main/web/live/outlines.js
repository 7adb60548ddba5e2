import { ask } from './session.js';

/** @type {Promise<import('./session.js').Answer>|null} */
let ahead = null;

/** Asks for the outlines of the areas before there is a map to draw them on. */
export function askAhead() {
  ahead = ask('GET', '/areas.geojson');
}

/** Who asked ahead is gone: what they may see is nobody else's. */
export function forgetAhead() {
  ahead = null;
}

/** The outlines of the areas, as GeoJSON; what was asked for ahead is given once. @returns {Promise<import('./session.js').Answer>} */
export function askOutlines() {
  const answer = ahead ?? ask('GET', '/areas.geojson');
  ahead = null;
  return answer;
}
