/**
 * A place that a form asks for and the map gives. The form waits; the map, while `asked()`, shows a cross and gives the
 * place that was clicked, or its centre on Enter; Esc gives none.
 */

import { Followers } from './followers.js';

const followers = new Followers();

/** @type {((position: {lat: number, lon: number}|null) => void)|null} */
let answer = null;

/** Asks for a place. An earlier question gets none. @returns {Promise<{lat: number, lon: number}|null>} */
export function askForPlace() {
  givePlace(null);
  return new Promise(resolve => {
    answer = resolve;
    followers.tell();
  });
}

/** Whether somebody waits for a place. */
export function asked() {
  return answer !== null;
}

/** Answers the question, if there is one. @param {{lat: number, lon: number}|null} position null when none was chosen */
export function givePlace(position) {
  const resolve = answer;
  answer = null;
  if (resolve) {
    resolve(position);
    followers.tell();
  }
}

/** Draws its host again when a place begins or ceases to be asked for. */
export class Picking {
  /** @param {import('lit').ReactiveControllerHost} host */
  constructor(host) {
    followers.add(host);
  }
}
