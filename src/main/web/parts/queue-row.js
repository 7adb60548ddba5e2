import { html, nothing } from 'lit';

import { isShelved, isSuppressed, level } from '../live/alerts.js';
import { shelves } from '../live/shelves.js';
import { ownerWords, shelfWords, smallestAreas, stateWords, suppressedWords } from '../text/alerts.js';
import { say } from '../text/text.js';
import { age, localTime, utcTime } from '../text/time.js';
import { asideShape, stateShape, symbol } from './severity.js';

/**
 * One alert as a row of the queue: what is the matter, how it stands, where, who has it. No word of it is ever cut.
 *
 * @param {import('../live/store.js').Alert} alert
 * @param {object} of
 * @param {import('../live/store.js').State} of.picture
 * @param {number} of.nowMillis the service's time
 * @param {string} of.me
 * @param {number} of.index
 * @param {number} of.size rows in the list
 * @param {boolean} of.current whether keys act on it
 * @param {boolean} of.marked whether it is one of several that keys act on
 * @param {boolean} of.selected whether the page shows it in full
 * @param {boolean} of.member whether it stands below the row of its group
 * @param {boolean} of.fresh whether it came within two seconds
 * @param {(event: Event) => void} of.chosen
 * @param {() => void} of.changed more is known of it
 * @param {(alert: import('../live/store.js').Alert, of: object) => unknown} content of the row
 */
export function queueRow(alert, of, content = twoLines) {
  return html`
    <div role="option" class="alert" id="alert-${alert.id}" data-alert=${alert.id} data-level=${level(alert)}
      data-state=${alert.state} data-aside=${asideOf(alert) ?? nothing} ?data-late=${alert.late} ?data-member=${of.member}
      ?data-current=${of.current} ?data-marked=${of.marked} ?data-selected=${of.selected} ?data-fresh=${of.fresh}
      aria-selected=${String(of.marked || of.current)} aria-posinset=${of.index + 1} aria-setsize=${of.size}
      @click=${of.chosen}>${content(alert, of)}</div>`;
}

/** What an alert is about over how it stands. */
function twoLines(alert, of) {
  const kind = level(alert);
  return html`
      ${symbol(kind, isOver(alert))}
      <span class="alert-what"><span class="unseen">${say(`level.${kind}`)}.</span>
        <b aria-hidden="true">${say(`level.short.${kind}`)}</b> <span class="alert-message">${alert.message}</span></span>
      ${when(alert.raisedAt, of.nowMillis)}
      ${aside(alert, of)}
      <span class="alert-how">
        <span class="alert-state">${stateShape(alert.state)} ${stateWords(alert, of.nowMillis)}</span>
        <span class="alert-areas">${smallestAreas(alert, of.picture)}</span>
        <span>${ownerWords(alert, of.me)}</span>
        ${raised(alert)}
        ${marks(alert, of)}
      </span>`;
}

/** Whether what it tells of holds no more. */
export function isOver({ state }) {
  return state.startsWith('cleared');
}

/** Why it is not in the queue although it is open. @returns {'shelved'|'suppressed'|null} */
function asideOf(alert) {
  return isShelved(alert) ? 'shelved' : isSuppressed(alert) ? 'suppressed' : null;
}

/** Whether one report alone speaks of its incident; an emergency is believed as it stands, and protests have plans. */
function isByOne(alert, { incidents }) {
  return level(alert) !== 'emergency' && incidents.get(alert.subject.id)?.reports === 1;
}

/** Until when, by whom and why it is out of the queue; or what explains it. */
function aside(alert, of) {
  return asideOf(alert) === null ? nothing : html`<span class="alert-how alert-aside">${asideWords(alert, of)}</span>`;
}

/** The same as words after its sign; nothing when it is in the queue. */
export function asideWords(alert, { picture, nowMillis, changed }) {
  const kind = asideOf(alert);
  return kind === null ? nothing : html`${asideShape(kind)} ${kind === 'shelved'
    ? shelfWords(alert, shelves.reason(alert, changed), nowMillis) : suppressedWords(alert, picture)}`;
}

function raised({ raisedCount }) {
  return raisedCount > 1 ? html`<span>${say('alert.raised', { count: raisedCount })}</span>` : nothing;
}

/** What else is to be known of it at a glance. */
export function marks(alert, { picture, marked }) {
  const { late, drill } = alert;
  return html`
    ${isByOne(alert, picture) ? html`<span class="chip">${say('alert.unverified')}</span>` : nothing}
    ${late ? html`<span class="chip">${say('alert.late')}</span>` : nothing}
    ${drill ? html`<span class="chip mark">${say('alert.drill')}</span>` : nothing}
    ${marked ? html`<span class="chip">${say('alert.marked')}</span>` : nothing}`;
}

/** How long ago it was raised; the moment itself as title. */
export function when(raisedAt, nowMillis) {
  const at = Date.parse(raisedAt);
  return html`<time class="alert-age" datetime=${raisedAt} title="${localTime(at, nowMillis)}, ${utcTime(at)}">
    ${age(nowMillis - at)}</time>`;
}
