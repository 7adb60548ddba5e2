import { html, nothing } from 'lit';

import { level } from '../../live/alerts.js';
import { panel } from '../../parts/panel.js';
import { crowdWords } from '../../parts/crowd.js';
import { titleOf } from '../../parts/incident.js';
import { symbol } from '../../parts/severity.js';
import { stateWords } from '../../text/alerts.js';
import { count, say, sayOf } from '../../text/text.js';
import { age } from '../../text/time.js';
import { to } from '../to.js';

/** Of each kind so many are named; what is more is said. */
const NAMED = 50;
const LEVELS = { 1: 'low', 2: 'medium', 3: 'high', 4: 'critical', 5: 'emergency' };

/** What is in an area, each kind in the order in which it needs somebody. */
export function inIt({ alerts, incidents, protests, units, needs }, { picture, session, staleAt, nowMillis }) {
  const mark = key => (needs.has(key) ? html`<span class="worded">${symbol(LEVELS[needs.get(key)])}
    ${say(`level.${LEVELS[needs.get(key)]}`)}</span>` : nothing);
  const lists = [
    ['alerts', alerts.map(alert => html`<span class="worded">${symbol(level(alert), alert.state === 'cleared-unacknowledged')}
      ${say(`level.${level(alert)}`)}</span> ${to('alert', alert.id, alert.message)}
      <small>${stateWords(alert, nowMillis)}, ${age(nowMillis - Date.parse(alert.raisedAt))}</small>`)],
    ['incidents', incidents.map(incident => html`${mark(`incident ${incident.id}`)} ${to('incident', incident.id, titleOf(incident))}
      <small>${sayOf('status', incident.status)} · ${crowdWords(incident)}</small>`)],
    ['protests', protests.map(protest => html`${mark(`protest ${protest.id}`)} ${to('protest', protest.id, titleOf(protest))}
      <small>${sayOf('status', protest.status)} · ${crowdWords(protest)}</small>`)],
    ['units', units.map(unit => html`${mark(`unit ${unit.unit}`)} ${to('unit', unit.unit, unit.unit)}
      <small>${say('area.unit', { count: unit.count, state: sayOf('state', unit.state) })}</small>`)],
  ];
  return lists.map(([kind, items]) => panel({ id: `in-${kind}`, heading: say(`area.${kind}`), staleAt,
    extra: html`<span class="count">${count(items.length)}</span>` },
  kind !== 'alerts' && !picture.topics.includes(kind) ? html`<p class="empty">${say('area.noAccess', { role: sayOf('role', session.role) })}</p>`
    : items.length === 0 ? html`<p class="empty">${say(`area.none.${kind}`)}</p>` : html`
      <ul class="links detail-body">${items.slice(0, NAMED).map(item => html`<li>${item}</li>`)}</ul>
      ${items.length > NAMED ? html`<p class="detail-body">${say('area.more', { count: items.length - NAMED })}</p>` : nothing}`));
}
