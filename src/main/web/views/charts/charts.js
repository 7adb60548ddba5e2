import { html, nothing } from 'lit';

import { Addressed, meantInAddress, oneOf, putInAddress } from '../../live/address.js';
import { Lack } from '../../live/missing.js';
import { pastMillis } from '../../live/past.js';
import messages from '../../messages/en-charts.js';
import { Part } from '../../parts/part.js';
import { awaited, panel } from '../../parts/panel.js';
import { reasonOf } from '../../text/refusal.js';
import { know, say } from '../../text/text.js';
import { plotsOf } from './plots.js';
import { limitInForce, RANGES, Series } from './series.js';

know(messages);

/** However young the record is, the picture shows so many steps. */
const YOUNG_STEPS = 8;

const USUAL = '2h';

/** How an area, an incident or a protest went: six charts over the last hours, the newest figures being the live ones. */
class Charts extends Part {
  static properties = {
    /** `{subject: 'area'|'incident'|'protest', id}` */
    of: { attribute: false },
    /** The live object, as the stream shows it; null when it is not there any more. */
    live: { attribute: false },
    /** Keys of the charts that are shown; all when left out. */
    only: { attribute: false },
    range: { state: true },
    limit: { state: true },
    ready: { state: true },
  };

  #series = new Series(this);
  #addressed = new Addressed(this, () => { this.range = meantInAddress('range', oneOf(Object.keys(RANGES)), USUAL); });

  constructor() {
    super();
    this.only = null;
    this.limit = null;
    this.ready = false;
    new Lack(this, 'charts', () => this.#series.failed !== null || this.ready === null);
  }

  connectedCallback() {
    super.connectedCallback();
    limitInForce().then(limit => { this.limit = limit; });
    this.fetch();
  }

  /** The drawing comes in a chunk of its own, when the first chart is to be seen. */
  async fetch() {
    try {
      await import('./chart.js');
      this.ready = true;
    } catch {
      this.ready = null;
    }
  }

  choose(range) {
    this.range = range;
    putInAddress('range', range === USUAL ? null : range);
  }

  willUpdate() {
    this.#series.look({ subject: this.of.subject, id: this.of.id, range: this.range }, this.nowMillis, this.staleAt === null);
  }

  render() {
    const switches = html`
      <div class="chart-ranges" role="group" aria-label=${say('chart.ranges')}>${Object.keys(RANGES).map(range => html`
        <button type="button" aria-pressed=${String(this.range === range)} @click=${() => this.choose(range)}>
          ${say(`chart.range.${range}`)}</button>`)}</div>`;
    return panel({ id: 'charts', heading: say('chart.heading'), extra: switches, staleAt: this.staleAt }, html`
      ${this.trouble()}
      ${this.#series.known && this.ready ? this.charts() : html`<div class="charts-place">${
    this.#series.failed || this.ready === null ? nothing : awaited(this.staleAt, say('chart.loading'))}</div>`}`);
  }

  /** What could not be had: the rest of the screen goes on without it. */
  trouble() {
    const { failed, known } = this.#series;
    if (this.ready === null) {
      return html`<p class="empty">${say('chart.notFetched')} <button type="button" @click=${() => this.fetch()}>
        ${say('chart.again')}</button></p>`;
    }
    return failed === null ? nothing : html`
      <p class="empty chart-failed">${say(known ? 'chart.failedOld' : 'chart.failed', { detail: reasonOf(failed) })}
        <button type="button" @click=${() => this.#series.again()}>${say('chart.again')}</button></p>`;
  }

  charts() {
    const { range, limit, nowMillis, live, staleAt } = this;
    const to = pastMillis() ?? staleAt ?? nowMillis;
    const span = { from: beginOf(this.#series.known, to, RANGES[range]), to, range };
    const now = live && staleAt === null ? { ...live, at: nowMillis } : null;
    const step = say(`chart.step.${RANGES[range].step}`);
    return html`<div class="charts">${plotsOf(this.#series.known, span, { now, limit })
    .filter(({ key }) => this.only?.includes(key) ?? true).map(plot => html`
      <muster-chart .plot=${plot} .span=${span} .nowMillis=${nowMillis} .step=${step}></muster-chart>`)}</div>`;
  }
}

/** A record that is young fills at least half of the picture, and is not drawn out of all proportion. */
function beginOf({ points }, to, { millis, stepMillis }) {
  const first = points.find(({ state }) => state === 'known');
  const known = first ? to - Date.parse(first.at) : millis;
  return to - Math.min(millis, Math.max(2 * known, YOUNG_STEPS * stepMillis));
}

customElements.define('muster-charts', Charts);
