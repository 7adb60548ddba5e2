/** The areas on the map: filled by how many people are there, hatched where nothing recent is known. */

/**
 * @typedef {object} Frame where the map's view is
 * @property {number} resolution map units per pixel
 * @property {[number, number]} centre in map units
 * @property {number} width in pixels
 * @property {number} height
 * @property {number} ratio device pixels per pixel
 */

/** @param {Frame} frame */
export function toScreen({ resolution, centre, width, height }, x, y) {
  return [(x - centre[0]) / resolution + width / 2, (centre[1] - y) / resolution + height / 2];
}

/** Whether any of it is in sight. @param {Frame} frame @param {[number, number, number, number]} extent */
export function inSight(frame, [left, bottom, right, top]) {
  const [x1, y1] = toScreen(frame, left, top);
  const [x2, y2] = toScreen(frame, right, bottom);
  return x2 >= 0 && y2 >= 0 && x1 <= frame.width && y1 <= frame.height;
}

/**
 * Draws the areas, those that hold others first.
 *
 * @param {CanvasRenderingContext2D} context in pixels of the page
 * @param {Frame} frame
 * @param {import('./look.js').Look} look
 * @param {{outline: import('./outlines.js').Outline, step: number, hatched: boolean, chosen: boolean}[]} areas
 * @param {boolean} filled
 * @param {() => void} beneath called when they are filled: draws what lies under them
 */
export function paintGround(context, frame, look, areas, filled, beneath) {
  const hatch = hatchOf(context, look);
  const seen = areas.filter(({ outline }) => inSight(frame, outline.extent))
    .map(area => ({ ...area, path: placed(area.outline, frame) }));
  for (const { path, step, hatched } of seen) {
    context.fillStyle = look[`ramp-${filled ? step : 0}`];
    context.fill(path, 'evenodd');
    if (filled && hatched) {
      context.fillStyle = hatch;
      context.fill(path, 'evenodd');
    }
  }
  beneath();
  for (const { path } of seen) {
    context.strokeStyle = look.edge;
    context.lineWidth = 1;
    context.stroke(path);
  }
  for (const { path } of seen.filter(({ chosen }) => chosen)) {
    context.strokeStyle = look.outline;
    context.lineWidth = 6;
    context.stroke(path);
    context.strokeStyle = look.chosen;
    context.lineWidth = 3;
    context.stroke(path);
  }
}

function placed({ path, origin }, frame) {
  const [e, f] = toScreen(frame, origin[0], origin[1]);
  const moved = new Path2D();
  moved.addPath(path, { a: 1 / frame.resolution, b: 0, c: 0, d: -1 / frame.resolution, e, f });
  return moved;
}

const hatches = new WeakMap();

function hatchOf(context, look) {
  let hatch = hatches.get(look);
  if (!hatch) {
    const tile = document.createElement('canvas');
    tile.width = tile.height = 12;
    const lines = tile.getContext('2d');
    lines.strokeStyle = look.hatch;
    lines.lineWidth = 1.6;
    lines.beginPath();
    for (const shift of [-12, 0, 12]) {
      lines.moveTo(shift - 1, 13);
      lines.lineTo(shift + 13, -1);
    }
    lines.stroke();
    hatch = context.createPattern(tile, 'repeat');
    hatches.set(look, hatch);
  }
  return hatch;
}
