import { html, nothing } from 'lit';

import { count, say } from '../text/text.js';
import { Dialog } from './dialog.js';
import { moment } from './moment.js';

/** How well people can work the queue: figures of each desk beside what they should be. */
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
    const { known, failed } = this.health;
    const desks = known?.desks ?? [];
    const desk = desks.find(one => one.desk === (this.chosen ?? this.me)) ?? desks[0];
    return html`<div class="health" tabindex="0" role="group" aria-label=${say('health.heading')}>
      ${failed ? html`<p class="empty">${say('health.failed', { detail: failed.body?.detail ?? '' })}</p>` : nothing}
      ${desks.length > 1 ? this.choice(desks, desk) : nothing}
      ${desk ? this.figures(desk) : failed ? nothing : html`<p class="empty">${say('panel.loading')}</p>`}</div>`;
  }

  choice(desks, chosen) {
    return html`<p><label>${say('health.desk')} <select @change=${({ target }) => { this.chosen = target.value; }}>
      ${desks.map(one => html`<option value=${one.desk} .selected=${one === chosen}>${one.desk}</option>`)}</select></label></p>`;
  }

  figures(desk) {
    return html`
      <table class="small">
        <caption class="unseen">${say('health.heading')}</caption>
        <thead><tr><th scope="col">${say('health.figure')}</th><th scope="col" class="number">${say('health.now')}</th>
          <th scope="col">${say('health.target')}</th><th scope="col">${say('health.met')}</th></tr></thead>
        <tbody>${rowsOf(desk, this.nowMillis).map(([name, value, target, met]) => html`
          <tr><th scope="row">${name}</th><td class="number">${value}</td><td>${target}</td>
            <td data-met=${String(met)}>${met === null ? say('nothing') : say(met ? 'health.yes' : 'health.no')}</td></tr>`)}</tbody>
      </table>
      ${this.busiest(desk)}`;
  }

  busiest({ day: { busiest } }) {
    return busiest.length === 0 ? nothing : html`
      <h3>${say('health.busiest')}</h3>
      <ol class="health-rules">${busiest.map(({ rule, title, count: many }) => html`
        <li>${say('health.rule', { title: title ?? rule, count: many })}</li>`)}</ol>`;
  }
}

/** Name, figure, target and whether it is met; null where nothing is asked for. */
function rowsOf({ rate, flood, day }, nowMillis) {
  const percent = share => say('health.percent', { value: Math.round(share * 100) });
  const row = (key, value, { target, met }, words = count) => [say(`health.${key}`), value,
    say('health.atMost', { target: words(target) }), met];
  return [
    row('received', count(rate.received), rate),
    [say('health.observed'), count(rate.observed), say('nothing'), null],
    [say('health.flood'), flood ? moment(flood.since, nowMillis, 'health.since') : say('health.none'), say('health.none'), !flood],
    row('inFlood', percent(day.inFlood.share), day.inFlood, percent),
    ...['urgent', 'medium', 'low'].map(level => row(level,
      say('health.share', { count: day.shares[level].count, share: percent(day.shares[level].share) }), day.shares[level], percent)),
    row('chattering', count(day.chattering.count), day.chattering),
    row('stale', count(day.stale.count), day.stale),
  ];
}

customElements.define('muster-queue-health', QueueHealth);
