import { range } from '../../text/figures.js';
import { localMoment, people, positions, typedMoment, whole } from '../../text/parse.js';
import { say } from '../../text/text.js';

/**
 * @typedef {import('../../live/store.js').Protest} Protest
 * @typedef {object} Values what stands in the form, as it was typed
 * @property {string} id
 * @property {string|null} tag the version that is changed; null for a new plan
 * @property {Protest|null} before the protest as it was when the change began
 * @property {string[]} opposes ids
 * @property {number} openedAt when the form was opened: times without a day follow it
 */

/** An empty form. @returns {Values} */
export function blankPlan(id, openedAt) {
  return { id, openedAt, tag: null, before: null, title: '', category: '', organisation: '', opposes: [], start: '',
    end: '', place: '', expected: '', officersPlanned: '', notice: '', publicMessage: '' };
}

/** A plan as it stands in the form. @param {Protest} protest @returns {Values} */
export function valuesOf(protest, tag, openedAt) {
  const time = at => (at ? typedMoment(at) : '');
  return {
    id: protest.id, openedAt, tag, before: protest, start: time(protest.startsAt), end: time(protest.endsAt),
    notice: time(protest.noticeGivenAt), title: protest.title ?? '', category: protest.category,
    organisation: protest.organisation ?? '', opposes: protest.opposes, place: placeText(protest.place),
    expected: protest.expected ? range(protest.expected) : '', officersPlanned: `${protest.officersPlanned ?? ''}`,
    publicMessage: protest.publicMessage ?? '',
  };
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

/** The start as it is understood, milliseconds, or null. */
export function startOf({ start, openedAt }) {
  return localMoment(start, openedAt);
}

/** The end; a time alone is the first such after the start. */
export function endOf(values) {
  return localMoment(values.end, startOf(values) ?? values.openedAt);
}

/** When notice was given; a time alone is today's. */
export function noticeOf({ notice, openedAt }) {
  return localMoment(notice, new Date(openedAt).setHours(0, 0, 0, 0) - 1);
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
  const was = before && valuesOf(before, null, values.openedAt);
  const untouched = field => was !== null && was[field] === values[field];
  const moment = (field, name, read) => {
    const millis = read(values);
    return untouched(field) ? before[name] : millis !== null ? new Date(millis).toISOString()
      : values[field].trim() || field === 'start' ? fault(field, 'plan.fault.time') : null;
  };
  const plan = {
    ...(values.tag === null && { id: values.id }),
    title: values.title.trim() || fault('title', 'plan.fault.title'),
    category: values.category || fault('category', 'plan.fault.category'),
    organisation: values.organisation.trim() || null,
    opposes: values.opposes,
    startsAt: moment('start', 'startsAt', startOf),
    endsAt: moment('end', 'endsAt', endOf),
    place: untouched('place') ? before.place : values.place.trim() ? placeOf(values.place, fault) : null,
    expected: values.expected.trim() ? people(values.expected) ?? fault('expected', 'report.fault.crowd') : null,
    officersPlanned: values.officersPlanned.trim()
      ? whole(values.officersPlanned) ?? fault('officersPlanned', 'report.fault.whole') : null,
    noticeGivenAt: moment('notice', 'noticeGivenAt', noticeOf),
    publicMessage: values.publicMessage.trim() || null,
  };
  return { plan, faults };
}

/** The field that a pointer into the plan speaks of. */
export function fieldOf(pointer) {
  const [, head] = pointer.split('/');
  return { startsAt: 'start', endsAt: 'end', noticeGivenAt: 'notice' }[head] ?? head ?? '';
}

const PARTS = ['title', 'category', 'organisation', 'opposes', 'startsAt', 'endsAt', 'place', 'expected',
  'officersPlanned', 'noticeGivenAt', 'publicMessage', 'status'];

/** What of a plan is not as it was. @param {Protest} before @param {Protest} now */
export function differences(before, now) {
  return PARTS.filter(part => JSON.stringify(before[part]) !== JSON.stringify(now[part]))
    .map(part => ({ part, before: before[part], now: now[part] }));
}
