import { inSight, toScreen } from './ground.js';
import { xyOf } from './mercator.js';
import { extentOf } from './outlines.js';

/** From this scale on, in map units per pixel, a kind is drawn; and how: colour, width in pixels, dashes. */
const KINDS = {
  place: { from: 300, colour: 'quiet' },
  rail: { from: 60, colour: 'road', width: 1.5, dash: [6, 4] },
  road: { from: 400, colour: 'road', width: 2.5 },
  street: { from: 30, colour: 'road', width: 1.2 },
  path: { from: 12, colour: 'road', width: 1, dash: [3, 3] },
  building: { from: 8, colour: 'built' },
  water: { from: Infinity, colour: 'water', width: 2 },
  green: { from: 200, colour: 'green' },
};

/** The lines of a geometry's coordinates, rings among them. */
const LINES = {
  Point: position => [[position]],
  LineString: line => [line],
  MultiLineString: lines => lines,
  Polygon: rings => rings,
  MultiPolygon: polygons => polygons.flat(),
};

const FONT = "12px 'DejaVu Sans', 'Segoe UI', sans-serif";

/** What the operator drew. */
export class Drawing {
  #things;

  /** @param {{attribution: string, features: object[]}} ground */
  constructor({ attribution, features }) {
    this.attribution = attribution;
    this.#things = features.map(thing);
    this.count = features.length;
  }

  /** Draws what is in sight, from what lies below to what lies on it. @param {import('./ground.js').Frame} frame */
  paint(context, frame, look) {
    const seen = this.#things.filter(({ kind, extent }) => frame.resolution <= KINDS[kind].from && inSight(frame, extent));
    for (const kind of Object.keys(KINDS).reverse()) {
      const of = seen.filter(one => one.kind === kind);
      if (kind === 'place') {
        names(context, frame, look, of);
      } else {
        shapes(context, frame, look, KINDS[kind], of);
      }
    }
  }
}

function thing({ properties: { kind, name }, geometry: { type, coordinates } }) {
  const lines = LINES[type](coordinates).map(line => line.map(xyOf));
  return { kind, name, lines, closed: type.endsWith('Polygon'), extent: extentOf(lines.flat()) };
}

function shapes(context, frame, look, { colour, width, dash }, things) {
  context.fillStyle = context.strokeStyle = look[colour];
  context.lineWidth = width ?? 1;
  context.lineJoin = 'round';
  context.setLineDash(dash ?? []);
  for (const { lines } of things.filter(({ closed }) => closed)) {
    context.beginPath();
    lines.forEach(line => trace(context, frame, line));
    context.fill('evenodd');
  }
  context.beginPath();
  things.filter(({ closed }) => !closed).forEach(({ lines }) => lines.forEach(line => trace(context, frame, line)));
  context.stroke();
}

/** Vertices closer than a pixel to the last are left out. */
function trace(context, frame, line) {
  let [lastX, lastY] = [NaN, NaN];
  line.forEach((position, index) => {
    const [x, y] = toScreen(frame, position[0], position[1]);
    if (index === 0) {
      context.moveTo(x, y);
    } else if (index === line.length - 1 || Math.abs(x - lastX) >= 1 || Math.abs(y - lastY) >= 1) {
      context.lineTo(x, y);
    } else {
      return;
    }
    [lastX, lastY] = [x, y];
  });
}

/** Where two would lie on each other, the one that comes first in the file is drawn. */
function names(context, frame, look, places) {
  context.font = FONT;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.setLineDash([]);
  const taken = [];
  for (const { name, lines } of places) {
    const [x, y] = toScreen(frame, ...lines[0][0]);
    const half = context.measureText(name).width / 2 + 4;
    if (!taken.some(other => Math.abs(other.x - x) < other.half + half && Math.abs(other.y - y) < 16)) {
      taken.push({ x, y, half });
      context.strokeStyle = look.ground;
      context.strokeText(name, x, y);
      context.fillStyle = look.quiet;
      context.fillText(name, x, y);
    }
  }
}
