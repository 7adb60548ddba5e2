import { html } from 'lit';

import { say } from '../text/text.js';
import { panel } from './panel.js';
import { Part } from './part.js';

/** What came in, in plain words, newest first. */
class Feed extends Part {
  render() {
    return panel({ id: 'feed', heading: say('board.feed'), staleAt: this.staleAt }, html`<p class="empty"></p>`);
  }
}

customElements.define('muster-feed', Feed);
