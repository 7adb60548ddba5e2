import { toScreen } from './ground.js';

const SIZE = 256;
const WORLD = 2 * Math.PI * 6_378_137;

/** A browser has six connections to an origin: slow tiles of the own one must leave some to all else. */
const AT_ONCE = 4;

/** A tile that has not come by then is given up, so that others have their turn. */
const TILE_MILLIS = 10_000;

/** One that did not come is asked for again after this time. */
const RETRY_MILLIS = 30_000;

/** So many in a row that did not come are said. */
const MISSES = 3;

/** So many are kept, those that were drawn last. */
const KEPT = 400;

/** For one that is missing, what is kept of so many zooms farther out is shown larger. */
const FALLBACKS = 5;

/** Squares of a drawn map. They are asked for without a cookie or a referrer, the middle first. */
export class Tiles {
  /** @type {Map<string, {image: HTMLImageElement, state: 'asked'|'here'|'missed', at: number}>} */
  #tiles = new Map();
  #asked = 0;
  #misses = 0;
  #stopped = false;

  /** How many have come. */
  came = 0;

  /**
   * @param {{url: string, attribution: string, minZoom: number, maxZoom: number}} of
   * @param {() => void} draw when there is more to draw, or some may be asked for again
   * @param {() => void} changed when they begin or cease to be missing
   */
  constructor({ url, attribution, minZoom, maxZoom }, draw, changed) {
    Object.assign(this, { url, attribution, minZoom, maxZoom, draw, changed });
    this.host = new URL(url.replaceAll(/[{}]/g, ''), window.location.href).host;
  }

  /** Whether they do not come at present. */
  get missing() {
    return this.#misses >= MISSES;
  }

  /** Draws those of a frame that are here, and asks for others. @param {import('./ground.js').Frame} frame */
  paint(context, frame) {
    const zoom = Math.min(this.maxZoom, Math.round(Math.log2(WORLD / SIZE / frame.resolution)));
    // Farther out than there are tiles, thousands would be asked for.
    if (zoom < this.minZoom) {
      return;
    }
    const wanted = places(frame, zoom);
    for (const place of wanted) {
      this.#put(context, frame, place);
    }
    this.#fetch(wanted);
  }

  #put(context, frame, { zoom, column, row }) {
    for (let out = 0; out <= FALLBACKS && zoom - out >= this.minZoom; out++) {
      const part = 2 ** out;
      const key = keyOf(zoom - out, Math.floor(column / part), Math.floor(row / part));
      const tile = this.#tiles.get(key);
      if (tile?.state === 'here') {
        this.#tiles.delete(key);
        this.#tiles.set(key, tile);
        const side = WORLD / 2 ** zoom;
        const [left, top] = toScreen(frame, column * side - WORLD / 2, WORLD / 2 - row * side).map(Math.round);
        const [right, bottom] = toScreen(frame, (column + 1) * side - WORLD / 2, WORLD / 2 - (row + 1) * side).map(Math.round);
        const of = tile.image.naturalWidth / part;
        context.drawImage(tile.image, (column % part) * of, (row % part) * of, of, of, left, top, right - left, bottom - top);
        return;
      }
    }
  }

  #fetch(wanted) {
    for (const { zoom, column, row } of wanted) {
      const key = keyOf(zoom, column, row);
      const tile = this.#tiles.get(key);
      const due = !tile || (tile.state === 'missed' && performance.now() - tile.at > RETRY_MILLIS);
      if (due && this.#asked < AT_ONCE) {
        this.#ask(key, zoom, column, row);
      }
    }
    for (const [key, { state }] of this.#tiles) {
      if (this.#tiles.size <= KEPT) {
        break;
      }
      if (state !== 'asked') {
        this.#tiles.delete(key);
      }
    }
  }

  #ask(key, zoom, column, row) {
    const image = new Image();
    const tile = { image, state: 'asked', at: performance.now() };
    this.#tiles.set(key, tile);
    this.#asked++;
    const giveUp = setTimeout(() => done(false), TILE_MILLIS);
    const done = came => {
      if (tile.state === 'asked') {
        clearTimeout(giveUp);
        Object.assign(tile, { state: came ? 'here' : 'missed', at: performance.now() });
        image.onload = image.onerror = null;
        if (!came) {
          image.removeAttribute('src');
        }
        this.#asked--;
        this.#told(came);
      }
    };
    image.onload = () => done(true);
    image.onerror = () => done(false);
    image.crossOrigin = 'anonymous';
    image.referrerPolicy = 'no-referrer';
    image.fetchPriority = 'low';
    image.src = this.url.replace('{z}', String(zoom)).replace('{x}', String(column)).replace('{y}', String(row))
      .replace('{-y}', String(2 ** zoom - 1 - row));
  }

  #told(came) {
    const before = this.missing;
    this.#misses = came ? 0 : this.#misses + 1;
    this.came += came ? 1 : 0;
    if (this.#stopped) {
      return;
    }
    if (this.missing !== before) {
      this.changed();
    }
    this.draw();
    if (!came) {
      setTimeout(() => this.#stopped || this.draw(), RETRY_MILLIS + 1_000);
    }
  }

  stop() {
    this.#stopped = true;
  }
}

function keyOf(zoom, column, row) {
  return `${zoom}/${column}/${row}`;
}

/** The squares of a frame, those in the middle first. */
function places({ resolution, centre, width, height }, zoom) {
  const count = 2 ** zoom;
  const side = WORLD / count;
  const at = [(centre[0] + WORLD / 2) / side - 0.5, (WORLD / 2 - centre[1]) / side - 0.5];
  const half = [width, height].map(pixels => pixels * resolution / side / 2);
  const bound = value => Math.max(0, Math.min(count - 1, value));
  const [from, to] = [-1, 1].map(sign => [0, 1].map(axis => bound(Math.floor(at[axis] + 0.5 + sign * half[axis]))));
  const found = [];
  for (let row = from[1]; row <= to[1]; row++) {
    for (let column = from[0]; column <= to[0]; column++) {
      found.push({ zoom, column, row, far: Math.hypot(column - at[0], row - at[1]) });
    }
  }
  return found.sort((a, b) => a.far - b.far);
}
