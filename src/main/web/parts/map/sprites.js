import { RANK } from './ranks.js';

/** Half the side of a sprite, in pixels of the page. */
const HALF = 22;

/**
 * Symbols, each drawn once for a look and a pixel ratio and then copied. They carry an outline, so that either the fill
 * or the outline stands out from every step of the ramp.
 */
export class Sprites {
  #drawn = new Map();

  /** @param {import('./look.js').Look} look @param {number} ratio device pixels per pixel */
  constructor(look, ratio) {
    this.look = look;
    this.ratio = ratio;
  }

  /**
   * Draws a symbol with its middle at a point of the screen.
   *
   * @param {keyof typeof SHAPES} name
   * @param {boolean} [dim] half as bright
   */
  put(context, name, x, y, dim = false) {
    const key = dim ? `${name} dim` : name;
    let sprite = this.#drawn.get(key);
    if (!sprite) {
      sprite = this.#draw(name, dim);
      this.#drawn.set(key, sprite);
    }
    context.drawImage(sprite, Math.round((x - HALF) * this.ratio) / this.ratio,
      Math.round((y - HALF) * this.ratio) / this.ratio, 2 * HALF, 2 * HALF);
  }

  #draw(name, dim) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = Math.ceil(2 * HALF * this.ratio);
    const context = canvas.getContext('2d');
    context.scale(canvas.width / (2 * HALF), canvas.height / (2 * HALF));
    context.translate(HALF, HALF);
    context.lineJoin = 'round';
    SHAPES[name](context, this.look);
    if (dim) {
      context.globalCompositeOperation = 'source-atop';
      context.globalAlpha = 0.5;
      context.fillStyle = this.look.plate;
      context.fillRect(-HALF, -HALF, 2 * HALF, 2 * HALF);
    }
    return canvas;
  }
}

/** The symbol of a thing: what asks for attention goes before what it is, and a unit that was not heard of is hatched. */
export function spriteOf(type, rank, still, old = false) {
  switch (rank) {
    case RANK.emergency:
      return still ? 'emergencyStill' : 'emergency';
    case RANK.critical:
      return still ? 'criticalStill' : 'critical';
    case RANK.high:
      return still ? 'highStill' : 'high';
    case RANK.medium:
      return 'medium';
    case RANK.low:
      return 'low';
    default:
      return old && type === 'unit' ? 'unitOld' : type;
  }
}

const HEXAGON = [[-3.5, -6], [3.5, -6], [7, 0], [3.5, 6], [-3.5, 6], [-7, 0]];

const SHAPES = {
  incident: (context, look) => solid(context, look.symbol, look, () => context.arc(0, 0, 7, 0, 7)),
  protest: (context, look) => solid(context, look.symbol, look, () => polygon(context,
    [[-5, -11], [9, -6], [-2.5, -1], [-2.5, 10], [-5, 10]])),
  unit: (context, look) => solid(context, look.unit, look, () => polygon(context, HEXAGON)),
  unitOld: hatched,
  low: (context, look) => {
    ring(context, look.outline, 7, 7);
    ring(context, look.p4, 7, 3);
  },
  medium: (context, look) => solid(context, look.p3, look, () => polygon(context, [[0, -10], [10, 0], [0, 10], [-10, 0]])),
  high: triangle,
  highStill: (context, look) => twice(context, look, triangle),
  critical: square,
  criticalStill: (context, look) => twice(context, look, square),
  emergency: (context, look) => octagon(context, look),
  emergencyStill: (context, look) => twice(context, look, octagon),
};

function hatched(context, look) {
  solid(context, look.plate, look, () => polygon(context, HEXAGON));
  context.save();
  context.clip();
  context.strokeStyle = look.unit;
  context.lineWidth = 1.5;
  for (const from of [-10, -5, 0, 5]) {
    context.beginPath();
    context.moveTo(from, 7);
    context.lineTo(from + 7, -7);
    context.stroke();
  }
  context.restore();
  context.beginPath();
  polygon(context, HEXAGON);
  context.stroke();
}

function triangle(context, look) {
  solid(context, look.p2, look, () => polygon(context, [[0, -11], [11, 8], [-11, 8]]));
}

function square(context, look) {
  solid(context, look.p1, look, () => context.rect(-9, -9, 18, 18));
  word(context, look, '!', 15);
}

function octagon(context, look) {
  const corners = size => Array.from({ length: 8 }, (_, index) => {
    const angle = Math.PI / 8 + index * Math.PI / 4;
    return [size * Math.cos(angle), size * Math.sin(angle)];
  });
  solid(context, look.p1, look, () => polygon(context, corners(17)));
  context.strokeStyle = look['on-alert'];
  context.lineWidth = 1.5;
  context.beginPath();
  polygon(context, corners(14));
  context.stroke();
  word(context, look, 'SOS', 10);
}

/** A second border in place of the change of brightness. */
function twice(context, look, shape) {
  context.save();
  context.scale(1.22, 1.22);
  shape(context, { ...look, p1: look.plate, p2: look.plate, 'on-alert': 'transparent', outline: look.text });
  context.restore();
  shape(context, look);
}

function solid(context, fill, look, outline) {
  context.beginPath();
  outline();
  context.strokeStyle = look.outline;
  context.lineWidth = 4;
  context.stroke();
  context.fillStyle = fill;
  context.fill();
}

function ring(context, colour, radius, width) {
  context.beginPath();
  context.arc(0, 0, radius, 0, 7);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}

function polygon(context, corners) {
  corners.forEach(([x, y], index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.closePath();
}

function word(context, look, text, size) {
  context.fillStyle = look['on-alert'];
  context.font = `bold ${size}px sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, 0, size * 0.06);
}
