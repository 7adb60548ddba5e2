import { html, nothing } from 'lit';

import { isOpenAlert, level, tabs } from '../../live/alerts.js';
import { basisIn } from '../../live/trust.js';
import messages from '../../messages/en-wall.js';
import '../../page.js';
import { trustLine } from '../../parts/crowd.js';
import { loading } from '../../parts/panel.js';
import { Part } from '../../parts/part.js';
import { asideShape, stateShape, symbol } from '../../parts/severity.js';
import { hasCrowd, range } from '../../text/figures.js';
import { noneWords, ownerWords, smallestAreas, stateWords } from '../../text/alerts.js';
import { count, know, say, sayOf } from '../../text/text.js';
import { age, localClock } from '../../text/time.js';
import { Awake } from './awake.js';

know(messages);

/** So many alerts and areas can be read from five metres. */
const ALERTS_MAX = 5;
const AREAS_MAX = 6;

/** Beyond so many letters in all, the alerts are written smaller. */
const LETTERS_MAX = 260;

/** The picture for everybody in the room: nothing on it can be worked on. */
class Wall extends Part {
  #awake = new Awake(this);

  render() {
    const { picture, session, staleAt, nowMillis } = this;
    if (picture.topics === null) {
      return loading();
    }
    return html`
      <div class="wall ${staleAt === null ? '' : 'is-stale'}">
        <section class="wall-map" aria-labelledby="wall-map"><h2 id="wall-map" class="unseen">${say('board.map')}</h2>
          <muster-map .bare=${true} .picture=${picture} .session=${session} .staleAt=${staleAt} .nowMillis=${nowMillis}></muster-map>
        </section>
        <section class="wall-areas" aria-labelledby="wall-areas"><h2 id="wall-areas" class="unseen">${say('areas.heading')}</h2>
          ${this.areas()}</section>
        <section class="wall-alerts" aria-labelledby="wall-alerts">
          <h2 id="wall-alerts">${say('wall.alerts')}${staleAt === null ? nothing
    : html` <span class="wall-stale">${say('panel.asOf', { time: localClock(staleAt) })}</span>`}</h2>
          ${this.alerts()}</section>
        ${this.#awake.isHeld === false ? html`<p class="wall-note">${say('wall.sleeps')}</p>` : nothing}
      </div>`;
  }

  alerts() {
    const { picture, session, nowMillis } = this;
    if (!picture.topics.includes('alerts')) {
      return html`<p class="empty">${say('queue.noAccess', { role: sayOf('role', session.role) })}</p>`;
    }
    const open = tabs(picture.alerts.values(), session.name).all;
    const shown = open.slice(0, ALERTS_MAX);
    const letters = shown.reduce((sum, { message }) => sum + message.length, 0);
    const shelved = [...picture.alerts.values()].filter(alert => isOpenAlert(alert) && alert.shelvedUntil !== null).length;
    return html`
      ${open.length === 0 ? html`<p class="empty">${noneWords(picture.alerts.values(), nowMillis)}</p>` : html`
      <ol ?data-long=${letters > LETTERS_MAX}>${shown.map(alert => html`
        <li data-alert=${alert.id} data-level=${level(alert)} data-state=${alert.state}>
          ${symbol(level(alert), alert.state === 'cleared-unacknowledged')}
          <p><b>${say(`level.short.${level(alert)}`)} ${alert.message}</b>
            <span>${[smallestAreas(alert, picture), age(nowMillis - Date.parse(alert.raisedAt)), ownerWords(alert, '')]
    .filter(Boolean).join(' · ')}</span>
            <span>${stateShape(alert.state)} ${stateWords(alert, nowMillis)}${alert.drill ? ` · ${say('alert.drill')}` : ''}</span></p>
        </li>`)}</ol>`}
      <p class="wall-more">${open.length > shown.length ? say('wall.more', { count: open.length - shown.length }) : ''}
        ${shelved > 0 ? html`<span>${asideShape('shelved')} ${say('wall.shelved', { count: shelved })}</span>` : nothing}</p>`;
  }

  areas() {
    const areas = busiest([...this.picture.areas.values()]);
    return html`
      <table>
        <caption class="unseen">${say('areas.heading')}</caption>
        <thead><tr>${['name', 'crowd', 'atScene', 'open', 'protests'].map(key => html`
          <th scope="col">${say(`wall.${key}`)}</th>`)}</tr></thead>
        <tbody>${areas.map(area => html`
          <tr data-area=${area.id}><th scope="row">${area.name}</th>
            <td>${hasCrowd(area.crowd) ? range(area.crowd) : say('nothing')}
              ${trustLine(basisIn(this.picture, area.id), this.nowMillis)}</td>
            <td>${count(area.officers.atScene)}</td><td>${count(area.incidents.open)}</td>
            <td>${count(area.protests.live)}</td></tr>`)}</tbody>
      </table>`;
  }
}

/** Those where most is going on; the one that holds all of them first, and what lies outside of it only when something is. */
function busiest(areas) {
  const going = area => (area.parent === null && areas.some(({ parent }) => parent === area.id) ? Infinity
    : (area.crowd?.high ?? 0) + 100 * (area.incidents.open + area.protests.live) - (area.parent === null));
  return areas.map(area => ({ area, going: going(area) }))
    .sort((a, b) => b.going - a.going || (a.area.name < b.area.name ? -1 : 1))
    .slice(0, AREAS_MAX).map(({ area }) => area);
}

customElements.define('muster-wall', Wall);

/** @param {import('../../parts/views.js').Given} given */
export function show({ picture, session, staleAt, nowMillis }) {
  return html`<muster-wall .picture=${picture} .session=${session} .staleAt=${staleAt} .nowMillis=${nowMillis}></muster-wall>`;
}
