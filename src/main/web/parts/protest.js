import { html, nothing } from 'lit';

import { isOpen } from '../live/store.js';
import { range } from '../text/figures.js';
import { say, sayOf, words } from '../text/text.js';
import { age } from '../text/time.js';
import { crowdSeen, crowdWords } from './crowd.js';
import { areaNames, harm, marks, titleOf } from './incident.js';
import { partner, reports } from './incident-details.js';
import { moment, span } from './moment.js';
import { shape } from './shapes.js';
import { arrests, estimates, units } from './tables.js';

/**
 * One protest as a row that opens in place; each clash is said before anything else of it.
 *
 * @param {import('../live/store.js').Protest} protest
 * @param {import('../live/store.js').State} picture for the names of areas and of other protests
 * @param {number} nowMillis the service's time
 * @param {{fresh: boolean, chosen: boolean}} now whether it just came or changed, and whether it is selected
 */
export function protestRow(protest, picture, nowMillis, { fresh, chosen }) {
  return html`
    <li class="row ${fresh ? 'changed' : ''}" data-protest=${protest.id}>
      <details>
        <summary aria-current=${chosen ? 'true' : nothing}>
          <span class="row-title">${titleOf(protest)}</span>
          <span class="chips">${marks(protest)}
            <span class="chip" data-status=${protest.status}>${sayOf('status', protest.status)}</span></span>
          <span class="row-lines">
            ${protest.clashes.map(clash => clashLine(clash, protest, picture, nowMillis))}
            <span>${crowdWords(protest)}${expected(protest)}</span>
            <span>${crowdSeen(protest, nowMillis)}</span>
            <span>${span({ from: protest.startsAt, to: protest.endsAt }, nowMillis)} · ${life(protest, nowMillis)}</span>
            <span>${say('incident.officers', protest.officers)}${planned(protest)} · ${harm(protest)}</span>
            <span>${who(protest)} · ${areaNames(protest, picture)}</span>
          </span>
        </summary>
        ${details(protest, picture, nowMillis)}
      </details>
    </li>`;
}

/** What of a protest is worth a mark when it changes. */
export function protestText({ status, title, crowd, officers, arrests: arrested, injured, reports: number, clashes,
  startsAt, endsAt }) {
  return [status, title, crowd?.low, crowd?.high, officers.atScene, officers.enRoute, arrested?.total, injured?.public,
    injured?.officers, number, startsAt, endsAt, ...clashes.flatMap(clash => [clash.protest, clash.distance])].join();
}

/** With what a protest clashes, how near and when; nothing once it is over. */
export function clashLine({ protest, opposed, distance, from, to }, self, picture, nowMillis) {
  if (!isOpen(self)) {
    return nothing;
  }
  const other = picture.protests.get(protest);
  const title = other ? titleOf(other) : say('protest.another');
  const over = other && !isOpen(other) ? ` (${sayOf('status', other.status)})` : '';
  return html`<span class="clash">${shape('clash')}<span><strong>${say('protest.clash', { title })}</strong>${over}:
    <span class="together">${say(opposed ? 'protest.apartOpposed' : 'protest.apart',
    { metres: Math.round(distance) })}</span>,
    ${span({ from, to }, nowMillis)}</span></span>`;
}

function expected({ expected: people }) {
  return people
    ? html` · <span class="together">${say('protest.expected', { range: range(people) })}</span>` : nothing;
}

function planned({ officersPlanned }) {
  return officersPlanned === null ? '' : ` · ${say('protest.officersPlanned', { count: officersPlanned })}`;
}

/** Where it stands in its life: how long until it starts, since when it is live, when it ended. */
export function life({ status, startsAt, startedAt, endedAt, cancelledAt }, nowMillis) {
  switch (status) {
    case 'planned': {
      const left = Date.parse(startsAt) - nowMillis;
      return left > 0 ? html`<strong>${say('protest.startsIn', { age: age(left) })}</strong>` : say('protest.due');
    }
    case 'live':
      return startedAt ? moment(startedAt, nowMillis, 'protest.liveSince') : nothing;
    case 'cancelled':
      return moment(cancelledAt, nowMillis, 'protest.cancelledAt');
    default:
      return endedAt ? moment(endedAt, nowMillis, 'protest.endedAt') : nothing;
  }
}

function who({ organisation, category, planned: wasPlanned }) {
  return [organisation, words(category), wasPlanned ? '' : say('protest.unplanned')].filter(Boolean).join(' · ');
}

/** What opens below a protest's row: who stands against it, every estimate with who gave it, arrests, units. */
export function details(protest, picture, nowMillis) {
  const opponents = protest.opposes.map(id => picture.protests.get(id)).filter(Boolean).map(titleOf);
  return html`
    <div class="row-details">
      <p>${[opponents.length > 0 ? say('protest.opposes', { titles: opponents.join(', ') }) : '', reports(protest),
    partner(protest)].filter(Boolean).join(' · ')}</p>
      ${protest.noticeGivenAt ? html`<p>${moment(protest.noticeGivenAt, nowMillis, 'protest.notice')}</p>` : nothing}
      ${protest.publicMessage ? html`<p>${say('protest.publicMessage', { words: protest.publicMessage })}</p>` : nothing}
      ${protest.sensitive ? html`<p>${say('incident.sensitive')}</p>` : nothing}
      ${estimates(protest, nowMillis)}
      ${arrests(protest)}
      ${units(protest, nowMillis)}
    </div>`;
}
