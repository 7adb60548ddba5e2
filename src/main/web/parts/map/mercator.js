/** Web Mercator (EPSG:3857), in which the map's view counts: metres at the equator, y to the north. */

const RADIUS_METRES = 6_378_137;
const RADIANS = Math.PI / 180;

/** Near the poles y would be without end. */
const LAT_MAX = 85;

export function xOf(lon) {
  return lon * RADIANS * RADIUS_METRES;
}

export function yOf(lat) {
  const bounded = Math.max(-LAT_MAX, Math.min(LAT_MAX, lat));
  return RADIUS_METRES * Math.log(Math.tan(Math.PI / 4 + bounded * RADIANS / 2));
}

/** @returns {[number, number]} of a GeoJSON position */
export function xyOf([lon, lat]) {
  return [xOf(lon), yOf(lat)];
}

export function lonOf(x) {
  return x / RADIUS_METRES / RADIANS;
}

export function latOf(y) {
  return (2 * Math.atan(Math.exp(y / RADIUS_METRES)) - Math.PI / 2) / RADIANS;
}
