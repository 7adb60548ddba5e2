/**
 * Whether the page shows the past, and which moment of it. It is set together with the picture of that moment, so that what
 * looks here never takes the past for the present.
 */

/** @type {number|null} */
let shown = null;

/** The moment that the page shows; null while it shows the present. @returns {number|null} milliseconds */
export function pastMillis() {
  return shown;
}

/** Whether what is seen is the past: nothing can be done with it then. */
export function isPast() {
  return shown !== null;
}

/** @param {number|null} millis null for the present */
export function showPast(millis) {
  shown = millis;
}
