import { html, nothing } from 'lit';

import { Brought } from '../../live/brought.js';
import { openIncidents, openProtests } from '../../live/lists.js';
import { linkTo } from '../../live/view.js';
import { say, sayOf } from '../../text/text.js';
import { areaFacts } from '../areas.js';
import { titleOf } from '../incident.js';
import { alertsAbout, facts, link, list } from './about.js';

/** How its crowd went comes with the first area that is selected: the board does without. */
const course = new Brought(() => import('../../views/area/course.js'));

/** An area: its figures and what is in it. @type {import('./kinds.js').Kind} */
export const areaKind = {
  find: (id, picture) => picture.areas.get(id),
  title: ({ name }) => name,
  chips: () => '',
  content: (area, picture, nowMillis, session, staleAt) => {
    const here = ({ areas }) => areas?.includes(area.id);
    const alerts = [...picture.alerts.values()].filter(alert => here(alert) && !alert.drill).map(({ id }) => id);
    const parent = picture.areas.get(area.parent);
    course.want();
    return html`
      <p><a class="open-screen" href=${linkTo('area', area.id)} aria-keyshortcuts="F4">${say('selected.open')}</a></p>
      ${facts([
    ...areaFacts(area, picture, nowMillis, html`
      <muster-trend .of=${area.id} .crowd=${area.crowd} .staleAt=${staleAt} .nowMillis=${nowMillis}></muster-trend>`),
    [say('selected.partOf'), parent ? link('area', parent.id, parent.name) : null],
  ])}
      ${course.isMissing ? html`<p class="empty course-missing">${say('selected.courseMissing')}</p>` : nothing}
      <muster-course .area=${area} .picture=${picture} .session=${session} .staleAt=${staleAt} .nowMillis=${nowMillis}></muster-course>
      ${alertsAbout(alerts, picture, nowMillis)}
      ${list('incidents', say('lists.incidents'), openIncidents(picture).filter(here).map(incident => html`
        ${link('incident', incident.id, titleOf(incident))} <small>${sayOf('status', incident.status)}</small>`))}
      ${list('protests', say('lists.protests'), openProtests(picture).filter(here).map(protest => html`
        ${link('protest', protest.id, titleOf(protest))} <small>${sayOf('status', protest.status)}</small>`))}
      ${list('units', say('selected.units'), [...picture.units.values()].filter(here).map(unit => html`
        ${link('unit', unit.unit, unit.unit)}
        <small>${say('selected.unitLine', { count: unit.count, state: sayOf('state', unit.state) })}</small>`))}`;
  },
};
