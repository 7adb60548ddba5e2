import { xyOf } from './mercator.js';

/**
 * @typedef {object} Outline the drawn bounds of an area
 * @property {string} id
 * @property {string} name
 * @property {string|null} parent
 * @property {number} depth how many areas it lies in
 * @property {[number, number][][]} rings in map units, outer ones and holes alike (they are told apart by even-odd)
 * @property {Path2D} path the same relative to `origin`: far from zero a path's numbers would be too coarse
 * @property {[number, number]} origin
 * @property {[number, number, number, number]} extent
 * @property {[number, number][]} spots where its label may stand, best first
 */

/** How far below its top an area's label may stand, as parts of its height. */
const LABEL_DEPTHS = [0.14, 0.32, 0.5, 0.7, 0.86];

/**
 * The outlines of a GeoJSON FeatureCollection of areas, those that hold others first.
 *
 * @returns {Outline[]}
 */
export function outlinesOf({ features }) {
  const parents = new Map(features.map(({ properties }) => [properties.id, properties.parent]));
  const depth = id => (parents.get(id) ? depth(parents.get(id)) + 1 : 0);
  return features
    .filter(({ geometry }) => geometry)
    .map(({ properties, geometry }) => outline(properties, geometry, depth(properties.id)))
    .sort((a, b) => a.depth - b.depth);
}

function outline({ id, name, parent }, geometry, depth) {
  const polygons = geometry.type === 'MultiPolygon' ? geometry.coordinates : [geometry.coordinates];
  const rings = polygons.flat().map(ring => ring.map(xyOf));
  const extent = extentOf(rings.flat());
  const origin = [(extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2];
  return { id, name, parent, depth, rings, path: pathOf(rings, origin), origin, extent, spots: spotsOf(rings, extent) };
}

/** @param {[number, number][]} positions @returns {[number, number, number, number]} */
export function extentOf(positions) {
  const extent = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of positions) {
    extent[0] = Math.min(extent[0], x);
    extent[1] = Math.min(extent[1], y);
    extent[2] = Math.max(extent[2], x);
    extent[3] = Math.max(extent[3], y);
  }
  return extent;
}

function pathOf(rings, [x0, y0]) {
  const path = new Path2D();
  for (const ring of rings) {
    ring.forEach(([x, y], index) => (index === 0 ? path.moveTo(x - x0, y - y0) : path.lineTo(x - x0, y - y0)));
    path.closePath();
  }
  return path;
}

/** At each of some heights the middle of the widest stretch inside. */
function spotsOf(rings, [, bottom, , top]) {
  return LABEL_DEPTHS.map(part => middleAt(rings, top - part * (top - bottom))).filter(Boolean);
}

function middleAt(rings, y) {
  const crossings = rings.flatMap(ring => ring.slice(1).flatMap(([x, end], index) => {
    const [before, start] = ring[index];
    return (start > y) === (end > y) ? [] : [before + (x - before) * (y - start) / (end - start)];
  })).sort((a, b) => a - b);
  let widest = null;
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    const [from, to] = [crossings[index], crossings[index + 1]];
    if (widest === null || to - from > widest.to - widest.from) {
      widest = { from, to };
    }
  }
  return widest && [(widest.from + widest.to) / 2, y];
}

/** Whether a position lies inside. @param {Outline} outline */
export function holds({ extent, rings }, x, y) {
  if (x < extent[0] || x > extent[2] || y < extent[1] || y > extent[3]) {
    return false;
  }
  let inside = false;
  for (const ring of rings) {
    for (let index = 1; index < ring.length; index++) {
      const [[x1, y1], [x2, y2]] = [ring[index - 1], ring[index]];
      if ((y1 > y) !== (y2 > y) && x < x1 + (x2 - x1) * (y - y1) / (y2 - y1)) {
        inside = !inside;
      }
    }
  }
  return inside;
}
