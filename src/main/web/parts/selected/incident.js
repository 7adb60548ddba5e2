import { html, nothing } from 'lit';

import { isOpen } from '../../live/store.js';
import { say, sayOf, words } from '../../text/text.js';
import { crowdSeen, crowdWords } from '../crowd.js';
import { areaNames, harm, major, marks, requested, titleOf } from '../incident.js';
import { details } from '../incident-details.js';
import { aged } from '../moment.js';
import { alertsAbout, facts, link, list } from './about.js';
import './timeline.js';

/** An incident in full. @type {import('./kinds.js').Kind} */
export const incidentKind = {
  find: (id, picture) => picture.incidents.get(id),
  title: titleOf,
  chips: incident => html`${marks(incident)}
    <span class="chip" data-status=${incident.status}>${sayOf('status', incident.status)}</span>`,
  content: (incident, picture, nowMillis, session, staleAt) => html`
    ${facts([
    [say('selected.crowd'), html`${crowdWords(incident)} <small>${crowdSeen(incident, nowMillis)}</small>`],
    [say('selected.officers'), html`${say('incident.officers', incident.officers)}${requested(incident)}`],
    [say('selected.harm'), harm(incident)],
    [say('selected.category'), words(incident.category)],
    [say('selected.areas'), areaNames(incident, picture)],
    [say('selected.opened'), aged(incident.openedAt, nowMillis)],
    [say('selected.lastReport'), aged(incident.lastReportAt, nowMillis)],
    [say('selected.closed'), isOpen(incident) ? null : aged(incident.closedAt, nowMillis)],
    [say('selected.major'), major(incident) === nothing ? null : major(incident)],
  ])}
    ${alertsAbout(incident.alerts ?? [], picture, nowMillis)}
    ${details(incident, nowMillis)}
    ${list('links', say('selected.links'), (incident.links ?? []).map(({ incident: other, relation }) => {
    const title = picture.incidents.has(other) ? titleOf(picture.incidents.get(other)) : say('incident.linkedUnknown');
    return link('incident', other, say(`relation.${relation}`, { title }));
  }))}
    <muster-timeline .of=${{ type: 'incident', id: incident.id }} .version=${incident} .picture=${picture} .nowMillis=${nowMillis}
      .staleAt=${staleAt} .reader=${incident.sensitive ? session : null}
      .session=${session}></muster-timeline>`,
};
