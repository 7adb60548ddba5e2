import { html, nothing } from 'lit';

import { zoneInForce } from '../../live/zone.js';
import '../../page.js';
import { watchLook } from '../../parts/map/look.js';
import { Light } from '../../parts/light.js';
import { ratio } from '../../text/figures.js';
import { count, say } from '../../text/text.js';
import { localTime } from '../../text/time.js';
import { Drawing } from './drawing.js';

/** The picture is drawn anew at most this often; figures beside it are the live ones. */
const EVERY_MILLIS = 2_000;

/** One chart: a picture with a sentence that says the same, and its figures as a table behind a button. */
class ChartPart extends Light {
  static properties = {
    /** @type {import('./plots.js').Plot} */
    plot: { attribute: false },
    span: { attribute: false },
    nowMillis: { attribute: false },
    step: { attribute: false },
    listed: { state: true },
  };

  #drawing = null;
  #drawnAt = -Infinity;
  #drawn = null;
  #stop = () => {};

  constructor() {
    super();
    this.listed = false;
  }

  render() {
    const { plot: { key, lines, unknown }, listed, step } = this;
    return html`
      <figure class="chart" data-chart=${key}>
        <figcaption>
          <h3 id="chart-${key}">${say(`chart.${key}`, { step })}</h3>
          <button type="button" aria-expanded=${String(listed)} aria-controls="chart-table-${key}" aria-label=${say(
    listed ? 'chart.hideTable' : 'chart.showTable', { name: say(`chart.${key}`, { step }) })}
            @click=${() => { this.listed = !listed; }}>${say('chart.table')}</button>
        </figcaption>
        <div class="chart-frame" dir="ltr"><canvas role="img" aria-label=${this.summary()}></canvas>
          <span class="chart-probe" aria-hidden="true"></span></div>
        <p class="chart-legend">${lines.filter(({ form, fill }) => form !== 'edge' || fill).map(one => html`<span data-token=${one.token}
          data-dash=${one.dash ?? 'solid'} data-form=${one.form}>${say(one.fill ? `chart.band.${one.key}` : `chart.line.${one.key}`)}</span>`)}
          ${unknown.length > 0 ? html`<span class="chart-unknown">${say('chart.unknown')}</span>` : nothing}</p>
        <div id="chart-table-${key}" class="chart-table" tabindex="0" role="group" aria-labelledby="chart-${key}" ?hidden=${!listed}>${listed ? this.table() : nothing}</div>
      </figure>`;
  }

  /** The newest figure, the highest and when, and what is missing. */
  summary() {
    const { plot, nowMillis, step } = this;
    const { points } = plot.lines.find(({ main }) => main);
    const known = points.filter(({ y }) => y !== null);
    const name = say(`chart.${plot.key}`, { step });
    if (known.length === 0) {
      return say('chart.summaryNone', { name });
    }
    const most = known.reduce((a, b) => (b.y > a.y ? b : a));
    const missing = points.length - known.length;
    const words = say('chart.summary', { name, now: figure(plot.key, known.at(-1).y), most: figure(plot.key, most.y),
      at: localTime(most.x, nowMillis) });
    return missing === 0 ? words : `${words} ${say('chart.summaryMissing', { count: missing })}`;
  }

  table() {
    const { plot, nowMillis, step } = this;
    const told = plot.lines.filter(({ untold }) => !untold);
    const times = told[0].points.map(({ x }) => x);
    return html`
      <table class="small">
        <caption class="unseen">${say('chart.tableOf', { name: say(`chart.${plot.key}`, { step }) })}</caption>
        <thead><tr><th scope="col">${say('chart.time')}</th>${told.map(({ key }) => html`
          <th scope="col" class="number">${say(`chart.line.${key}`)}</th>`)}</tr></thead>
        <tbody>${times.map((at, index) => html`<tr><th scope="row">${localTime(at, nowMillis)}</th>
          ${told.map(({ points }) => html`<td class="number">${points[index].y === null ? this.missing(at)
    : figure(plot.key, points[index].y)}</td>`)}</tr>`).reverse()}</tbody>
      </table>`;
  }

  missing(at) {
    const span = this.plot.unknown.find(({ from, to }) => at > from && at <= to);
    return span ? say(`chart.state.${span.state}`) : say('nothing');
  }

  firstUpdated() {
    this.#drawing = new Drawing(this.querySelector('canvas'));
    this.#stop = watchLook(() => this.#draw());
    this.#draw();
  }

  updated() {
    if (performance.now() - this.#drawnAt >= EVERY_MILLIS || this.#drawn?.span.range !== this.span.range
      || this.#drawn.zone !== zoneInForce()) {
      this.#draw();
    }
  }

  #draw() {
    this.#drawnAt = performance.now();
    this.#drawn = { span: this.span, zone: zoneInForce() };
    this.#drawing.draw(this.plot, this.span);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop();
    this.#drawing?.stop();
  }
}

/** A figure as the areas' table writes it. */
function figure(key, value) {
  return key === 'ratio' ? ratio(value) : count(value);
}

customElements.define('muster-chart', ChartPart);
