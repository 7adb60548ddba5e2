import { askForPlace } from '../../live/pick.js';

/** Asks for a place with the map in sight and in hand. @returns {Promise<{lat: number, lon: number}|null>} */
export function pickPlace() {
  const place = askForPlace();
  document.querySelector('muster-board')?.goTo('map');
  return place;
}
