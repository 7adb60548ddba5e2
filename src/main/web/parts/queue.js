import { html } from 'lit';

import { say } from '../text/text.js';
import { panel } from './panel.js';
import { Part } from './part.js';

/** The alert queue. */
class Queue extends Part {
  render() {
    return panel({ id: 'queue', heading: say('board.queue'), staleAt: this.staleAt }, html`<p class="empty"></p>`);
  }
}

customElements.define('muster-queue', Queue);
