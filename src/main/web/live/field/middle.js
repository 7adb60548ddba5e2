/** Where to put somebody who says no more than in which area they are. */

const STEPS = 24;
const METRES_A_DEGREE = 111_320;

/**
 * @typedef {object} Place an area that can be picked without a map
 * @property {string} id
 * @property {string} name
 * @property {string|null} parent its name
 * @property {number} lat
 * @property {number} lon
 * @property {number} accuracy metres from there to the farthest corner: all of the area
 */

/**
 * The areas as places, by name: of each a point near its middle that lies in it and in none of the areas within it.
 *
 * @param {object} geojson as the service gives it
 * @returns {Place[]}
 */
export function places(geojson) {
  const features = geojson.features.filter(({ geometry }) => geometry);
  const names = new Map(features.map(({ properties: { id, name } }) => [id, name]));
  return features.map(feature => {
    const { id, name, parent } = feature.properties;
    const inner = features.filter(({ properties }) => properties.parent === id).map(rings);
    const own = rings(feature);
    const middle = middleOf(own, inner);
    return middle && { id, name, parent: names.get(parent) ?? null, ...middle, accuracy: reach(own, middle) };
  }).filter(Boolean).sort((a, b) => a.name.localeCompare(b.name));
}

function rings({ geometry: { type, coordinates } }) {
  return type === 'MultiPolygon' ? coordinates.flat() : coordinates;
}

function middleOf(own, inner) {
  const corners = own.flat();
  const [west, east] = ends(corners.map(([lon]) => lon));
  const [south, north] = ends(corners.map(([, lat]) => lat));
  const centre = { lat: (south + north) / 2, lon: (west + east) / 2 };
  const found = grid(west, east, south, north)
    .filter(point => holds(own, point) && !inner.some(area => holds(area, point)))
    .map(point => ({ point, apart: metres(point, centre) }))
    .sort((a, b) => a.apart - b.apart)[0];
  return found ? { lat: round(found.point.lat), lon: round(found.point.lon) } : null;
}

const ends = numbers => numbers.reduce(([low, high], each) => [Math.min(low, each), Math.max(high, each)], [Infinity, -Infinity]);

function grid(west, east, south, north) {
  const points = [];
  for (let x = 1; x < STEPS; x++) {
    for (let y = 1; y < STEPS; y++) {
      points.push({ lon: west + ((east - west) * x) / STEPS, lat: south + ((north - south) * y) / STEPS });
    }
  }
  return points;
}

/** Whether a point lies within an odd number of rings: holes count. */
function holds(all, { lat, lon }) {
  let inside = false;
  for (const ring of all) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [[x1, y1], [x2, y2]] = [ring[i], ring[j]];
      if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) {
        inside = !inside;
      }
    }
  }
  return inside;
}

function reach(own, middle) {
  return Math.ceil(Math.max(...own.flat().map(([lon, lat]) => metres({ lat, lon }, middle))));
}

/** Flat where they are: the areas of a force are small. */
function metres(a, b) {
  const north = (a.lat - b.lat) * METRES_A_DEGREE;
  const east = (a.lon - b.lon) * METRES_A_DEGREE * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(north, east);
}

const round = degrees => Math.round(degrees * 1e5) / 1e5;
