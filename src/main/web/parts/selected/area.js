import { openIncidents, openProtests } from '../../live/lists.js';
import { html } from 'lit';
import { linkTo } from '../../live/view.js';

import { say, sayOf } from '../../text/text.js';
import { areaFigures } from '../areas.js';
import { trust } from '../crowd.js';
import { titleOf } from '../incident.js';
import { alertsAbout, facts, link, list } from './about.js';

/** An area: its figures and what is in it. @type {import('./kinds.js').Kind} */
export const areaKind = {
  find: (id, picture) => picture.areas.get(id),
  title: ({ name }) => name,
  chips: () => '',
  content: (area, picture, nowMillis) => {
    const here = ({ areas }) => areas?.includes(area.id);
    const alerts = [...picture.alerts.values()].filter(alert => here(alert) && !alert.drill).map(({ id }) => id);
    const parent = picture.areas.get(area.parent);
    const incidents = openIncidents(picture).filter(here);
    const protests = openProtests(picture).filter(here);
    const trusted = trust([...incidents, ...protests], nowMillis);
    return html`
      <p><a class="open-screen" href=${linkTo('area', area.id)}>${say('selected.open')}</a></p>
      ${facts([
    ...parent ? [[say('selected.partOf'), link('area', parent.id, parent.name)]] : [],
    ...areaFigures(area, nowMillis).map(({ label, figure }) => [label, figure]),
    ...trusted ? [[say('area.trust'), trusted]] : [],
  ])}
      ${alertsAbout(alerts, picture, nowMillis)}
      ${list('incidents', say('lists.incidents'), incidents.map(incident => html`
        ${link('incident', incident.id, titleOf(incident))} <small>${sayOf('status', incident.status)}</small>`))}
      ${list('protests', say('lists.protests'), protests.map(protest => html`
        ${link('protest', protest.id, titleOf(protest))} <small>${sayOf('status', protest.status)}</small>`))}
      ${list('units', say('selected.units'), [...picture.units.values()].filter(here).map(unit => html`
        ${link('unit', unit.unit, unit.unit)}
        <small>${say('selected.unitLine', { count: unit.count, state: sayOf('state', unit.state) })}</small>`))}`;
  },
};
