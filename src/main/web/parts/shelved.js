import { html, nothing } from 'lit';

import { endingSoon, isShelved } from '../live/alerts.js';
import { work } from '../live/work.js';
import { count, say } from '../text/text.js';
import { KEYS, keyName } from './keys.js';
import { bring, Part } from './part.js';
import { asideShape } from './severity.js';

/** How many alerts are on the shelf, always in sight in the header; pressed, it leads to the list of them. */
class Shelved extends Part {
  constructor() {
    super();
    work.follow(this);
  }

  render() {
    if (!this.picture.topics.includes('alerts')) {
      return nothing;
    }
    const shelved = [...work.shown(this.picture.alerts).values()].filter(isShelved);
    const ending = endingSoon(shelved, this.picture.warned, this.nowMillis).length;
    return html`
      <button type="button" class="shelved" ?data-none=${shelved.length === 0} ?data-ending=${ending > 0}
        title=${say('shelved.title', { key: keyName(KEYS.everywhere.shelved[0]) })} @click=${showShelved}>
        ${asideShape('shelved')} ${say('shelved.count')} <b>${count(shelved.length)}</b>
        ${ending > 0 ? html`<span class="unseen">${say('shelved.ending', { count: ending })}</span>` : nothing}</button>`;
  }
}

/** Shows the list of what is shelved, wherever one is. */
export function showShelved() {
  bring('shelved');
}

customElements.define('muster-shelved', Shelved);
