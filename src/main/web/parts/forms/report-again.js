import { typed } from '../../text/parse.js';
import { say, words } from '../../text/text.js';
import { labelOf } from './about.js';
import { blankArrests, blankReport, reportOf } from './report-body.js';

/** By which fields of the form each part of a report is said. */
const SAID_BY = {
  observedAt: ['when'],
  location: ['position', 'place'],
  crowd: ['crowd', 'mood', 'method'],
  officers: ['callSign', 'officers', 'state', 'role', 'requested'],
  arrests: ['arrests'],
  injured: ['injured', 'injuredOfficers'],
};

/** What a correction has of its own, says in fields of its own, or leaves to the service. */
const ANEW = [...Object.keys(SAID_BY), 'id', 'sentAt', 'sequence', 'incident', 'protest', 'category', 'corrects', 'status', 'text', 'emergency'];

/**
 * The form that would have said a report.
 *
 * @param {{body: object}} entry of the report, as the service recorded it
 * @param {string} id of the one that is to stand in its place
 * @param {import('../../live/store.js').State} picture
 * @param {import('../../live/catalogue.js').Catalogue} catalogue
 * @returns {import('./report-body.js').Values}
 */
export function formOf({ body }, id, picture, catalogue) {
  const { report } = body;
  const { location, crowd, injured, arrests = [], emergency = false } = report;
  const { callSign, own, asked } = officersOf(report);
  const filled = {
    ...blankReport(id, Date.parse(report.observedAt), callSign),
    ...aboutOf(body, picture, catalogue),
    place: location?.place ?? '', position: location ? typed(location) : '',
    crowd: crowd ? range(crowd.low, crowd.high) : '', mood: crowd?.mood ?? '',
    method: !crowd || crowd.method === 'estimate' ? '' : crowd.method ?? '',
    status: report.status ?? '', text: report.text ?? '', emergency,
    officers: text(own?.count), state: own?.state ?? '', role: own?.role ?? '', requested: text(asked?.count),
    arrests: arrests.length === 0 ? [blankArrests()] : arrests.map(({ offence, count, ageMin, ageMax, ageBand }) => ({
      offence: offence === 'not-stated' ? '' : offence, count: text(count), ageBand,
      age: ageMin === undefined ? '' : range(ageMin, ageMax),
    })),
    injured: text(injured?.public), injuredOfficers: text(injured?.officers),
    corrects: report.id, before: report,
  };
  return { ...filled, filled };
}

const text = number => (number === undefined ? '' : String(number));
const range = (low, high) => (low === high ? `${low}` : `${low}-${high}`);

/** The unit's own line, and the one that asks for more; the form has room for no others. */
function officersOf({ onBehalfOf, officers = [] }) {
  const asked = officers.find(({ unit, state }) => !unit && state === 'requested');
  const callSign = onBehalfOf ?? officers.find(({ unit }) => unit)?.unit ?? '';
  const own = officers.find(({ unit, state }) => unit === callSign && state !== 'requested');
  return { callSign, own, asked, others: officers.filter(line => line !== own && line !== asked) };
}

/** What it opened, as it said it then; else what it is about. */
function aboutOf({ report, incident, protest }, picture, catalogue) {
  if (report.category && report.location && !report.incident && !report.protest) {
    const name = catalogue.categories.find(({ id }) => id === report.category)?.name ?? words(report.category);
    return { about: `category:${report.category}`, aboutText: name };
  }
  const [type, id] = incident ? ['incident', incident] : ['protest', protest];
  if (id) {
    const object = picture[`${type}s`].get(id);
    return { about: `${type}:${id}`, aboutText: object ? labelOf(object) : say(`selected.type.${type}`) };
  }
  return report.emergency ? { about: 'emergency', aboutText: say('report.emergency') }
    : { about: 'unit', aboutText: say('report.option.unit') };
}

/**
 * The report that a form says. In place of another one it says to the letter what the form left as it was, and all that the
 * form has no field for; whose eyes it was stays.
 *
 * @returns {{report: object, faults: import('./report-body.js').Fault[]}}
 */
export function reportAgain(values, picture) {
  const { report, faults } = reportOf(values, picture);
  const { before, filled } = values;
  if (!before) {
    return { report, faults };
  }
  const isSame = field => JSON.stringify(values[field]) === JSON.stringify(filled[field]);
  const kept = Object.keys(SAID_BY).filter(part => SAID_BY[part].every(isSame));
  const { onBehalfOf, ...said } = report;
  const again = {
    ...without(before, ANEW), ...without(said, kept), ...only(before, kept),
    ...(isSame('about') && !report.category && only(before, ['category'])),
    ...(!kept.includes('officers') && { officers: [...(said.officers ?? []), ...officersOf(before).others] }),
  };
  return {
    report: isSame('about') ? again : without(again, ['title']),
    faults: faults.filter(({ field }) => !kept.some(part => SAID_BY[part].includes(field.split('.')[0]))),
  };
}

const only = (object, names) => Object.fromEntries(Object.entries(object).filter(([name]) => names.includes(name)));
const without = (object, names) => Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
