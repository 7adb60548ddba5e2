/** How the map looks: the tokens of its stylesheet, and what the reader's system asks for. */

import { prefers } from '../../live/preferences.js';

const TOKENS = ['ground', 'edge', 'hatch', 'ramp-0', 'ramp-1', 'ramp-2', 'ramp-3', 'ramp-4', 'ramp-5', 'outline', 'symbol',
  'unit', 'cluster', 'cluster-text', 'badge', 'badge-text', 'plate', 'text', 'quiet', 'chosen', 'route', 'clash', 'p1', 'p2',
  'p3', 'p4', 'on-alert', 'veil', 'water', 'green', 'built', 'road'];

const FORCED = window.matchMedia('(forced-colors: active)');
const STILL = window.matchMedia('(prefers-reduced-motion: reduce)');

/** @typedef {Record<string, string> & {forced: boolean, still: boolean}} Look colours by token */

/**
 * A canvas knows no custom properties and no forced colours: the browser is asked what they come to.
 *
 * @param {HTMLElement} probe an element that nobody sees
 * @returns {Look}
 */
export function lookOf(probe) {
  const look = { forced: FORCED.matches, still: STILL.matches || prefers('still') };
  for (const token of TOKENS) {
    probe.style.color = `var(--map-${token})`;
    look[token] = getComputedStyle(probe).color;
  }
  return look;
}

/** Calls back when the look may have changed. @returns {() => void} stops it */
export function watchLook(changed) {
  const theme = new MutationObserver(changed);
  theme.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-still'] });
  const queries = [FORCED, STILL, window.matchMedia('(prefers-color-scheme: dark)')];
  queries.forEach(query => query.addEventListener('change', changed));
  return () => {
    theme.disconnect();
    queries.forEach(query => query.removeEventListener('change', changed));
  };
}
