import { html, nothing } from 'lit';

import { isOldCrowd, isOldEstimate, isOldUnit } from '../live/old.js';
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
 * How far crowds may be trusted, in full.
 *
 * @param {import('../live/trust.js').Basis|null} basis what they rest on; nothing is said without one
 */
export function trust(basis, nowMillis) {
  if (basis === null) {
    return null;
  }
  const { sources, oldest, isOld } = told(basis, nowMillis);
  return html`${sources}, ${say('area.oldest', { age: oldest })}${mark(isOld)} ·
    ${basis.single > 0 && !basis.partial ? say('area.single', { count: basis.single }) : verified(basis)}`;
}

/** The same in a few words: `2 sources · 12 min · verified`. @returns {string} */
export function trustWords(basis, nowMillis) {
  if (basis === null) {
    return '';
  }
  const { sources, oldest, isOld } = told(basis, nowMillis);
  return [sources, oldest, isOld ? say('old') : '', verified(basis)].filter(Boolean).join(' · ');
}

/** The same with the mark of what is old. */
export function trustLine(basis, nowMillis) {
  if (basis === null) {
    return nothing;
  }
  const { sources, oldest, isOld } = told(basis, nowMillis);
  return html`<small class="trust">${sources} · ${oldest}${mark(isOld)} · ${verified(basis)}</small>`;
}

/** Only what bids caution: `45 min old · not verified`; nothing when there is no reason to. @returns {string[]} */
export function doubts(basis, nowMillis) {
  if (basis === null) {
    return [];
  }
  const { oldest, isOld } = told(basis, nowMillis);
  return [isOld ? say('trust.old', { age: oldest }) : '', basis.single > 0 || basis.partial ? verified(basis) : ''].filter(Boolean);
}

/** By how many eyes they were seen, how long ago the oldest, and whether that is too long. */
function told({ sources, oldestAt }, nowMillis) {
  return { sources: say('area.sources', { count: sources }), oldest: age(nowMillis - Date.parse(oldestAt)),
    isOld: isOldEstimate(oldestAt, nowMillis) };
}

/** In few words. What is not shown cannot be told to be verified. */
function verified({ single, crowds, partial }) {
  return partial ? say('trust.protests') : single === 0 ? say('trust.verified')
    : single === crowds ? say('trust.unverified') : say('trust.partly', { count: single, all: crowds });
}

/** Stands beside the age of a unit's last word when that is too old to say where it is. */
export function oldUnit(unit, nowMillis) {
  return mark(isOldUnit(unit, nowMillis));
}

function mark(isOld) {
  return isOld ? html` <span class="old">${shape('hexagon')} ${say('old')}</span>` : nothing;
}
