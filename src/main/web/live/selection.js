/**
 * The one thing that is selected on the page. Every part shows it and every part may set it; the address holds it as
 * `sel=incident.<id>`.
 */

import { meantInAddress, putInAddress } from './address.js';
import { Followers } from './followers.js';

/**
 * @typedef {'area'|'incident'|'protest'|'unit'|'alert'} Type
 * @typedef {{type: Type, id: string}} Selected
 */

const KEY = 'sel';
const TYPES = new Set(['area', 'incident', 'protest', 'unit', 'alert']);

const followers = new Followers();

/** @type {Selected|null} */
let current = fromAddress();

function fromAddress() {
  return meantInAddress(KEY, written => {
    const [, type, id] = /^([a-z]+)\.(.+)$/.exec(written) ?? [];
    return TYPES.has(type) ? { type, id } : null;
  }, null);
}

window.addEventListener('hashchange', () => select(fromAddress()));

/** @returns {Selected|null} */
export function selected() {
  return current;
}

/** @param {Type} type @param {string} id */
export function isSelected(type, id) {
  return current?.type === type && current.id === id;
}

/** Selects one thing, or nothing. What is selected already tells nobody. @param {Selected|null} next */
export function select(next) {
  if (next?.type === current?.type && next?.id === current?.id) {
    return;
  }
  current = next;
  putInAddress(KEY, next && `${next.type}.${next.id}`);
  followers.tell(current);
}

/** Draws its host again when something else is selected. */
export class Selecting {
  /**
   * @param {import('lit').ReactiveControllerHost} host
   * @param {(selected: Selected|null) => void} [changed] called before the host is drawn again
   */
  constructor(host, changed) {
    followers.add(host, changed);
  }
}
