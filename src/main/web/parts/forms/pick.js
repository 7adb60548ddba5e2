import { askForPlace } from '../../live/pick.js';
import { bring } from '../part.js';

/** Asks for a place with the map in sight and in hand. @returns {Promise<{lat: number, lon: number}|null>} */
export function pickPlace() {
  const place = askForPlace();
  bring('map');
  return place;
}
