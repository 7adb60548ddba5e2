import { positions } from '../../text/parse.js';

/**
 * Where a unit was last: a place of its own, or that of what it is at.
 *
 * @param {string} callSign
 * @param {import('../../live/store.js').State} picture
 * @returns {{lat: number, lon: number, accuracy?: number, at: string}|null} with the moment it is of
 */
export function lastOf(callSign, picture) {
  const unit = picture.units.get(callSign);
  const location = unit && (unit.location ?? picture.incidents.get(unit.incident)?.location
    ?? middle(picture.protests.get(unit.protest)?.place));
  return location ? { ...location, at: unit.effectiveAt } : null;
}

/** Where something is that a report is an update of. @returns {{lat: number, lon: number}|null} */
export function placeOf(kind, id, picture) {
  return kind === 'incident' ? picture.incidents.get(id)?.location ?? null : middle(picture.protests.get(id)?.place);
}

/** The first position of a GeoJSON geometry: longitude stands first there. */
function middle(place) {
  const [lon, lat] = place?.coordinates.flat(2) ?? [];
  return lat === undefined ? null : { lat, lon };
}

/** What is typed as a position: one of them. @returns {{lat: number, lon: number}|null} */
export function onePosition(text) {
  const found = positions(text);
  return found?.length === 1 ? found[0] : null;
}
