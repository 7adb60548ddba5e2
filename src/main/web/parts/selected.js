import { html } from 'lit';

import { say } from '../text/text.js';
import { panel } from './panel.js';
import { Part } from './part.js';

/** What is selected, in full. */
class SelectedPanel extends Part {
  render() {
    return panel({ id: 'selected', heading: say('board.selected'), staleAt: this.staleAt }, html`<p class="empty"></p>`);
  }
}

customElements.define('muster-selected', SelectedPanel);
