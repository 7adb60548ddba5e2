import { expectedIn } from '../../live/lists.js';
import { basisIn } from '../../live/trust.js';
import { doubts, planned } from '../crowd.js';
import { captions } from './captions.js';
import { groupsOf } from './clusters.js';
import { inSight, paintGround, toScreen } from './ground.js';
import { Labels } from './labels.js';
import { extentOf, holds } from './outlines.js';
import { Pace } from './pace.js';
import { paintPlaces } from './places.js';
import { attentionOf, RESTLESS } from './ranks.js';
import { stepOf } from './ramp.js';
import { sitesOf, unitPosition } from './sites.js';
import { Sprites } from './sprites.js';
import { paintSymbols } from './symbols.js';

/** Areas are coloured anew, and points grouped anew, no more often than this. */
const AREAS_MILLIS = 1_000;
const POINTS_MILLIS = 500;

/** Groups made for a scale serve until it differs by this factor. */
const SCALE_FACTOR = 1.02;

/** @typedef {{type: string, id: string}} Ref */

/** What is on the map: made from the picture at a measured pace, painted whenever the view wants a frame. */
export class Scene {
  outlines = [];
  sites = [];
  spots = [];
  captions = [];
  dim = false;
  layers = { areas: true, units: true, labels: true, base: true };
  /** What lies under the areas; null where nothing does. @type {import('./base.js').Base|null} */
  base = null;
  /** @type {Ref|null} */
  chosen = null;
  /** @type {Ref|null} */
  pointed = null;
  #picture = null;
  #stale = false;
  #nowMillis = 0;
  #areas = [];
  #attention = null;
  #groups = null;
  #labels = new Labels();
  #sprites = null;
  #areaPace = new Pace(AREAS_MILLIS, () => this.#colour());
  #pointPace = new Pace(POINTS_MILLIS, () => this.#place());

  /** @param {() => void} draw asks for a frame @param {() => void} changed after points were placed anew */
  constructor(draw, changed) {
    this.draw = draw;
    this.changed = changed;
  }

  /** Takes what is known now; it is on the map within a second, and at once whether it is the present. */
  take(picture, stale, nowMillis) {
    const isTurned = stale !== this.#stale;
    this.#picture = picture;
    this.#stale = stale;
    this.#nowMillis = nowMillis;
    if (isTurned) {
      this.#colour();
    } else {
      this.#areaPace.ask();
    }
    this.#pointPace.ask();
  }

  takeOutlines(outlines) {
    this.outlines = outlines;
    this.#colour();
  }

  /** Lays something under the areas. @param {import('./base.js').Base} base */
  lay(base) {
    this.base = base;
    base.show(this.layers.base, this.look);
    this.draw();
  }

  switch(layers) {
    this.layers = layers;
    this.base?.show(layers.base, this.look);
    this.#place();
  }

  wear(look) {
    this.look = look;
    this.#sprites = null;
    this.base?.show(this.layers.base, look);
    this.draw();
  }

  /** Marks what is chosen and what is pointed at; both stand out of their clusters. */
  mark(chosen, pointed) {
    this.chosen = chosen;
    this.pointed = pointed;
    this.#groups = null;
    this.draw();
  }

  stop() {
    this.#areaPace.stop();
    this.#pointPace.stop();
  }

  #colour() {
    if (!this.#picture) {
      return;
    }
    const attention = attentionOf(this.#picture);
    this.#areas = this.outlines.map(outline => {
      const area = this.#picture.areas.get(outline.id);
      return {
        outline,
        area,
        step: area ? stepOf(area) : 0,
        hatched: this.#stale || !area || area.coverage === 'silent',
        rank: attention.rank('area', outline.id),
        ...this.#beside(outline.id),
      };
    });
    this.draw();
  }

  /** What stands below the crowd of an area: what was planned, and what bids caution. */
  #beside(id) {
    const basis = basisIn(this.#picture, id);
    const expected = expectedIn(this.#picture, id, this.#nowMillis);
    return { basis, expected, below: [...expected ? [planned(expected)] : [], ...doubts(basis, this.#nowMillis)].join(' · ') };
  }

  #place() {
    if (this.#picture) {
      this.#attention = attentionOf(this.#picture);
      this.sites = sitesOf(this.#picture, this.#attention, this.layers.units, this.#nowMillis);
      this.#groups = null;
      this.draw();
      this.changed();
    }
  }

  /** Paints one frame. */
  paint(context, frame, moving) {
    if (this.base) {
      context.clearRect(0, 0, frame.width, frame.height);
    } else {
      context.fillStyle = this.look.ground;
      context.fillRect(0, 0, frame.width, frame.height);
    }
    this.frame = frame;
    if (this.#sprites?.ratio !== frame.ratio) {
      this.#sprites = new Sprites(this.look, frame.ratio);
    }
    this.#group(frame, moving);
    const mark = (type, id) => (is(this.chosen, type, id) ? 'chosen' : is(this.pointed, type, id) ? 'pointed' : null);
    const areas = this.#areas.map(area => ({ ...area, chosen: mark('area', area.outline.id) !== null }));
    paintGround(context, frame, this.look, areas, this.layers.areas, () => this.base?.paint(context, frame, moving));
    const clashes = paintPlaces(context, frame, this.look, this.sites, site => is(this.chosen, site.type, site.id));
    const on = { look: this.look, sprites: this.#sprites, sites: this.sites, groups: this.#groups, mark, dim: this.dim };
    this.spots = paintSymbols(context, frame, on);
    const wishes = captions(frame, { areas: areas.filter(({ outline }) => inSight(frame, outline.extent)),
      spots: this.spots, clashes, mark, all: this.layers.labels, look: this.look });
    this.captions = this.#labels.paint(context, frame, this.look, this.#sprites, wishes, this.spots);
  }

  /** Groups the sites for the frame's scale; while the view is moving, at the pace of new points only. */
  #group({ resolution }, moving) {
    const factor = this.#groups ? this.#groups.resolution / resolution : Infinity;
    const fits = factor < SCALE_FACTOR && factor > 1 / SCALE_FACTOR;
    const late = performance.now() - (this.#groups?.at ?? -Infinity) > POINTS_MILLIS;
    if (!this.#groups || (!fits && (!moving || late))) {
      const marked = [this.chosen, this.pointed].filter(Boolean);
      const out = site => marked.some(({ type, id }) => (type === site.type && id === site.id)
        || (type === 'unit' && site.units.some(({ object }) => object.unit === id)));
      this.#groups = { ...groupsOf(this.sites, resolution, out), resolution, at: performance.now() };
    }
  }

  /** Whether some symbol on the map should change in brightness. */
  get restless() {
    return this.spots.some(({ rank }) => rank >= RESTLESS) || this.#areas.some(({ rank }) => rank >= RESTLESS);
  }

  /** What is drawn at a point of the screen: a thing, a cluster, or the innermost area. */
  at([x, y]) {
    const hit = this.spots.findLast(spot => Math.hypot(spot.x - x, spot.y - y) <= Math.max(12, spot.radius));
    if (hit) {
      return hit;
    }
    const { centre, resolution, width, height } = this.frame;
    const [mapX, mapY] = [centre[0] + (x - width / 2) * resolution, centre[1] - (y - height / 2) * resolution];
    const area = this.outlines.findLast(outline => holds(outline, mapX, mapY));
    return area ? { type: 'area', id: area.id } : null;
  }

  /** The sites of a cluster. @param {number} group */
  members(group) {
    return this.sites.filter((_, index) => this.#groups.of[index] === group);
  }

  /** Where a cluster's sites are. */
  extentOfGroup(group) {
    return extentOf(this.members(group).map(({ x, y }) => [x, y]));
  }

  outline(id) {
    return this.outlines.find(outline => outline.id === id);
  }

  /** Where a thing is, whether it is drawn or not. @param {Ref} ref @returns {[number, number]|null} */
  positionOf({ type, id }) {
    if (type === 'area') {
      return this.outline(id)?.spots[0] ?? null;
    }
    const site = this.sites.find(one => one.type === type && one.id === id);
    const unit = type === 'unit' ? this.#picture?.units.get(id) : undefined;
    return site ? [site.x, site.y] : unit ? unitPosition(unit, this.#picture) : null;
  }

  /** Everything that can be pointed at, with its position. @returns {{type: string, id: string, x: number, y: number}[]} */
  everything() {
    return [
      ...this.#areas.map(({ outline, area, rank, basis, expected }) => ({ type: 'area', id: outline.id, object: area ?? outline, rank,
        basis, expected, x: outline.spots[0][0], y: outline.spots[0][1], extent: outline.extent })),
      ...this.sites.flatMap(({ type, id, object, rank, old, x, y, units }) => [{ type, id, object, rank, old, x, y },
        ...units.map(unit => ({ type: 'unit', id: unit.object.unit, ...unit, x, y }))]),
    ];
  }

  /** Of everything, what is in sight now. */
  inView() {
    const { frame } = this;
    return frame ? this.everything().filter(({ extent, x, y }) => {
      if (extent) {
        return inSight(frame, extent);
      }
      const [left, top] = toScreen(frame, x, y);
      return left >= 0 && top >= 0 && left <= frame.width && top <= frame.height;
    }) : [];
  }

  /** What was painted last, to be read by tests. */
  drawn() {
    return {
      areas: this.#areas.map(({ outline, step, hatched }) => ({ id: outline.id, step, hatched })),
      things: this.spots.filter(({ type }) => type !== 'cluster').map(({ type, id, x, y, rank, old }) => ({ type, id, x, y, rank, old })),
      clusters: this.spots.filter(({ type }) => type === 'cluster').map(({ x, y, things, open }) => ({ x, y, things, open })),
      labels: this.captions.map(({ words }) => words),
    };
  }
}

function is(ref, type, id) {
  return ref?.type === type && ref.id === id;
}
