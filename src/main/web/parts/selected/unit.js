import { html } from 'lit';

import { count, say, sayOf, words } from '../../text/text.js';
import { typed } from '../../text/parse.js';
import { oldUnit } from '../crowd.js';
import { lastOf } from '../forms/position.js';
import { areaNames, titleOf } from '../incident.js';
import { aged } from '../moment.js';
import { alertsAbout, facts, link } from './about.js';

/** A unit: who, how many, where, since when, by whose word. @type {import('./kinds.js').Kind} */
export const unitKind = {
  find: (id, picture) => picture.units.get(id),
  title: ({ unit }) => unit,
  chips: ({ state }) => html`<span class="chip">${sayOf('state', state)}</span>`,
  content: (unit, picture, nowMillis) => {
    const place = lastOf(unit.unit, picture);
    const alerts = [...picture.alerts.values()]
      .filter(({ subject }) => subject.type === 'unit' && subject.id === unit.unit).map(({ id }) => id);
    return html`
      ${facts([
    [say('incident.strength'), count(unit.count)],
    [say('incident.role'), unit.role ? sayOf('unitRole', unit.role) : say('nothing')],
    [say('selected.at'), subject(unit, picture)],
    [say('selected.position'), place ? [place.place, typed(place)].filter(Boolean).join(' · ') : say('nothing')],
    [say('selected.areas'), areaNames(unit, picture)],
    [say('incident.since'), html`${aged(unit.effectiveAt, nowMillis)}${oldUnit(unit, nowMillis)}`],
    [say('incident.observer'), unit.observer],
  ])}
      ${alertsAbout(alerts, picture, nowMillis)}`;
  },
};

function subject({ incident, protest }, picture) {
  const [type, object] = incident ? ['incident', picture.incidents.get(incident)] : ['protest', picture.protests.get(protest)];
  return incident || protest
    ? object ? link(type, object.id, titleOf(object)) : words(say('incident.linkedUnknown')) : say('nothing');
}
