/** How charts look: the tokens of the page, as a canvas can use them. */

const TOKENS = ['data', 'text', 'text-muted', 'line', 'hatch', 'stale', 'p1', 'p2', 'p3', 'p4'];
const FORCED = window.matchMedia('(forced-colors: active)');
const HATCH_PIXELS = 8;

/** The colours of one place of the page. */
export class Look {
  #at;
  #colours = {};

  /** @param {HTMLElement} at where a probe is put, that the browser is asked by what a token comes to */
  constructor(at) {
    this.#at = at;
  }

  read() {
    const probe = this.#at.querySelector('.chart-probe');
    for (const token of TOKENS) {
      probe.style.color = `var(--${token})`;
      this.#colours[token] = getComputedStyle(probe).color;
    }
    if (this.forced) {
      // The grid must not look like a line.
      probe.style.forcedColorAdjust = 'none';
      probe.style.color = 'GrayText';
      this.#colours.hatch = getComputedStyle(probe).color;
      probe.style.forcedColorAdjust = '';
    }
    return this;
  }

  get forced() {
    return FORCED.matches;
  }

  get muted() {
    return this.#colours['text-muted'];
  }

  get hatch() {
    return this.#colours.hatch;
  }

  get line() {
    return this.#colours.line;
  }

  of(token) {
    return this.#colours[token];
  }

  /** The same, so thin that lines are seen through it. */
  band(token) {
    return this.of(token).replace(/^rgba?\(([^)]+)\)$/, (_, channels) => `rgba(${channels.split(',').slice(0, 3).join(',')}, 0.22)`);
  }
}

/** Hatches the spans of a chart in which nothing is known: what is missing must not look like nothing. */
export const hatched = {
  id: 'hatched',
  beforeDatasetsDraw({ ctx, chartArea, scales }, _, { spans, colour }) {
    for (const { from, to } of spans) {
      const left = Math.max(chartArea.left, scales.x.getPixelForValue(from));
      const right = Math.min(chartArea.right, scales.x.getPixelForValue(to));
      if (right > left) {
        hatch(ctx, left, right, chartArea, colour);
      }
    }
  },
};

function hatch(ctx, left, right, { top, bottom }, colour) {
  const height = bottom - top;
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, right - left, height);
  ctx.clip();
  ctx.beginPath();
  for (let x = left - height; x < right; x += HATCH_PIXELS) {
    ctx.moveTo(x, bottom);
    ctx.lineTo(x + height, top);
  }
  ctx.strokeStyle = colour;
  ctx.globalAlpha = 0.45;
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.restore();
}
