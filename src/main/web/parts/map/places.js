import { anchorOf } from './sites.js';
import { toScreen } from './ground.js';
import { xyOf } from './mercator.js';

/**
 * Draws the routes and grounds of protests, and a line between two that clash.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {import('./ground.js').Frame} frame
 * @param {import('./look.js').Look} look
 * @param {import('./sites.js').Site[]} sites
 * @param {(site: import('./sites.js').Site) => boolean} chosen
 * @returns {{from: number[], to: number[], length: number, clash: object}[]} where each clash is on the screen
 */
export function paintPlaces(context, frame, look, sites, chosen) {
  const protests = sites.filter(({ type }) => type === 'protest');
  for (const site of protests) {
    paintPlace(context, frame, look, site.object, chosen(site));
  }
  context.setLineDash([]);
  return clashesOf(protests).map(clash => paintClash(context, frame, look, clash));
}

function paintPlace(context, frame, look, { place, status }, chosen) {
  if (place.type === 'Point') {
    return;
  }
  const rings = place.type === 'Polygon' ? place.coordinates : [place.coordinates];
  context.beginPath();
  for (const ring of rings) {
    ring.forEach((position, index) => {
      const [x, y] = toScreen(frame, ...xyOf(position));
      context[index === 0 ? 'moveTo' : 'lineTo'](x, y);
    });
  }
  context.lineJoin = 'round';
  context.setLineDash([]);
  context.strokeStyle = look.outline;
  context.lineWidth = chosen ? 9 : 6;
  context.stroke();
  context.setLineDash(status === 'live' ? [] : [8, 6]);
  context.strokeStyle = chosen ? look.chosen : look.route;
  context.lineWidth = chosen ? 4 : 2.5;
  context.stroke();
  if (place.type === 'LineString') {
    context.setLineDash([]);
    arrow(context, frame, look, place.coordinates.slice(-2).map(xyOf), chosen);
  }
}

/** Which way a march goes. */
function arrow(context, frame, look, [from, to], chosen) {
  const [x, y] = toScreen(frame, ...to);
  const angle = Math.atan2(from[1] - to[1], to[0] - from[0]);
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  context.beginPath();
  context.moveTo(6, 0);
  context.lineTo(-8, -7);
  context.lineTo(-8, 7);
  context.closePath();
  context.strokeStyle = look.outline;
  context.lineWidth = 3;
  context.stroke();
  context.fillStyle = chosen ? look.chosen : look.route;
  context.fill();
  context.restore();
}

/** Each pair once. */
function clashesOf(protests) {
  const known = new Map(protests.map(site => [site.id, site]));
  return protests.flatMap(a => a.object.clashes
    .filter(clash => a.id < clash.protest && known.has(clash.protest))
    .map(clash => ({ a, b: known.get(clash.protest), clash })));
}

function paintClash(context, frame, look, { a, b, clash }) {
  const [x1, y1] = toScreen(frame, ...anchorOf(a.object.place));
  const [x2, y2] = toScreen(frame, ...anchorOf(b.object.place));
  for (const [colour, width] of [[look.outline, 7], [look.clash, 4], [look.outline, 1.5]]) {
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  }
  return { from: [x1, y1], to: [x2, y2], length: Math.hypot(x1 - x2, y1 - y2), clash };
}
