import { range } from '../../text/figures.js';
import { people, positions, whole } from '../../text/parse.js';
import { say } from '../../text/text.js';

/**
 * @typedef {import('../../live/store.js').Protest} Protest
 * @typedef {object} Values what stands in the form, as it was typed; dates and times as their inputs write them
 * @property {string} id
 * @property {string|null} tag the version that is changed; null for a new plan
 * @property {Protest|null} before the protest as it was when the change began
 * @property {string[]} opposes ids
 */

/** An empty form. @returns {Values} */
export function blankPlan(id) {
  return { id, tag: null, before: null, title: '', category: '', organisation: '', opposes: [], startDate: '',
    startTime: '', endDate: '', endTime: '', place: '', expected: '', officersPlanned: '', noticeDate: '', noticeTime: '',
    publicMessage: '' };
}

/** A plan as it stands in the form. @param {Protest} protest @returns {Values} */
export function valuesOf(protest, tag) {
  const [startDate, startTime] = dateAndTime(protest.startsAt);
  const [endDate, endTime] = dateAndTime(protest.endsAt);
  const [noticeDate, noticeTime] = dateAndTime(protest.noticeGivenAt);
  return {
    id: protest.id, tag, before: protest, startDate, startTime, endDate, endTime, noticeDate, noticeTime,
    title: protest.title ?? '', category: protest.category, organisation: protest.organisation ?? '',
    opposes: protest.opposes, place: placeText(protest.place),
    expected: protest.expected ? range(protest.expected) : '', officersPlanned: `${protest.officersPlanned ?? ''}`,
    publicMessage: protest.publicMessage ?? '',
  };
}

/** A moment as inputs of local date and time write it. */
function dateAndTime(at) {
  if (!at) {
    return ['', ''];
  }
  const pad = number => String(number).padStart(2, '0');
  const local = new Date(at);
  return [`${local.getFullYear()}-${pad(local.getMonth() + 1)}-${pad(local.getDate())}`,
    `${pad(local.getHours())}:${pad(local.getMinutes())}`];
}

/** A GeoJSON geometry as it is typed: `lat, lon; lat, lon`. Of an outline its outer ring. */
export function placeText(place) {
  const lines = { Point: ({ coordinates }) => [coordinates], LineString: ({ coordinates }) => coordinates,
    Polygon: ({ coordinates }) => coordinates[0] };
  return place ? lines[place.type](place).map(([lon, lat]) => `${lat}, ${lon}`).join('; ') : '';
}

/** What is typed as a place: one position is a point, several are a route, a closed one is an outline. */
function placeOf(text, fault) {
  const found = positions(text);
  if (!found) {
    return fault('place', 'plan.fault.place');
  }
  const coordinates = found.map(({ lat, lon }) => [lon, lat]);
  if (found.length === 1) {
    return { type: 'Point', coordinates: coordinates[0] };
  }
  const closed = found.length > 3 && `${coordinates[0]}` === `${coordinates.at(-1)}`;
  return closed ? { type: 'Polygon', coordinates: [coordinates] } : { type: 'LineString', coordinates };
}

/** The start of the plan by the local clock, milliseconds; null while it is not wholly written. */
export function startOf({ startDate, startTime }) {
  return millisOf(startDate, startTime);
}

/** Its end: without a date on the day of the start, or on the next one when it would be before it. */
export function endOf({ startDate, startTime, endDate, endTime }) {
  if (endDate || !startDate) {
    return millisOf(endDate, endTime);
  }
  const end = millisOf(startDate, endTime);
  return end !== null && end <= millisOf(startDate, startTime) ? new Date(end).setDate(new Date(end).getDate() + 1) : end;
}

function millisOf(date, time) {
  const millis = date && time ? new Date(`${date}T${time}`).getTime() : NaN;
  return Number.isFinite(millis) ? millis : null;
}

/**
 * The plan that a form says, and what of it cannot be understood. What was not touched stays to the letter as it was.
 *
 * @param {Values} values
 * @returns {{plan: object, faults: import('./report-body.js').Fault[]}}
 */
export function planOf(values) {
  const faults = [];
  const fault = (field, key) => {
    faults.push({ field, words: say(key) });
    return null;
  };
  const { before } = values;
  const was = before && valuesOf(before, null);
  const untouched = (...fields) => was !== null && fields.every(field => was[field] === values[field]);
  const iso = (millis, given, field, key) => (millis !== null ? new Date(millis).toISOString()
    : given ? fault(field, key) : null);
  const plan = {
    ...(values.tag === null && { id: values.id }),
    title: values.title.trim() || fault('title', 'plan.fault.title'),
    category: values.category || fault('category', 'plan.fault.category'),
    organisation: values.organisation.trim() || null,
    opposes: values.opposes,
    startsAt: untouched('startDate', 'startTime') ? before.startsAt
      : iso(startOf(values), true, values.startDate ? 'startTime' : 'startDate', 'plan.fault.time'),
    endsAt: untouched('startDate', 'endDate', 'endTime') ? before.endsAt
      : iso(endOf(values), values.endDate || values.endTime, values.endTime ? 'endDate' : 'endTime', 'plan.fault.time'),
    place: untouched('place') ? before.place : values.place.trim() ? placeOf(values.place, fault) : null,
    expected: values.expected.trim() ? people(values.expected) ?? fault('expected', 'report.fault.crowd') : null,
    officersPlanned: values.officersPlanned.trim()
      ? whole(values.officersPlanned) ?? fault('officersPlanned', 'report.fault.whole') : null,
    noticeGivenAt: untouched('noticeDate', 'noticeTime') ? before.noticeGivenAt
      : iso(millisOf(values.noticeDate, values.noticeTime), values.noticeDate || values.noticeTime,
        values.noticeDate ? 'noticeTime' : 'noticeDate', 'plan.fault.time'),
    publicMessage: values.publicMessage.trim() || null,
  };
  return { plan, faults };
}

/** The field that a pointer into the plan speaks of. */
export function fieldOf(pointer) {
  const [, head] = pointer.split('/');
  return { startsAt: 'startDate', endsAt: 'endTime', noticeGivenAt: 'noticeDate' }[head] ?? head ?? '';
}

const PARTS = ['title', 'category', 'organisation', 'opposes', 'startsAt', 'endsAt', 'place', 'expected',
  'officersPlanned', 'noticeGivenAt', 'publicMessage', 'status'];

/** What of a plan is not as it was. @param {Protest} before @param {Protest} now */
export function differences(before, now) {
  return PARTS.filter(part => JSON.stringify(before[part]) !== JSON.stringify(now[part]))
    .map(part => ({ part, before: before[part], now: now[part] }));
}
