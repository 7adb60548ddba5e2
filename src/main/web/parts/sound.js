import { html } from 'lit';

import { Part } from './part.js';

/** The sound of alerts: whether it is on, muted or blocked by the browser. */
class Sound extends Part {
  render() {
    return html``;
  }
}

customElements.define('muster-sound', Sound);
