import { say } from '../../text/text.js';
import { momentBefore, people, whole } from '../../text/parse.js';
import { lastOf, onePosition, placeOf } from './position.js';

/**
 * @typedef {{field: string, words: string}} Fault
 * @typedef {object} Values what stands in the form, as it was typed
 * @property {string} id of the report: the same for as long as it is not known whether it was recorded
 * @property {number} openedAt milliseconds of the service's time
 * @property {string} about `category:<slug>`, `incident:<id>`, `protest:<id>`, `unit`, `emergency`, or
 *   nothing
 * @property {{offence: string, count: string, age: string, ageBand?: string}[]} arrests
 * @property {string|null} corrects the report that this one stands in place of
 * @property {object|null} before that report, when the form was filled with it
 * @property {Values|null} filled what stood in the form then
 * @property {{written: string, report: object}|null} sent what was sent last, and what stood in the form then
 */

/** An empty form. @returns {Values} */
export function blankReport(id, openedAt, callSign) {
  return { id, openedAt, callSign, when: '', about: '', aboutText: '', place: '', position: '', crowd: '', mood: '',
    method: '', status: '', text: '', officers: '', state: '', role: '', requested: '', arrests: [blankArrests()],
    injured: '', injuredOfficers: '', emergency: false, corrects: null, sent: null, before: null, filled: null };
}

export function blankArrests() {
  return { offence: '', count: '', age: '' };
}

/**
 * The report that a form says, and what of it cannot be understood.
 *
 * @param {Values} values
 * @param {import('../../live/store.js').State} picture
 * @returns {{report: object, faults: Fault[]}}
 */
export function reportOf(values, picture) {
  const faults = [];
  const fault = (field, key) => {
    faults.push({ field, words: say(key) });
    return undefined;
  };
  const [kind, subject] = split(values.about);
  const observedAt = momentBefore(values.when, values.openedAt);
  const report = {
    id: values.id,
    observedAt: observedAt === null ? fault('when', 'report.fault.when') : new Date(observedAt).toISOString(),
    ...(values.callSign.trim() && { onBehalfOf: values.callSign.trim() }),
    ...(subject && { [kind]: subject }),
    ...(values.corrects && { corrects: values.corrects }),
    location: locationOf(values, kind, subject, picture, fault),
    crowd: crowdOf(values, fault),
    officers: officersOf(values, picture, fault),
    arrests: arrestsOf(values, fault),
    injured: injuredOf(values, fault),
    ...(values.status && { status: values.status }),
    ...(values.text.trim() && { text: values.text.trim() }),
    ...((values.emergency || kind === 'emergency') && { emergency: true }),
  };
  if (!kind) {
    fault('about', values.aboutText.trim() ? 'report.fault.aboutUnknown' : 'report.fault.about');
  }
  return { report: JSON.parse(JSON.stringify(report)), faults };
}

export function split(about) {
  const colon = about.indexOf(':');
  return colon < 0 ? [about, ''] : [about.slice(0, colon), about.slice(colon + 1)];
}

/** Nothing typed means: where the unit was last for what is new, and unchanged for an update. */
function locationOf({ position, place, callSign }, kind, subject, picture, fault) {
  const words = place.trim() ? { place: place.trim() } : {};
  if (position.trim()) {
    const typed = onePosition(position);
    return typed ? { ...typed, ...words } : fault('position', 'report.fault.position');
  }
  const update = kind === 'incident' || kind === 'protest';
  if ((update || kind === 'unit') && !place.trim()) {
    return undefined;
  }
  const found = (update && placeOf(kind, subject, picture)) || lastOf(callSign.trim(), picture);
  if (!found) {
    return kind && kind !== 'emergency' ? fault('position', 'report.fault.noPosition') : undefined;
  }
  const { lat, lon, accuracy } = found;
  return { lat, lon, ...(accuracy !== undefined && { accuracy }), ...words };
}

function crowdOf({ crowd, mood, method }, fault) {
  if (!crowd.trim()) {
    return mood ? fault('crowd', 'report.fault.moodAlone') : undefined;
  }
  const range = people(crowd);
  return range ? { ...range, ...(method && { method }), ...(mood && { mood }) } : fault('crowd', 'report.fault.crowd');
}

/** The unit's own officers, and those it asks for: these have no unit yet. */
function officersOf({ callSign, officers, state, role, requested }, picture, fault) {
  const unit = callSign.trim();
  const lines = [];
  if (officers.trim() || state) {
    const count = officers.trim() ? whole(officers) : picture.units.get(unit)?.count ?? null;
    if (count === null) {
      fault('officers', officers.trim() ? 'report.fault.whole' : 'report.fault.officers');
    }
    if (!unit) {
      fault('callSign', 'report.fault.callSign');
    }
    lines.push({ unit, count, state: state || 'at-scene', ...(role && { role }) });
  }
  if (requested.trim()) {
    const count = whole(requested);
    if (count === null) {
      fault('requested', 'report.fault.whole');
    }
    lines.push({ count, state: 'requested' });
  }
  return lines.length > 0 ? lines : undefined;
}

function arrestsOf({ arrests }, fault) {
  const lines = [];
  arrests.forEach(({ offence, count, age, ageBand }, index) => {
    if (!count.trim() && !offence && !age.trim()) {
      return;
    }
    const made = whole(count);
    const ages = age.trim() ? people(age) : null;
    if (made === null) {
      fault(`arrests.${index}.count`, 'report.fault.whole');
    }
    if (age.trim() && !ages) {
      fault(`arrests.${index}.age`, 'report.fault.age');
    }
    lines.push({ offence: offence || 'not-stated', count: made, ...(ages ? { ageMin: ages.low, ageMax: ages.high } : ageBand && { ageBand }) });
  });
  return lines.length > 0 ? lines : undefined;
}

function injuredOf({ injured, injuredOfficers }, fault) {
  const read = (field, text) => {
    const count = text.trim() ? whole(text) : 0;
    return count ?? fault(field, 'report.fault.whole');
  };
  const [ofPublic, officers] = [read('injured', injured), read('injuredOfficers', injuredOfficers)];
  return ofPublic || officers ? { public: ofPublic, officers } : undefined;
}

/**
 * The field that a pointer into the report speaks of.
 *
 * @param {string} pointer RFC 6901
 * @param {Values} values whose report it is
 */
export function fieldOf(pointer, values) {
  const [, head, index, member] = pointer.split('/');
  switch (head) {
    case 'observedAt':
      return 'when';
    case 'onBehalfOf':
      return 'callSign';
    case 'category':
    case 'incident':
    case 'protest':
      return 'about';
    case 'location':
      return index === 'place' ? 'place' : 'position';
    case 'crowd':
      return index === 'mood' || index === 'method' ? index : 'crowd';
    case 'officers': {
      const own = index === '0' && (values.officers.trim() !== '' || values.state !== '');
      return own ? { unit: 'callSign', role: 'role', state: 'state' }[member] ?? 'officers' : 'requested';
    }
    case 'arrests': {
      const filled = values.arrests.map((line, at) => ({ line, at }))
        .filter(({ line }) => line.count.trim() || line.offence || line.age.trim());
      const at = filled[Number(index)]?.at ?? 0;
      return `arrests.${at}.${{ offence: 'offence', count: 'count' }[member] ?? 'age'}`;
    }
    case 'injured':
      return index === 'officers' ? 'injuredOfficers' : 'injured';
    case 'status':
    case 'text':
    case 'emergency':
      return head;
    default:
      return '';
  }
}
