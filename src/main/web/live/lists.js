/** What the page lists, picked and ordered from what it knows. */

import { isOpen } from './store.js';

/**
 * @typedef {import('./store.js').State} State
 * @typedef {import('./store.js').Area} Area
 * @typedef {import('./store.js').Incident} Incident
 * @typedef {import('./store.js').Protest} Protest
 */

const DAY_MILLIS = 24 * 3600 * 1000;

/** Incidents that are open, newest first. @param {State} state @returns {Incident[]} */
export function openIncidents(state) {
  return once(state.incidents, () => newestFirst([...state.incidents.values()].filter(isOpen), ({ openedAt }) => openedAt));
}

/** Incidents that closed in the 24 h up to `nowMillis`, last closed first. @param {State} state @returns {Incident[]} */
export function closedIncidents(state, nowMillis) {
  return over(state.incidents, incident => incident.closedAt, nowMillis);
}

/** Protests that are live, then those that are planned, each by their start. @param {State} state @returns {Protest[]} */
export function openProtests(state) {
  return once(state.protests, () => [...state.protests.values()].filter(isOpen).sort((a, b) =>
    (b.status === 'live') - (a.status === 'live')
    || Date.parse(a.startsAt) - Date.parse(b.startsAt) || (a.id < b.id ? -1 : 1)));
}

/**
 * The crowds that there are now in an area, of open incidents and protests; drills count nowhere.
 *
 * @param {State} state @param {string} id of the area @returns {import('./store.js').Crowd[]}
 */
export function crowdsIn(state, id) {
  const [incidents, protests] = [state.incidents, state.protests].map(things => byArea(things).get(id) ?? []);
  // The same list as long as nothing changes, so that what it comes to can be kept.
  return protests.length === 0 ? incidents : [...incidents, ...protests];
}

/** @type {WeakMap<Map<string, Incident|Protest>, Map<string, import('./store.js').Crowd[]>>} */
const gathered = new WeakMap();

/** In no order: to sort thousands for every picture would hold up all else. */
function byArea(things) {
  const known = gathered.get(things);
  if (known) {
    return known;
  }
  const crowds = new Map();
  gathered.set(things, crowds);
  for (const thing of things.values()) {
    const { crowd, areas, drill } = thing;
    for (const id of crowd?.best == null || drill || !isOpen(thing) ? [] : areas) {
      const here = crowds.get(id);
      if (here) {
        here.push(crowd);
      } else {
        crowds.set(id, [crowd]);
      }
    }
  }
  return crowds;
}

/**
 * How many people the plans expect in an area: those of protests that are live or start within a day, as the officers that
 * they plan count there. Null without such a plan.
 *
 * @param {State} state @returns {{low: number, high: number}|null}
 */
export function expectedIn(state, id, nowMillis) {
  const plans = openProtests(state).filter(({ areas, expected, drill, status, startsAt }) => expected && !drill && areas.includes(id)
    && (status === 'live' || Date.parse(startsAt) <= nowMillis + DAY_MILLIS)).map(({ expected }) => expected);
  const sum = bound => plans.reduce((total, plan) => total + plan[bound], 0);
  return plans.length === 0 ? null : { low: sum('low'), high: sum('high') };
}

const made = new WeakMap();

/** A list is made once for as long as what it is made of stays the same: several parts show it. */
function once(objects, make) {
  if (!made.has(objects)) {
    made.set(objects, make());
  }
  return made.get(objects);
}

/** Protests that ended or were cancelled in the 24 h up to `nowMillis`, last one first. @returns {Protest[]} */
export function endedProtests(state, nowMillis) {
  return over(state.protests, protest => protest.endedAt ?? protest.cancelledAt, nowMillis);
}

/** What is over since less than a day; what no report is left of never was. */
function over(objects, overAt, nowMillis) {
  return newestFirst([...objects.values()].filter(object => !isOpen(object) && (object.reports > 0 || object.planned)
    && Date.parse(overAt(object)) > nowMillis - DAY_MILLIS), overAt);
}

/** The service writes every time in UTC and with milliseconds, so that their order is that of their letters. */
function newestFirst(objects, time) {
  return objects.sort((a, b) => compare(time(b), time(a)) || compare(a.id, b.id));
}

function compare(a, b) {
  return a < b ? -1 : Number(a > b);
}

/**
 * Areas as a tree, parents before children, by name; what lies outside every area comes last.
 *
 * @param {State} state
 * @returns {{area: Area, depth: number, parent: Area|null}[]} an area whose parent is not within one's rights is a root
 */
export function areaTree(state) {
  const children = new Map();
  for (const area of state.areas.values()) {
    const parent = state.areas.has(area.parent) ? area.parent : null;
    children.set(parent, [...(children.get(parent) ?? []), area]);
  }
  const rows = [];
  const add = (parent, depth) => {
    const level = children.get(parent?.id ?? null) ?? [];
    level.sort((a, b) => (a.id === 'elsewhere') - (b.id === 'elsewhere') || a.name.localeCompare(b.name));
    for (const area of level) {
      rows.push({ area, depth, parent });
      add(area, depth + 1);
    }
  };
  add(null, 0);
  return rows;
}

/** When the last report was received in any area, or null. @param {State} state */
export function lastReportAt(state) {
  const times = [...state.areas.values()].map(area => area.reports.lastAt).filter(Boolean);
  return times.reduce((newest, time) => (newest === null || Date.parse(time) > Date.parse(newest) ? time : newest), null);
}
