import { isOldCrowd, isOldUnit } from '../../live/old.js';
import { isOpen } from '../../live/store.js';
import { xOf, xyOf, yOf } from './mercator.js';
import { ALONE } from './ranks.js';

/**
 * A place on the map where something is: an incident or a protest with the units at it, or a unit at a place of its own.
 *
 * @typedef {object} Site
 * @property {'incident'|'protest'|'unit'} type
 * @property {string} id
 * @property {object} object as the store has it
 * @property {number} x in map units
 * @property {number} y
 * @property {number} rank of its most urgent alert that nobody has acknowledged; units at it left out
 * @property {number} open how many such alerts, those about its units too
 * @property {boolean} old whether what is known of it is too old to be the present
 * @property {{object: object, rank: number, old: boolean}[]} units that stand round it, by call sign
 * @property {[number, number]} offset from its position on the screen, in pixels
 */

/** A unit in danger is shown beside what it is at, at any scale. */
const BESIDE = [0, -30];
const HERE = [0, 0];

/**
 * What there is to draw, in an order that stays the same while things only change.
 *
 * @param {import('../../live/store.js').State} picture
 * @param {import('./ranks.js').Attention} attention
 * @param {boolean} withUnits
 * @param {number} nowMillis
 * @returns {Site[]}
 */
export function sitesOf(picture, attention, withUnits, nowMillis) {
  /** @type {Site[]} */
  const sites = [];
  const add = (type, id, object, position, offset = HERE) => {
    if (position) {
      const [x, y] = position;
      const old = type === 'unit' ? isOldUnit(object, nowMillis) : isOldCrowd(object.crowd, nowMillis);
      sites.push({ type, id, object, x, y, offset, old, units: [],
        rank: attention.rank(type, id), open: attention.count(type, id) });
    }
  };
  for (const incident of picture.incidents.values()) {
    if (isOpen(incident)) {
      add('incident', incident.id, incident, located(incident.location));
    }
  }
  for (const protest of picture.protests.values()) {
    if (isOpen(protest)) {
      add('protest', protest.id, protest, anchorOf(protest.place));
    }
  }
  if (withUnits) {
    const hosts = new Map(sites.map(site => [site.id, site]));
    [...picture.units.values()].sort((a, b) => (a.unit < b.unit ? -1 : 1))
      .forEach(unit => post(unit, { picture, attention, nowMillis }, hosts, add));
  }
  return sites;
}

/** A unit stands where it said, or round what it is at; when that is over, where that was. */
function post(unit, { picture, attention, nowMillis }, hosts, add) {
  if (unit.state === 'released') {
    return;
  }
  const rank = attention.rank('unit', unit.unit);
  const host = hosts.get(unit.incident ?? unit.protest);
  if (!host || rank >= ALONE) {
    add('unit', unit.unit, unit, unitPosition(unit, picture), host ? BESIDE : HERE);
  } else {
    host.units.push({ object: unit, rank, old: isOldUnit(unit, nowMillis) });
    host.open += attention.count('unit', unit.unit);
  }
}

/** @returns {[number, number]|null} */
export function unitPosition(unit, picture) {
  return located(unit.location) ?? located(picture.incidents.get(unit.incident)?.location)
    ?? anchorOf(picture.protests.get(unit.protest)?.place);
}

function located(location) {
  return location ? [xOf(location.lon), yOf(location.lat)] : null;
}

/** Where the symbol of a protest stands: at its point, at the start of its route, in the middle of its ground. */
export function anchorOf(place) {
  switch (place?.type) {
    case 'Point':
      return xyOf(place.coordinates);
    case 'LineString':
      return xyOf(place.coordinates[0]);
    case 'Polygon': {
      const corners = place.coordinates[0].slice(1).map(xyOf);
      return [0, 1].map(axis => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length);
    }
    default:
      return null;
  }
}
