import { html, nothing } from 'lit';

import { smallestAreas } from '../text/alerts.js';
import { count, say } from '../text/text.js';
import { symbol } from './severity.js';
import { when } from './queue-row.js';

/**
 * Several alerts of one rule in one area as a row of the queue, while there is a flood.
 *
 * @param {import('../live/groups.js').Group} group
 * @param {object} of as of a row of one alert
 * @param {boolean} of.open whether its alerts stand below it
 */
export function groupRow(group, of) {
  const { id, alerts, ruleTitle, worst, waiting, newest } = group;
  return html`
    <div role="option" class="alert alert-group" id="alert-${id}" data-group=${id} data-level=${worst} ?data-open=${of.open}
      ?data-current=${of.current} ?data-marked=${of.marked} aria-selected=${String(of.marked || of.current)}
      aria-posinset=${of.index + 1} aria-setsize=${of.size} @click=${of.chosen}>
      ${symbol(worst)}
      <span class="alert-what"><span class="unseen">${say('group.label', { level: say(`level.${worst}`) })}</span>
        <b aria-hidden="true">${say(`level.short.${worst}`)}</b>
        <span class="alert-message">${say('group.count', { count: alerts.length, title: ruleTitle })}</span></span>
      ${when(newest, of.nowMillis)}
      <span class="alert-how">
        <span class="alert-state">${waiting === 0 ? say('group.known') : say('group.waiting', { count: count(waiting) })}</span>
        <span class="alert-areas">${smallestAreas(group, of.picture)}</span>
        <span>${say(of.open ? 'group.close' : 'group.open')}</span>
        ${of.marked ? html`<span class="chip">${say('alert.marked')}</span>` : nothing}
      </span>
    </div>`;
}
