import { html } from 'lit';

import { isOpen } from '../live/store.js';
import { hasCrowd, observers, range } from '../text/figures.js';
import { say, sayOf, words } from '../text/text.js';
import { age, localTime, utcTime } from '../text/time.js';
import { details } from './incident-details.js';

/**
 * One incident as a row that opens in place.
 *
 * @param {import('../live/store.js').Incident} incident
 * @param {Map<string, import('../live/store.js').Area>} areas for their names
 * @param {number} nowMillis the service's time
 * @param {boolean} fresh whether it just came or changed
 */
export function incidentRow(incident, areas, nowMillis, fresh) {
  return html`
    <li class="incident ${fresh ? 'changed' : ''}" data-incident=${incident.id}>
      <details>
        <summary>
          <span class="incident-title">${incident.title}</span>
          <span class="chip" data-status=${incident.status}>${sayOf('status', incident.status)}</span>
          <span class="incident-lines">
            <span>${crowdLine(incident, nowMillis)}</span>
            <span>${words(incident.category)} · ${areaNames(incident, areas)}</span>
            <span>${say('incident.officers', incident.officers)}${requested(incident)}</span>
            <span>${timeLine(incident, nowMillis)}</span>
          </span>
        </summary>
        ${details(incident, nowMillis)}
      </details>
    </li>`;
}

/** What of an incident is worth a mark when it changes. */
export function incidentText({ status, title, crowd, officers, reports }) {
  return [status, title, crowd?.low, crowd?.high, officers.atScene, officers.enRoute, officers.requested, reports].join();
}

function areaNames(incident, areas) {
  return incident.areas.map(id => areas.get(id)?.name ?? words(id)).join(', ');
}

function requested({ officers }) {
  return officers.requested > 0 ? `, ${say('incident.requested', { count: officers.requested })}` : '';
}

function crowdLine(incident, nowMillis) {
  const { crowd } = incident;
  if (!crowd) {
    return say('crowd.none');
  }
  if (!hasCrowd(crowd)) {
    return say('crowd.peak', { peak: crowd.peak });
  }
  const old = say('crowd.age', { age: age(nowMillis - Date.parse(crowd.asOf)) });
  return html`<strong>${say('crowd.people', { range: range(crowd) })}</strong>, ${say('crowd.best', { best: crowd.best })}
    · ${old}, ${observers(crowd)}`;
}

function timeLine(incident, nowMillis) {
  const opened = instant('incident.opened', incident.openedAt, nowMillis);
  return isOpen(incident)
    ? html`${opened}, ${say('incident.lastReport', { age: age(nowMillis - Date.parse(incident.lastReportAt)) })}`
    : html`${opened} · ${instant('incident.closedAt', incident.closedAt, nowMillis)}`;
}

function instant(key, at, nowMillis) {
  const millis = Date.parse(at);
  return html`<time datetime=${at} title=${utcTime(millis)}>${say(key, { time: localTime(millis, nowMillis) })}</time>`;
}
