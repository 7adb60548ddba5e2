import { isPast } from '../live/past.js';
import { Light } from './light.js';

/** An element that shows something of the picture. The board hands the same to each of them. */
export class Part extends Light {
  static properties = {
    /** @type {import('../live/store.js').State} */
    picture: { attribute: false },
    /** Who is signed in: `{name, role, areas}`. */
    session: { attribute: false },
    /** The wall clock's time that the figures are of; null when they are live. */
    staleAt: { attribute: false },
    /** The service's time, in whole seconds. */
    nowMillis: { attribute: false },
  };
}

/** @type {WeakSet<object>} parts that were given the past last */
const past = new WeakSet();

/**
 * Whether what a part is given is live again after it was not: after an outage, and after a replay, in which there may have
 * been one.
 *
 * @param {{staleAt: number|null}} part @param {Map} changed its properties
 */
export function isBack(part, changed) {
  const wasPast = past.delete(part);
  if (isPast()) {
    past.add(part);
    return false;
  }
  return part.staleAt === null && (wasPast || typeof changed.get('staleAt') === 'number');
}

/** Asks the screen it stands on to bring a part into sight and to give it the focus. @param {HTMLElement} from @param {string} part */
export function show(from, part) {
  from.dispatchEvent(new CustomEvent('muster-show', { bubbles: true, detail: part }));
}

/** The same from outside of the screens: the one that is shown if it has the part, else the board. @param {string} part */
export function bring(part) {
  document.querySelector('muster-views')?.bring(part);
}
