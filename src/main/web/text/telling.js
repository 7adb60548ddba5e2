import { say } from './text.js';

/** @typedef {import('../live/calls.js').Call} Call */

/** A sentence on new alerts: one is told in its own words, several by number and the newest. */
export function newAlerts({ level, count, newest, others = 0 }) {
  const worst = count === 1
    ? say('tell.one', { level: say(`level.${level}`), message: newest.message })
    : say(`tell.${level}`, { count, newest: newest.message });
  const words = others === 0 ? worst : say('tell.flood', { words: worst, count: count + others });
  return newest.drill ? say('tell.drill', { words }) : words;
}

const TOLD = ['emergency', 'critical', 'high'];

/** One sentence on what came while nobody was told; empty when nothing of it waits. @param {Call[]} calls oldest first */
export function summary(calls) {
  const told = TOLD.map(level => [level, calls.filter(call => call.level === level)]).filter(([, some]) => some.length > 0);
  if (told.length === 0) {
    return '';
  }
  const counts = told.map(([level, some]) => say(`tell.count.${level}`, { count: some.length })).join(', ');
  return say('tell.summary', { counts, newest: told[0][1].at(-1).message });
}
