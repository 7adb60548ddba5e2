import { svg, html } from 'lit';

/** Shapes that say a state beside its word. They take the colour of the text around them, also a forced one. */
const SHAPES = {
  dot: svg`<circle cx="8" cy="8" r="5" fill="currentColor"/>`,
  ring: svg`<circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" stroke-width="2"/>`,
  half: svg`<circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" stroke-width="2"/>
    <path d="M8 3a5 5 0 0 1 0 10z" fill="currentColor"/>`,
  arrow: svg`<path d="M8 2v9M4 7.5 8 12l4-4.5M3 14h10" fill="none" stroke="currentColor" stroke-width="2"/>`,
  clash: svg`<circle cx="6" cy="8" r="4.4" fill="none" stroke="currentColor" stroke-width="1.8"/>
    <circle cx="10" cy="8" r="4.4" fill="none" stroke="currentColor" stroke-width="1.8"/>`,
  flood: svg`<path d="M2 4.5h12M2 8h12M2 11.5h12" stroke="currentColor" stroke-width="2"/>`,
  hexagon: svg`<path d="M5 2h6l4 6-4 6H5L1 8z" fill="none" stroke="currentColor" stroke-width="1.6"/>
    <path d="M3.5 10 9 2.5M6 13.5 13 4.5M10.5 13.5 14 9" stroke="currentColor" stroke-width="1.2"/>`,
};

/** @param {keyof typeof SHAPES} name */
export function shape(name) {
  return html`<svg class="shape" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${SHAPES[name]}</svg>`;
}
