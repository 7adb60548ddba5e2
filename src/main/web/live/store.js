/**
 * What the page knows, as a pure function of the messages of the stream. It opens no connection and reads no clock.
 */

/**
 * @typedef {{low: number|null, best: number|null, high: number|null}} Range
 * @typedef {{observer: string, method: string, low: number, high: number, effectiveAt: string, outlier: boolean}} Estimate
 * @typedef {Range & {peak: number, asOf: string, estimates: Estimate[]}} Crowd
 * @typedef {{unit: string, role: string|null, count: number, state: string, effectiveAt: string, observer: string}} Unit
 * @typedef {{id: string, status: string, category: string, closingCategory: string|null, title: string,
 *   location: {lat: number, lon: number, accuracy?: number, place?: string}|null, areas: string[], openedAt: string,
 *   lastReportAt: string, closedAt: string|null, crowd: Crowd|null, reports: number,
 *   officers: {atScene: number, enRoute: number, requested: number, units: Unit[]}}} Incident
 * @typedef {{id: string, name: string, parent: string|null, incidents: {open: number, openedLast24h: number},
 *   crowd: Range|null, officers: {atScene: number, enRoute: number, requested: number},
 *   peoplePerOfficer?: {best: number, cautious: number}, reports: {lastHour: number, total: number, lastAt: string|null},
 *   coverage: string}} Area
 *
 * @typedef {object} State
 * @property {string|null} cursor where to resume; null before the first picture
 * @property {string|null} at the picture's moment, as the service says
 * @property {string[]|null} topics what this credential may see; null before the first picture
 * @property {Map<string, Area>} areas by id
 * @property {Map<string, Incident>} incidents by id, open ones and those closed in the last 24 h
 * @property {Map<string, Unit>} units by call sign
 * @property {number} lastSeq newest entry seen
 * @property {{areas: Set<string>, incidents: Set<string>, units: Set<string>}|null} catchingUp what came since the
 *   stream was resumed; null when live
 * @property {number} caughtUp entries since the stream was resumed
 * @property {string[]} missing incidents that were open before the gap and are so no more: how they ended is not
 *   known here and has to be asked
 */

/** Before anything came. */
export const NOTHING = Object.freeze({
  cursor: null, at: null, topics: null,
  areas: new Map(), incidents: new Map(), units: new Map(),
  lastSeq: 0, catchingUp: null, caughtUp: 0, missing: [],
});

/**
 * The state after a message of the stream, or after `{type: 'resumed'}`, which the page itself says when it asked to go
 * on after a cursor. Messages of types unknown here change nothing: the contract may grow.
 *
 * @param {State} state is left as it is
 * @returns {State}
 */
export function reduce(state, message) {
  switch (message.type) {
    case 'resumed':
      return { ...state, catchingUp: { areas: new Set(), incidents: new Set(), units: new Set() }, caughtUp: 0 };
    case 'picture':
      return picture(message);
    case 'entries':
      return entries(state, message);
    case 'areas':
      return changed(state, 'areas', message.areas, message.left);
    case 'incidents':
      return changed(state, 'incidents', message.incidents, message.left);
    case 'units':
      return changed(state, 'units', message.units, message.left);
    case 'live':
      return { ...settled(state), cursor: message.cursor };
    case 'asked':
      return asked(state, message.incidents);
    default:
      return state;
  }
}

/** By what an object of each kind is known. */
const KEY = { areas: 'id', incidents: 'id', units: 'unit' };

function picture(message) {
  return {
    ...NOTHING,
    cursor: message.cursor, at: message.at, topics: message.topics,
    areas: keyed('areas', message.areas),
    incidents: keyed('incidents', message.incidents),
    units: keyed('units', message.units),
  };
}

function keyed(kind, objects) {
  return new Map((objects ?? []).map(object => [object[KEY[kind]], object]));
}

function entries(state, message) {
  const last = message.entries.at(-1)?.seq ?? 0;
  return {
    ...state,
    cursor: message.cursor,
    lastSeq: Math.max(state.lastSeq, last),
    caughtUp: state.caughtUp + (state.catchingUp ? message.entries.length : 0),
  };
}

function changed(state, kind, objects = [], left = []) {
  const known = new Map(state[kind]);
  for (const object of objects) {
    known.set(object[KEY[kind]], object);
    state.catchingUp?.[kind].add(object[KEY[kind]]);
  }
  for (const id of left) {
    known.delete(id);
  }
  return { ...state, [kind]: known };
}

/**
 * Caught up: all that is open has come once, so what did not come is no longer open. Areas do not end; none at all only
 * means that none had to be said.
 */
function settled(state) {
  const seen = state.catchingUp;
  if (!seen) {
    return state;
  }
  const missing = [...state.incidents.values()]
    .filter(incident => isOpen(incident) && !seen.incidents.has(incident.id))
    .map(incident => incident.id);
  const incidents = new Map(state.incidents);
  missing.forEach(id => incidents.delete(id));
  const kept = (known, ids) => new Map([...known].filter(([id]) => ids.has(id)));
  return {
    ...state,
    incidents,
    units: kept(state.units, seen.units),
    areas: seen.areas.size === 0 ? state.areas : kept(state.areas, seen.areas),
    catchingUp: null,
    missing,
  };
}

/** Answers to questions about what was missing. The stream is never behind them, so what it said meanwhile stands. */
function asked(state, answers) {
  const incidents = new Map(state.incidents);
  for (const incident of answers) {
    if (!incidents.has(incident.id)) {
      incidents.set(incident.id, incident);
    }
  }
  return { ...state, incidents, missing: [] };
}

/** @param {Incident} incident */
export function isOpen(incident) {
  return incident.status !== 'closed';
}

/** Incidents that are open, newest first. @param {State} state @returns {Incident[]} */
export function openIncidents(state) {
  return [...state.incidents.values()].filter(isOpen).sort(byNewest('openedAt'));
}

const DAY_MILLIS = 24 * 3600 * 1000;

/** Incidents that closed in the 24 h up to `nowMillis`, last closed first. @param {State} state @returns {Incident[]} */
export function closedIncidents(state, nowMillis) {
  return [...state.incidents.values()]
    .filter(incident => !isOpen(incident) && Date.parse(incident.closedAt) > nowMillis - DAY_MILLIS)
    .sort(byNewest('closedAt'));
}

function byNewest(field) {
  return (a, b) => Date.parse(b[field]) - Date.parse(a[field]) || (a.id < b.id ? -1 : 1);
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
