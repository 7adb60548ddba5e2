/** The time zone of this computer. Somebody may change it while the page is open. */

import { Followers } from './followers.js';

const LOOK_MILLIS = 1_000;

const followers = new Followers();

let lookedAt = -Infinity;
let inForce = null;
/** The one of which somebody at this page knows that times are of it: at first that of the page's beginning. */
let known = null;

/** Its name, looked up at most once a second: `Europe/London`. */
export function zoneInForce() {
  if (performance.now() - lookedAt >= LOOK_MILLIS) {
    lookedAt = performance.now();
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    known ??= timeZone;
    if (inForce !== null && timeZone !== inForce) {
      // Not now: whoever asks may be just being drawn.
      queueMicrotask(() => followers.tell());
    }
    inForce = timeZone;
  }
  return inForce;
}

/** Whether times are of another zone than somebody at this page knows. */
export function isZoneNew() {
  return zoneInForce() !== known;
}

export function knowZone() {
  known = zoneInForce();
}

/** Draws its host again when the zone has changed. @param {import('lit').ReactiveControllerHost} host */
export function followZone(host) {
  followers.add(host);
}
