import { html, nothing } from 'lit';

import { count, say } from '../text/text.js';
import { Dialog } from './dialog.js';
import { moment } from './moment.js';
import { unanswered } from './told.js';

/**
 * How well people can work the queue: figures of a desk beside what they should be.
 *
 * @param {object} of
 * @param {import('../live/health.js').Health} of.health
 * @param {string} of.me
 * @param {string|null} of.chosen the desk whose figures are shown; null for one's own, or the first
 * @param {(desk: string) => void} of.choose
 * @param {number} of.nowMillis
 */
export function healthFigures({ health, me, chosen, choose, nowMillis }) {
  const { known, failed } = health;
  const desks = known?.items ?? [];
  const desk = desks.find(one => one.desk === (chosen ?? me)) ?? desks[0];
  return html`
    ${unanswered(failed, () => health.retry(), 'health.failed')}
    ${desks.length > 1 ? choice(desks, desk, choose) : nothing}
    ${desk ? figures(desk, nowMillis) : failed ? nothing : html`<p class="empty">${say('panel.loading')}</p>`}`;
}

function choice(desks, chosen, choose) {
  return html`<p><label>${say('health.desk')} <select @change=${({ target }) => choose(target.value)}>
    ${desks.map(one => html`<option value=${one.desk} .selected=${one === chosen}>${one.desk}</option>`)}</select></label></p>`;
}

function figures(desk, nowMillis) {
  return html`
    <table class="small">
      <caption class="unseen">${say('health.heading')}</caption>
      <thead><tr><th scope="col">${say('health.figure')}</th><th scope="col" class="number">${say('health.now')}</th>
        <th scope="col">${say('health.target')}</th><th scope="col">${say('health.met')}</th></tr></thead>
      <tbody>${rowsOf(desk, nowMillis).map(([name, value, target, met]) => html`
        <tr><th scope="row">${name}</th><td class="number">${value}</td><td>${target}</td>
          <td data-met=${String(met)}>${met === null ? say('nothing') : say(met ? 'health.yes' : 'health.no')}</td></tr>`)}</tbody>
    </table>
    ${busiestRules(desk)}`;
}

function busiestRules({ last24h: { busiest: { rules } } }) {
  return rules.length === 0 ? nothing : html`
    <h3>${say('health.busiest')}</h3>
    <ol class="health-rules">${rules.map(({ title, count: many, share }) => html`
      <li>${say('health.rule', { title, count: many, share: say('health.percent', { value: share }) })}</li>`)}</ol>`;
}

/** The same in a dialog beside the queue. */
class QueueHealth extends Dialog {
  static properties = {
    nowMillis: { attribute: false },
    /** @type {import('../live/health.js').Health} */
    health: { attribute: false },
    me: { attribute: false },
    chosen: { state: true },
  };

  constructor() {
    super('health');
    /** The desk whose figures are shown; null for one's own, or the first. @type {string|null} */
    this.chosen = null;
  }

  heading() {
    return say('health.heading');
  }

  focusFirst() {
    this.querySelector('.dialog-close').focus();
  }

  content() {
    const { health, me, chosen, nowMillis } = this;
    return html`<div class="health" tabindex="0" role="group" aria-label=${say('health.heading')}>
      ${healthFigures({ health, me, chosen, nowMillis, choose: desk => { this.chosen = desk; } })}</div>`;
  }
}

/** Name, figure, target and whether it is met; null where nothing is aimed at. */
function rowsOf({ flood, last10m, last24h }, nowMillis) {
  const percent = value => say('health.percent', { value });
  const row = (name, value, { target, met }, aim = 'atMost', words = number => number) =>
    [name, value, say(`health.${aim}`, { target: words(target) }), met];
  const { per10m, severities, inFlood, chattering, stale, busiest } = last24h;
  return [
    row(say('health.received'), count(last10m.received), { target: last10m.floodAbove, met: last10m.received <= last10m.floodAbove }),
    [say('health.observed'), count(last10m.observed), say('nothing'), null],
    [say('health.flood'), flood ? moment(flood.since, nowMillis, 'health.since') : say('health.none'), say('health.none'), !flood],
    row(say('health.average'), count(per10m.average), per10m),
    row(say('health.inFlood'), percent(inFlood.share), inFlood, 'atMost', percent),
    ...severities.map(one => row(one.severities.map(severity => say(`level.${severity}`)).join(', '),
      say('health.share', { count: one.count, share: percent(one.share) }), one,
      one.severities.includes('low') ? 'atLeast' : 'atMost', percent)),
    row(say('health.chattering'), count(chattering.count), chattering, 'fewer'),
    row(say('health.stale'), count(stale.count), stale, 'fewer'),
    row(say('health.share10'), percent(busiest.share), busiest, 'atMost', percent),
  ];
}

customElements.define('muster-queue-health', QueueHealth);
