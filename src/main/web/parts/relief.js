import { html, nothing } from 'lit';

import { reliefAt } from '../live/old.js';
import { say } from '../text/text.js';
import { localTime } from '../text/time.js';
import { symbol } from './severity.js';

/** Relief is due soon when no more of its time is left than this. */
const SOON_MILLIS = 3_600_000;

/** When relief is due, in words; what is near or over with its shape. @param {number} due */
export function reliefWords(due, nowMillis) {
  const time = localTime(due, nowMillis);
  return due <= nowMillis ? html`<strong class="worded">${symbol('high')} ${say('relief.overdue', { time })}</strong>`
    : due - nowMillis <= SOON_MILLIS ? html`<strong class="worded">${symbol('low')} ${say('relief.soon', { time })}</strong>`
      : say('relief.due', { time });
}

/** The next relief of an area, with the unit that waits for it; null where that is not known. */
export function nextRelief(area, picture, nowMillis) {
  if (!picture.topics.includes('units')) {
    return null;
  }
  const there = [...picture.units.values()].filter(({ areas, state, atSceneSince }) => areas.includes(area.id)
    && state !== 'released' && atSceneSince);
  const waiting = there.map(unit => ({ unit: unit.unit, due: reliefAt(unit) })).filter(({ due }) => due !== null).sort((a, b) => a.due - b.due);
  const overdue = waiting.filter(({ due }) => due <= nowMillis).length;
  return there.length === 0 ? say('relief.none') : waiting.length === 0 ? null : html`${reliefWords(waiting[0].due, nowMillis)}: ${waiting[0].unit}
    ${overdue > 1 ? html`<small>${say('relief.others', { count: overdue - 1 })}</small>` : nothing}`;
}
