import { html, nothing } from 'lit';

import { isOldCrowd, isOldUnit } from '../live/old.js';
import { hasCrowd, observers, range } from '../text/figures.js';
import { say } from '../text/text.js';
import { age } from '../text/time.js';
import { shape } from './shapes.js';

/** The crowd of an incident or a protest. */
export function crowdWords({ crowd }) {
  if (!crowd) {
    return say('crowd.none');
  }
  return hasCrowd(crowd)
    ? html`<strong>${say('crowd.people', { range: range(crowd) })}</strong>, ${say('crowd.best', { best: crowd.best })}`
    : say('crowd.peak', { peak: crowd.peak });
}

/** What the plans expect, in words. @param {{low: number, high: number}} expected */
export function planned(expected) {
  return say('area.plan', { range: range(expected) });
}

/** How old what is known of the crowd is, and by how many it was seen; on a line of its own, whose length may change. */
export function crowdSeen({ crowd }, nowMillis) {
  if (!crowd) {
    return say('crowd.noObserver');
  }
  const seen = observers(crowd);
  return hasCrowd(crowd)
    ? html`${say('crowd.age', { age: age(nowMillis - Date.parse(crowd.asOf)) })}${mark(isOldCrowd(crowd, nowMillis))}, ${seen}`
    : seen;
}

/**
 * What the crowds of several things rest on: by how many eyes they were seen, which is the oldest, how many of them one
 * source alone has seen.
 *
 * @param {import('../live/store.js').Crowd[]} crowds one or more
 */
function basisOf(crowds, nowMillis) {
  if (!bases.has(crowds)) {
    bases.set(crowds, summed(crowds));
  }
  const { eyes, oldest, single } = bases.get(crowds);
  return { eyes: say('area.sources', { count: eyes }), age: age(nowMillis - Date.parse(oldest.asOf)),
    isOld: isOldCrowd(oldest, nowMillis), single };
}

/** Of thousands of crowds it is summed up once for all parts that tell it. */
const bases = new WeakMap();

function summed(crowds) {
  const eyes = new Set();
  let [oldest] = crowds;
  let single = 0;
  for (const crowd of crowds) {
    crowd.estimates.forEach(({ observer }) => eyes.add(observer));
    oldest = crowd.asOf < oldest.asOf ? crowd : oldest;
    single += crowd.estimates.length < 2 ? 1 : 0;
  }
  return { eyes: eyes.size, oldest, single };
}

/** How far the crowds of several things may be trusted, in full; null without one. */
export function trust(crowds, nowMillis) {
  if (crowds.length === 0) {
    return null;
  }
  const { eyes, age: oldest, isOld, single } = basisOf(crowds, nowMillis);
  return html`${eyes}, ${say('area.oldest', { age: oldest })}${mark(isOld)} ·
    ${single > 0 ? say('area.single', { count: single }) : say('trust.verified')}`;
}

/** The same in a few words: `2 sources · 12 min · verified`. @returns {string} nothing without a crowd */
export function trustWords(crowds, nowMillis) {
  if (crowds.length === 0) {
    return '';
  }
  const { eyes, age: oldest, isOld, single } = basisOf(crowds, nowMillis);
  return [eyes, oldest, isOld ? say('old') : '', verified(single, crowds.length)].filter(Boolean).join(' · ');
}

/** The same with the mark of what is old. */
export function trustLine(crowds, nowMillis) {
  if (crowds.length === 0) {
    return nothing;
  }
  const { eyes, age: oldest, isOld, single } = basisOf(crowds, nowMillis);
  return html`<small class="trust">${eyes} · ${oldest}${mark(isOld)} · ${verified(single, crowds.length)}</small>`;
}

/** Only what bids caution: `45 min old · not verified`; nothing when there is no reason to. @returns {string[]} */
export function doubts(crowds, nowMillis) {
  if (crowds.length === 0) {
    return [];
  }
  const { age: oldest, isOld, single } = basisOf(crowds, nowMillis);
  return [isOld ? say('trust.old', { age: oldest }) : '', single > 0 ? verified(single, crowds.length) : ''].filter(Boolean);
}

function verified(single, all) {
  return single === 0 ? say('trust.verified') : single === all ? say('trust.unverified') : say('trust.partly', { count: single, all });
}

/** Stands beside the age of a unit's last word when that is too old to say where it is. */
export function oldUnit(unit, nowMillis) {
  return mark(isOldUnit(unit, nowMillis));
}

function mark(isOld) {
  return isOld ? html` <span class="old">${shape('hexagon')} ${say('old')}</span>` : nothing;
}
