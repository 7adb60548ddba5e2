import {
  BarController, BarElement, Chart, Filler, LinearScale, LineController, LineElement, PointElement,
} from 'chart.js';

import { say } from '../../text/text.js';
import { onAxis } from '../../text/time.js';
import { hatched, Look } from './look.js';

Chart.register(BarController, BarElement, Filler, LinearScale, LineController, LineElement, PointElement, hatched);

/** Steps between marks of the time axis, the first that makes few enough of them. */
const MARKS_MILLIS = [5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1_440].map(minutes => minutes * 60_000);
const MARKS_MAX = 8;

/** One chart on a canvas. */
export class Drawing {
  #chart;
  #look;

  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.#look = new Look(canvas.parentElement);
    this.#chart = new Chart(canvas, { type: 'line', data: { datasets: [] }, options: options() });
  }

  /** @param {import('./plots.js').Plot} plot @param {{from: number, to: number}} span */
  draw(plot, { from, to }) {
    const look = this.#look.read();
    const chart = this.#chart;
    chart.data.datasets = plot.lines.map(line => dataset(line, look));
    const { x, y } = chart.options.scales;
    Object.assign(x, { min: from, max: to });
    x.afterBuildTicks = axis => { axis.ticks = marks(from, to); };
    x.ticks = { ...x.ticks, color: look.muted, callback: onAxis };
    y.ticks = { ...y.ticks, color: look.muted };
    x.grid = { ...x.grid, color: look.hatch };
    y.grid = { ...y.grid, color: look.hatch };
    x.border = y.border = { color: look.line };
    y.suggestedMax = plot.atLeast;
    chart.options.plugins.hatched = { spans: plot.unknown, colour: look.muted };
    chart.update('none');
  }

  stop() {
    this.#chart.destroy();
  }
}

function options() {
  return {
    locale: say('locale'), animation: false, responsive: true, maintainAspectRatio: false, events: [], normalized: true, parsing: false,
    scales: {
      x: { type: 'linear', ticks: { maxRotation: 0, autoSkip: false, font: { size: 12 } }, grid: {} },
      y: { beginAtZero: true, ticks: { precision: 0, maxTicksLimit: 5, font: { size: 12 } }, grid: {} },
    },
    plugins: { legend: { display: false }, hatched: { spans: [] } },
  };
}

/** Whole steps of the clock on the wall. */
function marks(from, to) {
  const step = MARKS_MILLIS.find(millis => (to - from) / millis <= MARKS_MAX) ?? MARKS_MILLIS.at(-1);
  const east = -new Date(from).getTimezoneOffset() * 60_000;
  const ticks = [];
  for (let at = Math.ceil((from + east) / step) * step - east; at <= to; at += step) {
    ticks.push({ value: at });
  }
  return ticks;
}

const DASHES = { solid: [], dashed: [7, 4], dotted: [2, 3] };

function dataset({ points, form, token, dash = 'solid', fill = false, width = 2 }, look) {
  const colour = look.of(token);
  return {
    type: form === 'bars' ? 'bar' : 'line', data: points, parsing: false, spanGaps: false,
    borderColor: colour, borderWidth: form === 'edge' ? 1 : width, borderDash: DASHES[dash],
    backgroundColor: form === 'bars' ? colour : look.band(token), fill: fill && !look.forced ? '+1' : false,
    pointRadius: 0, stepped: form === 'steps' ? 'before' : false, barPercentage: 1, categoryPercentage: 0.9,
    barThickness: form === 'bars' ? 'flex' : undefined, maxBarThickness: 8,
  };
}
