import { ALONE } from './ranks.js';

/** Sites closer than this on the screen become one cluster. */
const REACH_PIXELS = 38;

/**
 * What is drawn at a scale: single sites and clusters of them, side by side in typed arrays.
 *
 * @typedef {object} Groups
 * @property {number} length
 * @property {Float64Array} x in map units; of a cluster the mean
 * @property {Float64Array} y
 * @property {Int32Array} site index of a single site; -1 for a cluster
 * @property {Uint32Array} things how many incidents, protests and units
 * @property {Uint32Array} open how many alerts that nobody has acknowledged
 * @property {Int32Array} of the group of each site
 */

/**
 * Groups sites in their order: each takes those within reach that no group has yet. What is urgent or singled out stays
 * alone.
 *
 * @param {import('./sites.js').Site[]} sites
 * @param {number} resolution map units per pixel
 * @param {(site: import('./sites.js').Site) => boolean} singledOut
 * @returns {Groups}
 */
export function groupsOf(sites, resolution, singledOut) {
  const reach = REACH_PIXELS * resolution;
  const cells = cellsOf(sites, reach, singledOut);
  const groups = emptyGroups(sites.length);
  for (let index = 0; index < sites.length; index++) {
    if (groups.of[index] === -1) {
      const group = groups.length++;
      take(groups, group, sites, index);
      if (!alone(sites[index], singledOut)) {
        for (const near of cells.near(sites[index])) {
          if (groups.of[near] === -1 && within(sites[index], sites[near], reach)) {
            take(groups, group, sites, near);
          }
        }
      }
    }
  }
  for (let group = 0; group < groups.length; group++) {
    groups.x[group] /= groups.members[group];
    groups.y[group] /= groups.members[group];
  }
  return groups;
}

function emptyGroups(size) {
  return {
    length: 0,
    x: new Float64Array(size),
    y: new Float64Array(size),
    site: new Int32Array(size),
    members: new Uint32Array(size),
    things: new Uint32Array(size),
    open: new Uint32Array(size),
    of: new Int32Array(size).fill(-1),
  };
}

function take(groups, group, sites, index) {
  const { x, y, units, open } = sites[index];
  groups.of[index] = group;
  groups.x[group] += x;
  groups.y[group] += y;
  groups.site[group] = groups.members[group] === 0 ? index : -1;
  groups.members[group]++;
  groups.things[group] += 1 + units.length;
  groups.open[group] += open;
}

function alone(site, singledOut) {
  return site.rank >= ALONE || singledOut(site);
}

function within(a, b, reach) {
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2 <= reach ** 2;
}

/** Sites that may join a group, by cells as wide as the reach. */
function cellsOf(sites, reach, singledOut) {
  const cells = new Map();
  const key = (column, row) => column * 0x4000000 + row;
  const at = value => Math.floor(value / reach);
  sites.forEach((site, index) => {
    if (!alone(site, singledOut)) {
      const cell = key(at(site.x), at(site.y));
      const there = cells.get(cell);
      if (there) {
        there.push(index);
      } else {
        cells.set(cell, [index]);
      }
    }
  });
  return {
    * near({ x, y }) {
      for (let column = at(x) - 1; column <= at(x) + 1; column++) {
        for (let row = at(y) - 1; row <= at(y) + 1; row++) {
          yield* cells.get(key(column, row)) ?? [];
        }
      }
    },
  };
}
