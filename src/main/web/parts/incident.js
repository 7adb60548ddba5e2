import { html, nothing } from 'lit';

import { isOpen } from '../live/store.js';
import { say, sayOf, words } from '../text/text.js';
import { age } from '../text/time.js';
import { crowdSeen, crowdWords } from './crowd.js';
import { details } from './incident-details.js';
import { moment } from './moment.js';

/**
 * One incident as a row that opens in place.
 *
 * @param {import('../live/store.js').Incident} incident
 * @param {import('../live/store.js').State} picture for the names of areas and of linked incidents
 * @param {number} nowMillis the service's time
 * @param {{fresh: boolean, chosen: boolean}} now whether it just came or changed, and whether it is selected
 */
export function incidentRow(incident, picture, nowMillis, { fresh, chosen }) {
  return html`
    <li class="row ${fresh ? 'changed' : ''}" data-incident=${incident.id}>
      <details>
        <summary aria-current=${chosen ? 'true' : nothing}>
          <span class="row-title">${titleOf(incident)}</span>
          <span class="chips">${marks(incident)}
            <span class="chip" data-status=${incident.status}>${sayOf('status', incident.status)}</span></span>
          <span class="row-lines">
            <span>${crowdWords(incident)}</span>
            <span>${crowdSeen(incident, nowMillis)}</span>
            <span>${words(incident.category)} · ${areaNames(incident, picture)}</span>
            <span>${say('incident.officers', incident.officers)}${requested(incident)} · ${harm(incident)}</span>
            <span>${timeLine(incident, nowMillis)}</span>
            ${major(incident)}
            ${linked(incident, picture)}
          </span>
        </summary>
        ${details(incident, nowMillis)}
      </details>
    </li>`;
}

/** What of an incident is worth a mark when it changes. */
export function incidentText({ status, title, crowd, officers, arrests, injured, methane, reports }) {
  return [status, title, crowd?.low, crowd?.high, officers.atScene, officers.enRoute, officers.requested,
    arrests?.total, injured?.public, injured?.officers, methane?.major, reports].join();
}

/** The title; a sensitive incident has none and goes by its category. */
export function titleOf({ title, category }) {
  return title ?? words(category);
}

/** Words beside the status of what must be read with care. */
export function marks({ sensitive, drill }) {
  return html`${drill ? html`<span class="chip mark">${say('mark.drill')}</span>` : nothing}
    ${sensitive ? html`<span class="chip mark">${say('mark.sensitive')}</span>` : nothing}`;
}

export function areaNames({ areas }, picture) {
  return areas.map(id => picture.areas.get(id)?.name ?? words(id)).join(', ');
}

/** Arrests and injured people, in words. @param {import('../live/store.js').Figures} figures */
export function harm({ arrests, injured }) {
  const people = (injured?.public ?? 0) + (injured?.officers ?? 0);
  const hurt = people === 0 ? '' : ` · ${say('incident.injured', { count: people })}`;
  const officers = injured?.officers > 0 ? `, ${say('incident.injuredOfficers', { count: injured.officers })}` : '';
  const arrested = arrests?.total ?? 0;
  return arrested === 0
    ? `${say('incident.noArrest')}${hurt}${officers}`
    : html`<strong>${say('incident.arrests', { count: arrested })}</strong>${hurt}${officers}`;
}

/** How many more officers were asked for. */
export function requested({ officers }) {
  return officers.requested > 0 ? `, ${say('incident.requested', { count: officers.requested })}` : '';
}

/** Whether it is a major incident, in words. */
export function major({ methane }) {
  const word = methane?.major;
  return word === 'declared' || word === 'standby' ? html`<strong>${say(`methane.${word}`)}</strong>` : nothing;
}

function linked({ links }, picture) {
  return (links ?? []).map(({ incident, relation }) => {
    const other = picture.incidents.get(incident);
    const title = other ? titleOf(other) : say('incident.linkedUnknown');
    return html`<span>${say(`relation.${relation}`, { title })}</span>`;
  });
}

function timeLine(incident, nowMillis) {
  const opened = moment(incident.openedAt, nowMillis, 'incident.opened');
  return isOpen(incident)
    ? html`${opened}, ${say('incident.lastReport', { age: age(nowMillis - Date.parse(incident.lastReportAt)) })}`
    : html`${opened} · ${moment(incident.closedAt, nowMillis, 'incident.closedAt')}`;
}
