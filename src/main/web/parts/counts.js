import { html } from 'lit';

import { Part } from './part.js';

/** How many alerts are open, by severity: in the header, always in sight. */
class Counts extends Part {
  render() {
    return html``;
  }
}

customElements.define('muster-counts', Counts);
