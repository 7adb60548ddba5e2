import { nothing } from 'lit';

import { drawnGround } from '../../live/ground.js';
import messages from '../../messages/en-base.js';
import '../../page.js';
import { know, say } from '../../text/text.js';
import { Drawing } from './drawing.js';
import { toScreen } from './ground.js';
import { Tiles } from './tiles.js';

know(messages);

/** How much the areas' colours cover of what lies under them. */
const COVER = 0.78;

/** What is drawn reaches so far beyond the view on each side, as a part of it: a move within that draws nothing anew. */
const MARGIN = 0.15;

/** While the map moves it makes do with what was drawn for so long. */
const MOVING_MILLIS = 250;

/** A ground that did not come is asked for again after this time. */
const RETRY_MILLIS = 5_000;

/** What lies under the areas: tiles from a server of the operator's, and on them what the operator drew. */
export class Base {
  #look = null;
  #on = true;
  #drawing = null;
  #tiles = null;
  #failed = false;
  #stopped = false;

  /** What was drawn last, as a picture. */
  #kept = null;
  #changed = false;

  /**
   * @param {{tiles: object|null, ground: boolean}} map of the catalogue
   * @param {() => void} draw asks for a frame
   * @param {() => void} changed when there is something else to say
   */
  constructor({ tiles, ground }, draw, changed) {
    this.changed = changed;
    this.draw = () => {
      this.#changed = true;
      draw();
    };
    this.#tiles = tiles && new Tiles(tiles, this.draw, changed);
    if (ground) {
      this.#load();
    }
  }

  async #load() {
    const ground = await drawnGround();
    if (this.#stopped) {
      return;
    }
    if (ground === null) {
      setTimeout(() => this.#stopped || this.#load(), RETRY_MILLIS);
    }
    this.#failed = ground === null;
    this.#drawing = ground && new Drawing(ground);
    this.changed();
    this.draw();
  }

  /** Whether it is switched on, and how the map looks. Who asked for colours of their own has no base map. */
  show(on, look) {
    this.#look = look;
    this.#on = on && !look.forced;
    this.#changed = true;
    this.changed();
  }

  /** After the areas were filled on a clear canvas: thins their fill as a whole, and draws behind it. */
  paint(context, frame, moving) {
    context.save();
    if (this.#on) {
      context.globalCompositeOperation = 'destination-in';
      context.globalAlpha = COVER;
      context.fillRect(0, 0, frame.width, frame.height);
      context.globalAlpha = 1;
    }
    context.globalCompositeOperation = 'destination-over';
    if (this.#on) {
      this.#put(context, frame, moving);
    }
    context.fillStyle = this.#look.ground;
    context.fillRect(0, 0, frame.width, frame.height);
    context.restore();
  }

  #put(context, frame, moving) {
    if (!this.#fits(frame, moving)) {
      this.#picture(frame);
    }
    const { canvas, centre, resolution, width, height } = this.#kept;
    const scale = resolution / frame.resolution;
    const [x, y] = toScreen(frame, centre[0], centre[1]);
    context.drawImage(canvas, x - width * scale / 2, y - height * scale / 2, width * scale, height * scale);
  }

  #fits(frame, moving) {
    const kept = this.#kept;
    if (!kept || kept.ratio !== frame.ratio) {
      return false;
    }
    if (this.#changed || kept.resolution !== frame.resolution) {
      return moving && performance.now() - kept.at < MOVING_MILLIS;
    }
    const spare = [kept.width - frame.width, kept.height - frame.height];
    return spare.every((pixels, axis) => Math.abs(frame.centre[axis] - kept.centre[axis]) / frame.resolution <= pixels / 2);
  }

  #picture(frame) {
    const [width, height] = [frame.width, frame.height].map(side => Math.round(side * (1 + 2 * MARGIN)));
    const canvas = this.#kept?.canvas ?? document.createElement('canvas');
    canvas.width = width * frame.ratio;
    canvas.height = height * frame.ratio;
    const context = canvas.getContext('2d');
    context.scale(frame.ratio, frame.ratio);
    const wide = { ...frame, width, height };
    if (this.#tiles) {
      this.#tiles.paint(context, wide);
      context.fillStyle = this.#look.veil;
      context.fillRect(0, 0, width, height);
    }
    this.#drawing?.paint(context, wide, this.#look);
    this.#kept = { ...wide, canvas, at: performance.now() };
    this.#changed = false;
  }

  /** Whose map it is, and what is missing of it. @param {typeof import('lit').html} html */
  words(html) {
    if (!this.#on) {
      return this.#look?.forced ? html`<p class="map-base">${say('map.base.forced')}</p>` : nothing;
    }
    const owners = [this.#tiles?.attribution, this.#drawing?.attribution].filter(Boolean).join(' · ');
    const missing = this.#tiles?.missing ? say('map.base.noTiles', { host: this.#tiles.host })
      : this.#failed ? say('map.base.noGround') : '';
    return html`<p class="map-base">${missing && html`<strong>${missing}</strong> `}${owners}</p>`;
  }

  /** For tests: how many tiles have come, and how much is drawn. */
  drawn() {
    return { on: this.#on, tiles: this.#tiles?.came ?? 0, features: this.#drawing?.count ?? 0 };
  }

  stop() {
    this.#stopped = true;
    this.#tiles?.stop();
  }
}
