import { METHODS, SIZES } from './crowds.js';
import { OLD_MILLIS } from './fix.js';

/**
 * @typedef {Record<string, string>} Values what stands in a form, by the names of its fields
 * @typedef {{field: string, key: string}} Fault
 * @typedef {object} Given
 * @property {string} unit
 * @property {number} nowMillis
 * @property {import('./fix.js').Fix|null} fix
 * @property {import('./middle.js').Place[]} places
 * @property {(key: string, values?: object) => string} say words that go into a report
 * @property {(millis: number) => string} clock a moment as it is written into a report
 */

/**
 * The report that a form says, and what is missing in it. Its time and place are fixed here and never change again.
 *
 * @param {string} kind of form
 * @param {Values} values
 * @param {Given} given
 * @returns {{body: object, follows: string|null, faults: Fault[]}} the body has no id yet
 */
export function bodyOf(kind, values, given) {
  const faults = [];
  const fault = (field, key) => faults.push({ field, key });
  const [about, subject] = split(values.about ?? '');
  const location = locationOf(values, given, fault);
  const body = {
    observedAt: values.observedAt ?? new Date(given.nowMillis - Number(values.ago || 0) * 60_000).toISOString(),
    ...(['incident', 'protest'].includes(about) && { [about]: subject }),
    ...(about === 'new' && subject && { category: subject }),
    ...(location && { location }),
    ...FORMS[kind](values, given, fault),
    ...textOf(values, given),
  };
  const opens = about === 'new';
  if (opens && !subject) {
    fault('category', 'fault.category');
  }
  if (opens && !location) {
    fault('where', 'fault.opens');
  }
  if (NEEDS_SUBJECT.has(kind) && about === '') {
    fault('about', 'fault.about');
  }
  if (NEEDS_PLACE.has(kind) && about === '' && !location) {
    fault('where', 'fault.place');
  }
  return { body, follows: about === 'report' ? subject : null, faults };
}

const NEEDS_SUBJECT = new Set(['crowd', 'incident', 'methane']);
const NEEDS_PLACE = new Set(['arrests', 'quiet']);

const FORMS = {
  crowd: crowdOf, incident: incidentOf, arrests: arrestsOf, support: supportOf, quiet: () => ({ allQuiet: true }),
  methane: methaneOf, status: statusOf,
};

export function split(about) {
  const colon = about.indexOf(':');
  return colon < 0 ? [about, ''] : [about.slice(0, colon), about.slice(colon + 1)];
}

/** Where the phone is, with an old fix told as old; an area; as it was written first; or nothing. */
function locationOf({ where, area, location }, { fix, places, nowMillis, say, clock }, fault) {
  switch (where) {
    case 'here': {
      if (!fix) {
        fault('where', 'fault.noFix');
        return undefined;
      }
      const { lat, lon, accuracy, at } = fix;
      const old = nowMillis - at > OLD_MILLIS
        && { place: say('body.oldFix', { time: clock(at), minutes: Math.floor((nowMillis - at) / 60_000) }) };
      return { lat, lon, accuracy, ...old };
    }
    case 'area': {
      const place = places.find(({ id }) => id === area);
      if (!place) {
        fault('area', 'fault.area');
        return undefined;
      }
      const { lat, lon, accuracy, name } = place;
      return { lat, lon, accuracy, place: name };
    }
    case 'kept':
      return location;
    default:
      return undefined;
  }
}

function textOf({ note, sure }, { say }) {
  const text = [sure === 'told' && say('body.told'), note?.trim()].filter(Boolean).join('\n');
  return text && { text };
}

function crowdOf({ size, sure, mood }, given, fault) {
  if (!size) {
    fault('size', 'fault.size');
    return {};
  }
  const [low, high] = SIZES[Number(size)];
  return { crowd: { low, high, method: METHODS[sure || 'saw'], ...(mood && { mood }) } };
}

function incidentOf({ status, injured, injuredOfficers }) {
  const [ofPublic, officers] = [number(injured), number(injuredOfficers)];
  return { ...(status && { status }), ...((ofPublic > 0 || officers > 0) && { injured: { public: ofPublic, officers } }) };
}

function arrestsOf(values, given, fault) {
  const arrests = Array.from({ length: number(values.lines) || 1 }, (_, line) => ({
    offence: values[`offence.${line}`] || 'not-stated',
    count: number(values[`count.${line}`] ?? '1'),
    ageBand: values[`band.${line}`] || 'unknown',
  }));
  arrests.forEach(({ count }, line) => count < 1 && fault(`count.${line}`, 'fault.count'));
  return { arrests };
}

function supportOf({ count, role }, given, fault) {
  if (number(count) < 1) {
    fault('count', 'fault.count');
  }
  return { officers: [{ count: number(count), state: 'requested', ...(role && { role }) }] };
}

function statusOf({ state, count, role }, { unit }) {
  return { officers: [{ unit, count: number(count), state, ...(role && { role }) }] };
}

function methaneOf(values, given, fault) {
  if (!values.major) {
    fault('major', 'fault.major');
  }
  const line = name => (values[name]?.trim() ? { [name]: values[name].trim() } : {});
  const hazards = (values.hazards ?? '').split('\n').map(hazard => hazard.trim()).filter(Boolean);
  const casualties = { dead: number(values.dead), serious: number(values.serious), minor: number(values.minor) };
  const services = ['police', 'fire', 'ambulance', 'other'].map(agency => ({
    agency: agency === 'other' ? values.agency?.trim() : given.say(`agency.${agency}`),
    present: number(values[`present.${agency}`]),
    required: number(values[`required.${agency}`]),
  })).filter(({ agency, present, required }) => agency && (present > 0 || required > 0));
  return { methane: {
    major: values.major,
    ...line('exactLocation'), ...line('type'), ...line('access'),
    ...(hazards.length > 0 && { hazards }),
    ...(Object.values(casualties).some(count => count > 0)
      && { casualties: { ...casualties, estimated: values.estimated === 'yes' } }),
    ...(services.length > 0 && { services }),
  } };
}

const number = text => Math.max(0, Math.floor(Number(text) || 0));

/** The field of a form that a pointer into the report speaks of. @param {string} pointer RFC 6901 */
export function fieldOf(pointer, kind) {
  const [, head, index, member] = pointer.split('/');
  switch (head) {
    case 'incident':
    case 'protest':
    case 'category':
      return 'about';
    case 'location':
      return 'where';
    case 'crowd':
      return index === 'mood' ? 'mood' : 'size';
    case 'arrests':
      return `${{ offence: 'offence', count: 'count' }[member] ?? 'band'}.${index}`;
    case 'officers':
      return kind === 'support' && member === 'role' ? 'role' : 'count';
    case 'injured':
      return index === 'officers' ? 'injuredOfficers' : 'injured';
    case 'methane':
      return index ?? 'major';
    case 'text':
      return 'note';
    default:
      return head ?? '';
  }
}
