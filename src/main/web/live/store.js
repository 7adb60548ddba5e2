/**
 * What the page knows, as a pure function of the messages of the stream. It opens no connection and reads no clock.
 */

import { isOpenAlert } from './alerts.js';
import { callsOf } from './calls.js';
import { alertingAfter, alertingOf, UNTOLD } from './desk.js';

/**
 * @typedef {{low: number|null, best: number|null, high: number|null}} Range
 * @typedef {{observer: string, method: string, low: number, high: number, effectiveAt: string, outlier: boolean}} Estimate
 * @typedef {Range & {peak: number, asOf: string, estimates: Estimate[]}} Crowd
 * @typedef {{unit: string, role: string|null, count: number, state: string, effectiveAt: string, observer: string}} Unit
 * @typedef {object} Figures what the reports of an incident or a protest add up to
 * @property {Crowd|null} crowd
 * @property {{atScene: number, enRoute: number, requested: number, units: Unit[]}} officers
 * @property {{total: number, byOffence: Record<string, number>, byAge: Record<string, number>}} arrests
 * @property {{public: number, officers: number}} injured
 * @property {number} reports
 * @typedef {Figures & {id: string, status: string, category: string, closingCategory: string|null, title: string|null,
 *   location: {lat: number, lon: number, accuracy?: number, place?: string}|null, areas: string[], openedAt: string,
 *   lastReportAt: string, closedAt: string|null, links: {incident: string, relation: string}[], methane: object|null,
 *   crime: string|null, crimeRef: string|null, sensitive: boolean, drill: boolean}} Incident
 * @typedef {{protest: string, opposed: boolean, distance: number, from: string, to: string}} Clash
 * @typedef {Figures & {id: string, status: string, planned: boolean, title: string|null, category: string,
 *   organisation: string|null, opposes: string[], startsAt: string, endsAt: string,
 *   expected: {low: number, high: number}|null, officersPlanned: number|null, noticeGivenAt: string|null,
 *   publicMessage: string|null, areas: string[], startedAt: string|null, endedAt: string|null,
 *   cancelledAt: string|null, lastReportAt: string|null, clashes: Clash[], sensitive: boolean, drill: boolean}} Protest
 * @typedef {{id: string, name: string, parent: string|null, incidents: {open: number, openedLast24h: number},
 *   protests: {live: number, upcoming: number}, crowd: Range|null, arrests: {last24h: number, total: number}, injured: {last24h: number, total: number},
 *   officers: {atScene: number, enRoute: number, requested: number, planned: number},
 *   peoplePerOfficer?: {best: number, cautious: number}, reports: {lastHour: number, total: number, lastAt: string|null},
 *   coverage: string}} Area
 * @typedef {object} Alert
 * @property {string} id
 * @property {string} rule
 * @property {string} ruleTitle
 * @property {'critical'|'high'|'medium'|'low'} severity
 * @property {'unacknowledged'|'acknowledged'|'cleared-unacknowledged'|'cleared'} state
 * @property {number} raisedCount
 * @property {boolean} late raised on old evidence: shown, and silent
 * @property {boolean} drill
 * @property {{type: 'area'|'incident'|'protest'|'unit'|'allegation', id: string}} subject
 * @property {string[]} areas smallest first
 * @property {string} message
 * @property {number|null} value
 * @property {number|null} threshold
 * @property {string} raisedAt when it was last raised
 * @property {string} effectiveAt
 * @property {number[]} evidence
 * @property {string|null} acknowledgedBy
 * @property {string|null} acknowledgedAt
 * @property {string|null} assignee
 * @property {string|null} shelvedUntil while it is out of the queue for a time
 * @property {string|null} shelvedBy
 * @property {string|null} shelvedSecond who stands for it beside them
 * @property {string|null} suppressedBy id of the alert that explains it, while that stands
 * @property {string|null} clearedAt
 * @property {string|null} clearedBy
 * @property {{who: string, at: string}[]} seen
 *
 * @typedef {object} State
 * @property {string|null} cursor where to resume; null before the first picture
 * @property {string|null} at the picture's moment, as the service says
 * @property {string[]|null} topics what this credential may see; null before the first picture
 * @property {Map<string, Area>} areas by id
 * @property {Map<string, Incident>} incidents by id, open ones and those closed in the last 24 h
 * @property {Map<string, Protest>} protests by id, planned and live ones and those that ended in the last 24 h
 * @property {Map<string, Unit>} units by call sign
 * @property {Map<string, Alert>} alerts by id, open ones and those cleared in the last 24 h
 * @property {import('./calls.js').Call[]} calls of alerts since the picture, oldest first; the newest of them
 * @property {Set<string>} warned ids of alerts of which the service has said that they come back from their shelf soon
 * @property {Map<string, {who: string[], more: number}>} lookers who looks at each alert now, oneself too; nobody at the others
 * @property {import('./desk.js').Alerting} alerting how the alerts themselves fare: floods of desks, the engine's own test
 * @property {number} lastSeq newest entry seen
 * @property {Record<Kind, Set<string>>|null} catchingUp ids that came since the stream was resumed; null when live
 * @property {number} caughtUp entries since the stream was resumed
 * @property {{kind: 'incidents'|'protests'|'alerts', id: string}[]} missing what was open before the gap and is so no more: how
 *   it ended is not known here and has to be asked
 *
 * @typedef {'areas'|'incidents'|'protests'|'units'|'alerts'} Kind
 */

/** Before anything came. */
export const NOTHING = Object.freeze({
  cursor: null, at: null, topics: null,
  areas: new Map(), incidents: new Map(), protests: new Map(), units: new Map(), alerts: new Map(), calls: [],
  warned: new Set(), lookers: new Map(), alerting: UNTOLD,
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
      return { ...state, lookers: new Map(), catchingUp: Object.fromEntries(KINDS.map(kind => [kind, new Set()])), caughtUp: 0 };
    case 'picture':
      return picture(message);
    case 'entries':
      return entries(state, message);
    case 'areas':
    case 'incidents':
    case 'protests':
    case 'units':
    case 'alerts':
      return changed(state, message.type, message[message.type], message.left);
    case 'lookers':
      return { ...state, lookers: lookersAfter(state, message.alerts) };
    case 'live':
      return { ...settled(state), cursor: message.cursor };
    case 'asked':
      return asked(state, message.kind, message.objects);
    default:
      return state;
  }
}

/** So many calls are kept for who has not heard them yet; what is older is only seen. */
const CALLS_MAX = 500;

/** By what an object of each kind is known. */
const KEY = { areas: 'id', incidents: 'id', protests: 'id', units: 'unit', alerts: 'id' };

/** @type {Kind[]} */
const KINDS = Object.keys(KEY);

function picture(message) {
  return {
    ...NOTHING,
    cursor: message.cursor, at: message.at, topics: message.topics,
    ...Object.fromEntries(KINDS.map(kind => [kind, keyed(kind, message[kind])])),
    alerting: alertingOf(message),
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
    calls: [...state.calls, ...callsOf(message.entries, state)].slice(-CALLS_MAX),
    warned: warnedAfter(state, message.entries),
    alerting: alertingAfter(state.alerting, message.entries),
    caughtUp: state.caughtUp + (state.catchingUp ? message.entries.length : 0),
  };
}

function lookersAfter({ lookers }, told) {
  const next = new Map([...lookers, ...told.map(each => [each.alert, each])]);
  return new Map([...next].filter(([, { who }]) => who.length > 0));
}

/** A warning holds until the alert is on its shelf no more, or on it for longer. */
function warnedAfter({ warned }, entries) {
  const told = entries.filter(({ type, body }) => type === 'alert-shelved' || type === 'alert-unshelved'
    || (type === 'alert-updated' && body.change === 'shelf-ending'));
  if (told.length === 0) {
    return warned;
  }
  const next = new Set(warned);
  for (const { type, body } of told) {
    if (type === 'alert-updated') {
      next.add(body.alert);
    } else {
      next.delete(body.alert);
    }
  }
  return next;
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
  const missing = Object.entries(OPEN).flatMap(([kind, open]) => [...state[kind].values()]
    .filter(object => open(object) && !seen[kind].has(object.id))
    .map(({ id }) => ({ kind, id })));
  const without = kind => {
    const gone = new Set(missing.filter(one => one.kind === kind).map(one => one.id));
    return new Map([...state[kind]].filter(([id]) => !gone.has(id)));
  };
  const kept = (known, ids) => new Map([...known].filter(([id]) => ids.has(id)));
  return {
    ...state,
    incidents: without('incidents'),
    protests: without('protests'),
    alerts: without('alerts'),
    units: kept(state.units, seen.units),
    areas: seen.areas.size === 0 ? state.areas : kept(state.areas, seen.areas),
    catchingUp: null,
    missing,
  };
}

/** Answers to questions about what was missing. The stream is never behind them, so what it said meanwhile stands. */
function asked(state, kind, answers) {
  const known = new Map(state[kind]);
  for (const object of answers) {
    if (!known.has(object.id)) {
      known.set(object.id, object);
    }
  }
  return { ...state, [kind]: known, missing: [] };
}

const OVER = new Set(['closed', 'ended', 'cancelled']);

/** What has an end, and whether it is still to be looked after. */
const OPEN = { incidents: isOpen, protests: isOpen, alerts: isOpenAlert };

/** Whether an incident or a protest is still to be looked after. @param {Incident|Protest} object */
export function isOpen({ status }) {
  return !OVER.has(status);
}
