import { html } from 'lit';

import { say } from '../../text/text.js';
import { panel } from '../panel.js';
import { Part } from '../part.js';

/** The map of areas, incidents, protests and units. */
class MapPart extends Part {
  render() {
    return panel({ id: 'map', heading: say('board.map'), staleAt: this.staleAt }, html`<p class="empty"></p>`);
  }
}

customElements.define('muster-map', MapPart);
