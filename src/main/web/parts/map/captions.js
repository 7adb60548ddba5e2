import { hasCrowd, range } from '../../text/figures.js';
import { say } from '../../text/text.js';
import { titleOf } from '../incident.js';
import { toScreen } from './ground.js';
import { shortened } from './labels.js';
import { holds } from './outlines.js';
import { RANK } from './ranks.js';
import { spriteOf } from './sprites.js';

/** An area narrower than this has no label, and one with a wider area inside it leaves the label to that. */
const AREA_PIXELS = 70;

/** Units are named from this scale on. */
const UNIT_RESOLUTION = 6;

/** A clash is said where the line is longer than this. */
const CLASH_PIXELS = 60;

/**
 * The labels that the map would like to have, the most important first.
 *
 * @param {import('./ground.js').Frame} frame
 * @param {object} on
 * @param {object[]} on.areas see `paintGround`, with the area as the store has it and its rank
 * @param {import('./symbols.js').Spot[]} on.spots
 * @param {object[]} on.clashes see `paintPlaces`
 * @param {(type: string, id: string) => 'chosen'|'pointed'|null} on.mark
 * @param {boolean} on.all whether labels are switched on; those of what is chosen and pointed at are always there
 * @param {import('./look.js').Look} on.look
 * @returns {import('./labels.js').Wish[]}
 */
export function captions(frame, { areas, spots, clashes, mark, all, look }) {
  const things = spots.filter(({ type }) => type !== 'cluster');
  const marked = [...things, ...areas.map(area => ({ type: 'area', id: area.outline.id, area }))]
    .filter(({ type, id }) => mark(type, id))
    .map(({ area, ...spot }) => ({ ...(area ? areaWish(frame, look, area) : thingWish(spot)), must: true }));
  if (!all) {
    return marked;
  }
  const byRank = things.filter(({ type, id, rank }) => !mark(type, id)
    && (type !== 'unit' || rank > RANK.none || frame.resolution < UNIT_RESOLUTION))
    .sort((a, b) => b.rank - a.rank || (a.type === 'protest' ? 0 : 1) - (b.type === 'protest' ? 0 : 1));
  const [urgent, others] = [byRank.filter(({ rank }) => rank >= RANK.high), byRank.filter(({ rank }) => rank < RANK.high)];
  const wide = areas.filter(({ outline }) => widthOf(frame, outline) > AREA_PIXELS);
  const split = new Set(wide.map(({ outline }) => outline.parent));
  const named = wide.filter(({ outline }) => !mark('area', outline.id) && !split.has(outline.id))
    .sort((a, b) => b.rank - a.rank);
  return [
    ...marked,
    ...urgent.map(thingWish),
    ...named.map(area => areaWish(frame, look, area)),
    ...clashes.filter(({ length }) => length > CLASH_PIXELS).map(clashWish),
    ...others.map(thingWish),
  ];
}

function widthOf({ resolution }, { extent }) {
  return (extent[2] - extent[0]) / resolution;
}

function areaWish(frame, look, { outline, area, step, rank, below }) {
  const words = [[outline.name, 'strong']];
  const [left, low, right, high] = outline.extent;
  const [middle, top] = toScreen(frame, (left + right) / 2, high);
  const [, bottom] = toScreen(frame, left, low);
  if (area && hasCrowd(area.crowd)) {
    words.push([range(area.crowd), 'plain']);
  }
  return {
    words,
    below,
    step,
    sprite: rank > RANK.none ? spriteOf('area', rank, look.still) : undefined,
    places: [...outline.spots.map(([x, y]) => [...toScreen(frame, x, y), 'middle']), [middle, top - 14, 'middle'],
      [middle, bottom + 14, 'middle'], ...(holds(outline, ...frame.centre) ? [[frame.width / 2, 22, 'middle']] : [])],
  };
}

function thingWish({ type, id, site, old, x, y, radius }) {
  const title = type === 'unit' ? id : shortened(titleOf(site.object));
  const words = [[title, 'strong']];
  if (hasCrowd(site?.object.crowd)) {
    words.push([range(site.object.crowd), 'plain']);
  }
  if (old) {
    words.push([say('old'), 'plain']);
  }
  const side = radius + 8;
  return { words, places: [[x + side, y, 'right'], [x - side, y, 'left'], [x, y - side - 8, 'middle'],
    [x, y + side + 8, 'middle']] };
}

function clashWish({ from, to, clash }) {
  const along = [0.5, 0.35, 0.65, 0.2, 0.8].map(part => [0, 1].map(axis => from[axis] + part * (to[axis] - from[axis])));
  const words = say(clash.opposed ? 'map.clashOpposed' : 'map.clash', { metres: Math.round(clash.distance) });
  const places = [0, -24, 24, -46, 46].flatMap(aside => along.map(([x, y]) => [x, y + aside, 'middle']));
  return { words: [[words, 'strong']], places };
}
