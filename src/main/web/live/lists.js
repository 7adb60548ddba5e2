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

/** How many incidents are open: they need no order to be counted. @param {State} state */
export function countOpenIncidents({ incidents }) {
  return [...incidents.values()].reduce((open, incident) => open + isOpen(incident), 0);
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
