import { count } from '../../text/text.js';
import { toScreen } from './ground.js';
import { RANK, RESTLESS } from './ranks.js';
import { spriteOf } from './sprites.js';

/** How many units are drawn round a site; the rest is a number. */
const ROUND_MAX = 8;
const ROUND_PIXELS = 23;
const MARGIN_PIXELS = 40;

/**
 * A thing on the screen that can be pointed at.
 *
 * @typedef {object} Spot
 * @property {number} x in pixels
 * @property {number} y
 * @property {number} radius
 * @property {string} type `cluster`, or the type of the thing
 * @property {string} [id]
 * @property {number} [group] index of a cluster
 * @property {import('./sites.js').Site} [site]
 */

/**
 * Draws single sites with the units round them, and clusters; what is urgent last.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {import('./ground.js').Frame} frame
 * @param {object} on
 * @param {import('./look.js').Look} on.look
 * @param {import('./sprites.js').Sprites} on.sprites
 * @param {import('./sites.js').Site[]} on.sites
 * @param {import('./clusters.js').Groups} on.groups
 * @param {(type: string, id: string) => 'chosen'|'pointed'|null} on.mark
 * @param {boolean} on.dim whether restless symbols are at their darker half
 * @returns {Spot[]} in the order of drawing
 */
export function paintSymbols(context, frame, { look, sprites, sites, groups, mark, dim }) {
  const spots = spotsOf(frame, sites, groups).sort((a, b) => a.rank - b.rank);
  for (const spot of spots) {
    if (spot.type === 'cluster') {
      paintCluster(context, look, spot);
    } else {
      paintMark(context, look, spot, mark(spot.type, spot.id));
      sprites.put(context, spriteOf(spot.type, spot.rank, look.still, spot.old), spot.x, spot.y, dim && spot.rank >= RESTLESS);
      if (spot.more > 0) {
        text(context, look, `+${spot.more}`, spot.x + ROUND_PIXELS, spot.y + ROUND_PIXELS);
      }
    }
  }
  return spots;
}

function spotsOf(frame, sites, groups) {
  const spots = [];
  for (let group = 0; group < groups.length; group++) {
    const [x, y] = toScreen(frame, groups.x[group], groups.y[group]);
    if (x < -MARGIN_PIXELS || y < -MARGIN_PIXELS || x > frame.width + MARGIN_PIXELS || y > frame.height + MARGIN_PIXELS) {
      continue;
    }
    if (groups.site[group] === -1) {
      const radius = 12 + Math.min(8, Math.log2(groups.things[group]) * 1.4);
      spots.push({ type: 'cluster', group, x, y, radius, rank: groups.open[group] > 0 ? -1 : -2,
        things: groups.things[group], open: groups.open[group] });
    } else {
      single(spots, sites[groups.site[group]], x, y);
    }
  }
  return spots;
}

function single(spots, site, x, y) {
  const [dx, dy] = site.offset;
  const more = Math.max(0, site.units.length - ROUND_MAX);
  spots.push({ type: site.type, id: site.id, site, x: x + dx, y: y + dy, radius: radiusOf(site),
    rank: site.rank, old: site.old, more });
  const round = site.units.slice(0, ROUND_MAX);
  round.forEach(({ object, rank, old }, index) => {
    const angle = -Math.PI / 6 + index * 2 * Math.PI / Math.max(6, round.length);
    spots.push({ type: 'unit', id: object.unit, x: x + ROUND_PIXELS * Math.cos(angle),
      y: y + ROUND_PIXELS * Math.sin(angle), radius: 9, rank: Math.max(rank, -0.5), old, satellite: true });
  });
}

/** The symbol's size: that of an officer in danger is the largest. */
function radiusOf({ type, rank }) {
  return rank === RANK.emergency ? 18 : type === 'unit' && rank === RANK.none ? 10 : 13;
}

function paintMark(context, look, { x, y, radius }, mark) {
  if (!mark) {
    return;
  }
  for (const [colour, width] of [[look.outline, 7], [look.chosen, 3]]) {
    context.setLineDash(mark === 'pointed' && width === 3 ? [5, 4] : []);
    context.beginPath();
    context.arc(x, y, radius + 5, 0, 7);
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  }
  context.setLineDash([]);
}

/** Grey, whatever is in it; the badge says how many alerts in it nobody has acknowledged. */
function paintCluster(context, look, { x, y, radius, things, open }) {
  disc(context, x, y, radius, look.cluster, look.outline);
  text(context, look, short(things), x, y, look['cluster-text'], 13);
  if (open > 0) {
    const words = short(open);
    const width = Math.max(16, 8 + words.length * 7);
    const [left, top] = [x + radius * 0.5, y - radius - 5];
    context.beginPath();
    context.roundRect(left, top, width, 16, 8);
    context.strokeStyle = look.outline;
    context.lineWidth = 3;
    context.stroke();
    context.fillStyle = look.badge;
    context.fill();
    text(context, look, words, left + width / 2, top + 8, look['badge-text'], 11);
  }
}

function disc(context, x, y, radius, fill, outline) {
  context.beginPath();
  context.arc(x, y, radius, 0, 7);
  context.strokeStyle = outline;
  context.lineWidth = 4;
  context.stroke();
  context.fillStyle = fill;
  context.fill();
}

function text(context, look, words, x, y, colour = look.text, size = 12) {
  context.font = `bold ${size}px 'DejaVu Sans', 'Segoe UI', sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = colour;
  context.fillText(words, x, y + 0.5);
}

function short(number) {
  return number < 1_000 ? count(number) : `${count(Math.floor(number / 1_000))}k`;
}
