import { html, nothing } from 'lit';

import { isOpenAlert, level } from '../../live/alerts.js';
import { reliefAt } from '../../live/old.js';
import { oldUnit } from '../../parts/crowd.js';
import { titleOf } from '../../parts/incident.js';
import { moment } from '../../parts/moment.js';
import { reliefWords } from '../../parts/relief.js';
import { symbol } from '../../parts/severity.js';
import { count, say, sayOf } from '../../text/text.js';
import { age, localTime, utcTime } from '../../text/time.js';
import { to } from '../to.js';

const MINUTE_MILLIS = 60_000;
/** The rules that tell that a unit has not been heard of. */
const SILENT = { 'unit-overdue': 'deployments.overdue', 'unit-check-in-due': 'deployments.checkInDue' };

/** The columns of the table of units. @param {import('../../live/catalogue.js').Catalogue} words in force */
export function columns(picture, { checkInMinutes = {}, reliefMinutes = null }, nowMillis) {
  const silent = silentUnits(picture);
  return [
    { key: 'unit', label: say('units.unit'), value: ({ unit }) => unit, show: ({ unit }) => to('unit', unit, unit) },
    { key: 'role', label: say('units.role'), value: ({ role }) => (role ? sayOf('unitRole', role) : null) },
    { key: 'count', label: say('units.strength'), number: true, value: unit => unit.count, show: unit => count(unit.count) },
    { key: 'state', label: say('units.state'), value: ({ state }) => sayOf('state', state) },
    { key: 'at', label: say('units.at'), value: unit => at(unit, picture).words, show: unit => at(unit, picture).shown },
    { key: 'area', label: say('deployments.area'), value: ({ areas }) => picture.areas.get(areas[0])?.name ?? null,
      show: ({ areas: [id] }) => (picture.areas.has(id) ? to('area', id, picture.areas.get(id).name) : say('nothing')) },
    { key: 'heard', label: say('deployments.heard'), value: ({ effectiveAt }) => -Date.parse(effectiveAt),
      show: unit => heard(unit, silent.get(unit.unit), checkInMinutes[unit.role], nowMillis) },
    { key: 'nights', label: say('deployments.nights'), number: true, value: ({ nightsInARow }) => nightsInARow },
    { key: 'relief', label: say('deployments.relief'), value: unit => reliefAt(unit, reliefMinutes),
      show: unit => relief(unit, reliefMinutes, nowMillis) },
  ];
}

/** Units of which the rules say that they should be called. */
function silentUnits(picture) {
  return new Map([...picture.alerts.values()].filter(alert => SILENT[alert.rule] && isOpenAlert(alert)
    && alert.state !== 'cleared-unacknowledged').map(alert => [alert.subject.id, alert]));
}

function at({ incident, protest, location, areas }, picture) {
  const [type, thing] = incident ? ['incident', picture.incidents.get(incident)] : ['protest', picture.protests.get(protest)];
  const words = thing ? titleOf(thing) : location?.place ?? picture.areas.get(areas[0])?.name ?? say('incident.noPlace');
  return { words, shown: thing ? to(type, thing.id, words) : words };
}

function heard(unit, alert, allowed, nowMillis) {
  const { effectiveAt } = unit;
  const millis = Date.parse(effectiveAt);
  return html`<time datetime=${effectiveAt} title="${localTime(millis, nowMillis)}, ${utcTime(millis)}">${age(nowMillis - millis)}</time>
    ${alert ? nothing : oldUnit(unit, nowMillis)}${alert ? html`<strong class="worded">${symbol(level(alert))} ${say(SILENT[alert.rule])}</strong>` : nothing}
    ${allowed ? html`<small>${say('deployments.allowed', { age: age(allowed * MINUTE_MILLIS) })}</small>` : nothing}`;
}

function relief(unit, reliefMinutes, nowMillis) {
  const due = reliefAt(unit, reliefMinutes);
  if (due === null) {
    return say('nothing');
  }
  return html`${reliefWords(due, nowMillis)} <small>${moment(unit.atSceneSince, nowMillis, 'deployments.since')}</small>`;
}
