import { LEVELS } from '../../live/alerts.js';
import { OUTLINES } from '../../parts/severity.js';
import { count as written } from '../../text/text.js';
import { localTime } from '../../text/time.js';

/** Rows of the picture, in pixels. */
const FOOT = 18;
const ALERTS = 28;
const PLAN = 14;
const INCIDENT = 6;
const GAP = 2;
/** Alerts that would lie closer to each other are one symbol with a number. */
const APART = 18;
/** A click this close to something means it. */
const NEAR = 6;
const TICKS = [1, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1_440, 2_880].map(minutes => minutes * 60_000);
const TOKENS = ['panel', 'hatch', 'text', 'text-muted', 'line', 'control-line', 'data', 'p1', 'p2', 'p3', 'p4', 'replay', 'stale', 'focus'];
const COLOUR = { emergency: 'p1', critical: 'p1', high: 'p2', medium: 'p3', low: 'p4' };

/** A canvas knows no custom properties: the browser is asked what they come to. @param {HTMLElement} probe nobody sees it */
export function coloursOf(probe) {
  const forced = window.matchMedia('(forced-colors: active)').matches;
  return Object.fromEntries(TOKENS.map(token => {
    probe.style.color = `var(--${token})`;
    return [token, forced && token === 'focus' ? 'Highlight' : getComputedStyle(probe).color];
  }));
}

/**
 * Draws the axis: ticks, plans and protests, incidents, alerts as shapes, the present, the moment.
 *
 * @param {CanvasRenderingContext2D} context in pixels of the page
 * @param {object} of
 * @param {number} of.width
 * @param {number} of.height
 * @param {{from: number, to: number}} of.stretch
 * @param {import('./items.js').Item[]} of.items the first to begin first
 * @param {{from: string, to: string|null}[]} of.floods
 * @param {number} of.now
 * @param {number|null} of.shown the moment of the past that is shown
 * @param {number|null} of.wanted the one that is waited for
 * @param {{type: string, id: string}|null} of.chosen
 * @param {(item: import('./items.js').Item) => string} of.titleOf
 * @param {Record<string, string>} of.colours
 * @returns {{item: import('./items.js').Item, x: number, y: number, right: number, bottom: number}[]} where something can be hit, topmost first
 */
export function draw(context, of) {
  const { width, height, stretch, items, now, shown, wanted, colours } = of;
  const x = at => (at - stretch.from) / (stretch.to - stretch.from) * width;
  context.clearRect(0, 0, width, height);
  ticks(context, of, x);
  const past = Math.min(Math.max(x(now), 0), width);
  const [bars, incidents, alerts] = ['protest', 'incident', 'alert'].map(type => items.filter(item => item.type === type));
  floods(context, of, x);
  const room = height - FOOT - ALERTS;
  const plans = lanes(bars, x, Math.max(1, Math.floor(room * 0.5 / (PLAN + GAP))), now);
  const used = plans.count * (PLAN + GAP);
  const below = lanes(incidents, x, Math.max(1, Math.floor((room - used) / (INCIDENT + GAP))), now);
  const hits = [
    ...plans.rows.map(row => plan(context, of, x, row, ALERTS + row.lane * (PLAN + GAP))),
    ...below.rows.map(row => bar(context, of, row, ALERTS + used + row.lane * (INCIDENT + GAP))),
    ...symbols(context, of, x, alerts),
  ].reverse();
  line(context, past, height, colours.text, [4, 3]);
  if (wanted !== null && wanted !== shown) {
    line(context, x(wanted), height, colours.replay, [2, 3]);
  }
  if (shown !== null) {
    line(context, x(shown), height, colours.replay, []);
    context.fillStyle = colours.replay;
    context.fill(triangle(x(shown)));
  }
  return hits;
}

/** What lies under a point. @param {ReturnType<typeof draw>} hits */
export function hitAt(hits, x, y) {
  return hits.find(hit => x >= hit.x - NEAR / 2 && x <= hit.right + NEAR / 2 && y >= hit.y && y <= hit.bottom)?.item ?? null;
}

function triangle(x) {
  const path = new Path2D();
  path.moveTo(x - 6, 0);
  path.lineTo(x + 6, 0);
  path.lineTo(x, 8);
  return path;
}

function line(context, x, height, colour, dash) {
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.setLineDash(dash);
  context.beginPath();
  context.moveTo(x, 0);
  context.lineTo(x, height - FOOT);
  context.stroke();
  context.setLineDash([]);
}

/** Lines with their local times; a time is written where there is room for it. */
function ticks(context, { width, height, stretch, now, colours }, x) {
  const each = TICKS.find(step => step / (stretch.to - stretch.from) * width >= 90) ?? TICKS.at(-1);
  const offset = new Date(stretch.from).getTimezoneOffset() * 60_000;
  context.strokeStyle = colours.line;
  context.fillStyle = colours['text-muted'];
  context.lineWidth = 1;
  context.font = '12px "DejaVu Sans", system-ui, sans-serif';
  context.textBaseline = 'alphabetic';
  context.textAlign = 'center';
  context.globalAlpha = 0.5;
  const marks = [];
  for (let at = Math.ceil((stretch.from - offset) / each) * each + offset; at < stretch.to; at += each) {
    marks.push(at);
    context.fillRect(Math.round(x(at)), 0, 1, height - FOOT);
  }
  context.globalAlpha = 1;
  for (const at of marks) {
    const time = localTime(at, now);
    const half = context.measureText(time).width / 2;
    if (x(at) >= half && x(at) <= width - half) {
      context.fillText(time, x(at), height - 5);
    }
  }
}

/** More alerts than a desk can work: a band behind them. */
function floods(context, { floods: all, now, colours, width }, x) {
  context.fillStyle = colours.stale;
  context.globalAlpha = 0.35;
  for (const { from, to } of all) {
    const left = Math.max(0, x(Date.parse(from)));
    context.fillRect(left, 0, Math.min(width, x(to ? Date.parse(to) : now)) - left, 4);
  }
  context.globalAlpha = 1;
}

/** Puts bars below each other so that they do not lie on each other; what has no lane left lies on the last one. */
function lanes(items, x, most, now) {
  const ends = [];
  const rows = items.map(item => {
    const left = x(item.from);
    const right = Math.max(left + 3, x(item.to ?? Math.max(now, item.from)));
    let lane = ends.findIndex(end => end <= left);
    if (lane === -1) {
      lane = Math.min(ends.length, most - 1);
    }
    ends[lane] = Math.max(ends[lane] ?? 0, right + GAP);
    return { item, lane, left, right };
  });
  return { rows, count: ends.length };
}

/** A protest: its plan as an outline, what became of it filled. */
function plan(context, of, x, { item, left, right }, y) {
  const { colours, chosen, titleOf } = of;
  context.strokeStyle = isChosen(item, chosen) ? colours.focus : colours['control-line'];
  context.lineWidth = isChosen(item, chosen) ? 3 : 1;
  if (item.status === 'live' || item.status === 'ended') {
    context.fillStyle = colours.data;
    context.globalAlpha = item.status === 'live' ? 0.6 : 0.3;
    context.fillRect(left, y, right - left, PLAN);
    context.globalAlpha = 1;
  }
  const [from, to] = item.plan ? item.plan.map(x) : [left, right];
  context.setLineDash(item.status === 'cancelled' ? [3, 3] : []);
  context.strokeRect(Math.round(from) + 0.5, y + 0.5, Math.max(3, Math.round(to - from)), PLAN - 1);
  context.setLineDash([]);
  const [start, end] = [Math.max(Math.min(from, left), 0) + 4, Math.min(Math.max(to, right), of.width)];
  if (end - start > 40) {
    context.save();
    context.beginPath();
    context.rect(start, y, end - start - 4, PLAN);
    context.clip();
    context.fillStyle = colours.text;
    context.textAlign = 'start';
    context.fillText(titleOf(item), start, y + PLAN - 3);
    context.restore();
  }
  return { item, x: Math.min(from, left), y, right: Math.max(to, right), bottom: y + PLAN };
}

function bar(context, { colours, chosen }, { item, left, right }, y) {
  context.fillStyle = isChosen(item, chosen) ? colours.focus : colours['text-muted'];
  context.globalAlpha = item.to === null || isChosen(item, chosen) ? 1 : 0.55;
  context.fillRect(left, y, right - left, INCIDENT);
  context.globalAlpha = 1;
  return { item, x: left, y, right, bottom: y + INCIDENT };
}

/** Alerts where they were raised: of several in one place the worst, with how many they are. */
function symbols(context, { colours, chosen, width }, x, alerts) {
  const places = [];
  for (const item of alerts) {
    const at = x(item.from);
    if (at >= -APART && at <= width + APART) {
      const last = places.at(-1);
      if (!last || at - last.at >= APART) {
        places.push({ item, at, count: 1 });
      } else {
        const isFirst = isChosen(item, chosen)
          || (!isChosen(last.item, chosen) && LEVELS.indexOf(item.level) < LEVELS.indexOf(last.item.level));
        Object.assign(last, isFirst ? { item, at } : {}, { count: last.count + 1 });
      }
    }
  }
  return places.map(({ item, at, count }) => {
    context.save();
    context.translate(at - 8, 6);
    context.scale(0.8, 0.8);
    const path = new Path2D(OUTLINES[item.level]);
    if (isChosen(item, chosen)) {
      context.strokeStyle = colours.focus;
      context.lineWidth = 5;
      context.stroke(path);
    }
    context.fillStyle = context.strokeStyle = colours[COLOUR[item.level]];
    context.lineWidth = 2.2;
    if (item.to !== null || item.level === 'low') {
      context.stroke(path);
    } else {
      context.fill(path, 'evenodd');
    }
    context.restore();
    if (count > 1) {
      context.fillStyle = colours.text;
      context.textAlign = 'center';
      context.font = '10px "DejaVu Sans", system-ui, sans-serif';
      context.fillText(count > 99 ? `${written(99)}+` : written(count), at, 27);
      context.font = '12px "DejaVu Sans", system-ui, sans-serif';
    }
    return { item, x: at - 8, y: 4, right: at + 8, bottom: ALERTS };
  });
}

function isChosen(item, chosen) {
  return chosen !== null && chosen.type === item.type && chosen.id === item.id;
}
