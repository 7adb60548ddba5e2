import { html, svg } from 'lit';

import { say } from '../text/text.js';

const SQUARE = 'M2 2h16v16H2z';
const MARK = 'M8.8 4.5h2.4v7.5H8.8zM8.8 13.5h2.4v2.4H8.8z';
const TRIANGLE = 'M10 1.5 19 18H1z';
const DIAMOND = 'M10 1 19 10 10 19 1 10z';
const OCTAGON = 'M6 1h8l5 5v8l-5 5H6l-5-5V6z';
const OCTAGON_INSIDE = 'M6.8 3h6.4L17 6.8v6.4L13.2 17H6.8L3 13.2V6.8z';

const filled = path => svg`<path d=${path} fill="currentColor" fill-rule="evenodd"/>`;
const outlined = path => svg`<path d=${path} fill="none" stroke="currentColor" stroke-width="1.8"/>`;
const TICK = svg`<path d="M5.5 10.5 9 14l5.5-8" fill="none" stroke="currentColor" stroke-width="2"/>`;
const CIRCLE = svg`<circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" stroke-width="2.4"/>`;

/** The outline of each level's shape, in a square of 20, for who draws without the page's elements. */
export const OUTLINES = {
  emergency: OCTAGON_INSIDE, critical: SQUARE + MARK, high: TRIANGLE, medium: DIAMOND, low: 'M2.5 10a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0-15 0',
};

/** Shape of each level, while its condition holds and when it is over: outlined, with a tick. */
const SHAPES = {
  emergency: [svg`${outlined(OCTAGON)}${filled(OCTAGON_INSIDE)}`, outlined(OCTAGON)],
  critical: [filled(SQUARE + MARK), outlined(SQUARE)],
  high: [filled(TRIANGLE), outlined(TRIANGLE)],
  medium: [filled(DIAMOND), outlined(DIAMOND)],
  low: [CIRCLE, CIRCLE],
};

/**
 * The symbol of a level; beside it stand words that say the same.
 *
 * @param {import('../live/alerts.js').Level} level
 * @param {boolean} [over] whether the condition holds no more
 */
export function symbol(level, over = false) {
  return html`<svg class="shape symbol" data-level=${level} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
    ${SHAPES[level][over ? 1 : 0]}${over ? TICK : level === 'emergency' ? sos() : ''}</svg>`;
}

function sos() {
  return svg`<text x="10" y="12.2" class="symbol-sos" text-anchor="middle">${say('level.sos')}</text>`;
}

const STATES = {
  unacknowledged: svg`<circle cx="8" cy="8" r="5.5" fill="currentColor"/>`,
  acknowledged: svg`<path d="M2.5 8.5 6.5 12.5 13.5 3.5" fill="none" stroke="currentColor" stroke-width="2.2"/>`,
  'cleared-unacknowledged': svg`<path d="M13 12V8a3 3 0 0 0-3-3H3M6 2 3 5l3 3" fill="none" stroke="currentColor"
    stroke-width="1.8"/>`,
  cleared: svg`<path d="M2.5 8h11" stroke="currentColor" stroke-width="2"/>`,
};

const ASIDE = {
  shelved: svg`<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="3 1.6"/>
    <path d="M8 4.2V8l2.8 2" fill="none" stroke="currentColor" stroke-width="1.6"/>`,
  suppressed: svg`<circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="1.6"/>
    <path d="M1 8h14" stroke="currentColor" stroke-width="1.8"/>`,
};

/** The shape of why an open alert is not in the queue, beside its words. @param {'shelved'|'suppressed'} why */
export function asideShape(why) {
  return html`<svg class="shape" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">${ASIDE[why]}</svg>`;
}

/** The shape of an alert's state, beside its word. @param {import('../live/store.js').Alert['state']} state */
export function stateShape(state) {
  return html`<svg class="shape" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">${STATES[state]}</svg>`;
}
