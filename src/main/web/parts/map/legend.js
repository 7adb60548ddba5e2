import { html, svg } from 'lit';

import { range } from '../../text/figures.js';
import { say } from '../../text/text.js';
import { STEPS } from './ramp.js';

/** The symbols as the canvas draws them, see `sprites.js`. */
const SYMBOLS = {
  incident: svg`<circle r="7"/>`,
  protest: svg`<path d="M-5-11 9-6-2.5-1v11H-5z"/>`,
  unit: svg`<path d="M-3.5-6h7L7 0 3.5 6h-7L-7 0z"/>`,
  unitOld: svg`<path d="M-3.5-6h7L7 0 3.5 6h-7L-7 0z"/><path d="M-5 3-1-6M-2 6 4-6M3 6 6 1"/>`,
  cluster: svg`<circle r="12"/><text y="5" text-anchor="middle">9</text>`,
  clash: svg`<path d="M-13 0h26"/><path class="core" d="M-13 0h26"/>`,
  emergency: svg`<path d="M-5-12H5l7 7V5l-7 7H-5l-7-7V-5z"/><text y="3.5" text-anchor="middle">SOS</text>`,
  critical: svg`<path d="M-9-9H9V9H-9z"/><text y="5.5" text-anchor="middle">!</text>`,
  high: svg`<path d="M0-11 11 8h-22z"/>`,
  medium: svg`<path d="M0-10 10 0 0 10-10 0z"/>`,
  low: svg`<circle r="7"/>`,
};

/** What the colours of the areas mean. */
export function legend() {
  return html`
    <ul class="map-legend" aria-label=${say('map.legend.people')}>
      <li class="map-legend-head" aria-hidden="true">${say('map.legend.people')}</li>
      ${STEPS.map((from, index) => html`
        <li><span class="swatch" data-step=${index + 1}></span>${stepWords(from, STEPS[index + 1])}</li>`)}
      <li><span class="swatch hatched"></span>${say('map.legend.hatched')}</li>
    </ul>`;
}

/** What the symbols mean, for who asks. */
export function symbols() {
  return html`
    <details class="map-symbols">
      <summary>${say('map.legend.symbols')}</summary>
      <ul>${Object.entries(SYMBOLS).map(([name, drawing]) => html`
        <li><svg class="symbol" data-symbol=${name} viewBox="-14 -14 28 28" width="22" height="22" aria-hidden="true">
          ${drawing}</svg>${say(`map.legend.${name}`)}</li>`)}
      </ul>
    </details>`;
}

function stepWords(from, next) {
  if (next === undefined) {
    return say('map.legend.least', { from });
  }
  return from === 0 ? say('map.legend.under', { to: next }) : range({ low: from, high: next - 1 });
}
