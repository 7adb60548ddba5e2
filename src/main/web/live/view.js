/**
 * Which screen the page shows. The address holds it as `view=queue` or `view=area.rotherham`, so that a link leads to it;
 * going to another one is a step of the browser's history, so that Back leads back.
 */

import { meantInAddress, withInAddress } from './address.js';
import { Followers } from './followers.js';

/** @typedef {{name: string, id: string|null}} View */

const KEY = 'view';

/** The screens, and whether each is of one thing. The first is shown when the address names none. */
const OF_ONE = {
  board: false, queue: false, area: true, protest: true, units: false, arrests: false, timeline: false, wall: false,
};
const BOARD = 'board';

const followers = new Followers();

/** @type {View} */
let current = read();

function read() {
  return meantInAddress(KEY, meaning, { name: BOARD, id: null });
}

function meaning(written) {
  const [, name, id] = /^([a-z]+)(?:\.(.+))?$/.exec(written) ?? [];
  return Object.hasOwn(OF_ONE, name ?? '') && OF_ONE[name] === (id !== undefined) ? { name, id: id ?? null } : null;
}

function follow() {
  const { name, id } = current;
  current = read();
  if (current.name !== name || current.id !== id) {
    followers.tell();
  }
}

window.addEventListener('hashchange', follow);

/** @returns {View} what is shown */
export function view() {
  return current;
}

/** The address of a screen, for a link. All else of the address stays. @param {string} name @param {string} [id] */
export function linkTo(name, id) {
  return hashOf(name, id) || '#';
}

function hashOf(name, id) {
  return withInAddress(KEY, name === BOARD ? null : id === undefined ? name : `${name}.${id}`);
}

/** Shows a screen. @param {string} name @param {string} [id] */
export function goTo(name, id) {
  if (current.name === name && current.id === (id ?? null)) {
    return;
  }
  history.pushState(null, '', location.pathname + hashOf(name, id));
  follow();
}

/** Draws its host again when another screen is shown. */
export class Viewing {
  /** @param {import('lit').ReactiveControllerHost} host */
  constructor(host) {
    followers.add(host);
  }
}
