import { STEPS } from './ramp.js';

const HEIGHT = 20;
/** How much higher a plate with a second line is. */
const BELOW = 16;
const PADDING = 6;
const TICK = 5;
const WORDS_MAX = 42;

/** The corner where the buttons stand, see `map.css`: width and height. */
const BUTTONS = [62, 140];

const FONTS = {
  strong: "bold 13px 'DejaVu Sans', 'Segoe UI', sans-serif",
  plain: "13px 'DejaVu Sans', 'Segoe UI', sans-serif",
};

/**
 * A label that wants a place.
 *
 * @typedef {object} Wish
 * @property {[string, 'strong'|'plain'][]} words parts of its text
 * @property {[number, number, 'middle'|'right'|'left'][]} places where it may stand, best first: its middle, or the point
 *   that it stands right or left of
 * @property {string} [below] a second line of its text
 * @property {number} [step] of the ramp, drawn as so many filled ticks
 * @property {string} [sprite] of a symbol before the words
 * @property {boolean} [must] whether it is drawn even if it covers something
 */

/** Places labels where they cover neither symbols nor each other, and draws them on plates. */
export class Labels {
  #widths = new Map();

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {import('./ground.js').Frame} frame
   * @param {import('./look.js').Look} look
   * @param {import('./sprites.js').Sprites} sprites
   * @param {Wish[]} wishes the most important first
   * @param {import('./symbols.js').Spot[]} spots that no label may cover
   * @returns {{words: string, box: number[]}[]} what was drawn
   */
  paint(context, frame, look, sprites, wishes, spots) {
    const taken = [[frame.width - BUTTONS[0], 0, frame.width, BUTTONS[1]],
      ...spots.map(({ x, y, radius }) => [x - radius, y - radius, x + radius, y + radius])];
    const drawn = [];
    for (const wish of wishes) {
      const boxes = wish.places.map(place => this.#box(context, wish, place, frame)).filter(box => inside(box, frame));
      const free = boxes.find(box => !taken.some(other => overlap(box, other)));
      const box = free ?? (wish.must ? boxes[0] : undefined);
      if (box) {
        taken.push(box);
        this.#draw(context, look, sprites, wish, box);
        drawn.push({ words: [...wish.words.map(([text]) => text), wish.below].filter(Boolean).join(' '), box });
      }
    }
    return drawn;
  }

  #box(context, wish, [x, y, align], frame) {
    const width = this.#width(context, wish);
    const half = (HEIGHT + (wish.below ? BELOW : 0)) / 2;
    // One that stands above or below may give way to the side, but not follow what is out of sight.
    const aside = x < 0 || x > frame.width ? x - width / 2 : Math.max(0, Math.min(x - width / 2, frame.width - width));
    const left = { right: x, left: x - width, middle: aside }[align];
    return [Math.round(left), Math.round(y - half), Math.round(left + width), Math.round(y + half)];
  }

  #width(context, { words, below, step, sprite }) {
    const text = words.reduce((sum, [part, font]) => sum + this.#measure(context, part, font) + PADDING, PADDING);
    const first = text + (step ? STEPS.length * TICK + PADDING : 0) + (sprite ? 24 : 0);
    return below ? Math.max(first, this.#measure(context, below, 'plain') + 2 * PADDING) : first;
  }

  #measure(context, words, font) {
    const key = `${font} ${words}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      if (this.#widths.size > 5_000) {
        this.#widths.clear();
      }
      context.font = FONTS[font];
      width = context.measureText(words).width;
      this.#widths.set(key, width);
    }
    return width;
  }

  #draw(context, look, sprites, { words, below, step, sprite }, [left, top, right, bottom]) {
    context.beginPath();
    context.roundRect(left, top, right - left, bottom - top, 3);
    context.fillStyle = look.plate;
    context.fill();
    if (look.forced) {
      context.strokeStyle = look.edge;
      context.lineWidth = 1;
      context.stroke();
    }
    context.textAlign = 'left';
    context.textBaseline = 'middle';
    const middle = top + HEIGHT / 2;
    let x = left + PADDING;
    if (below) {
      context.font = FONTS.plain;
      context.fillStyle = look.text;
      context.fillText(below, x, middle + BELOW + 0.5);
    }
    if (sprite) {
      sprites.put(context, sprite, x + 9, middle);
      x += 24;
    }
    for (const [part, font] of words) {
      context.font = FONTS[font];
      context.fillStyle = look.text;
      context.fillText(part, x, middle + 0.5);
      x += this.#measure(context, part, font) + PADDING;
    }
    if (step) {
      ticks(context, look, step, x, middle);
    }
  }
}

/** The step of the ramp for those to whom the fill says nothing. */
function ticks(context, look, step, left, middle) {
  context.strokeStyle = look.quiet;
  context.fillStyle = look.text;
  context.lineWidth = 1;
  STEPS.forEach((_, index) => {
    const x = left + index * TICK;
    if (index < step) {
      context.fillRect(x, middle - 5, TICK - 2, 10);
    } else {
      context.strokeRect(x + 0.5, middle - 4.5, TICK - 3, 9);
    }
  });
}

/** A title short enough for a label. */
export function shortened(title) {
  return title.length > WORDS_MAX ? `${title.slice(0, WORDS_MAX - 1).trimEnd()}…` : title;
}

function inside([left, top, right, bottom], { width, height }) {
  return left >= 0 && top >= 0 && right <= width && bottom <= height;
}

function overlap(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
