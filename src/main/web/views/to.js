import { html } from 'lit';

import { select } from '../live/selection.js';
import { linkTo } from '../live/view.js';
import { show } from '../parts/part.js';

/** What has a screen of its own. */
const SCREENS = new Set(['area', 'protest']);

/** Something by its name, leading to where it is shown in full. @param {import('../live/selection.js').Type} type */
export function to(type, id, words) {
  return SCREENS.has(type) ? html`<a href=${linkTo(type, id)}>${words}</a>` : html`
    <button type="button" class="link" @click=${event => {
    select({ type, id });
    show(event.target, 'selected');
  }}>${words}</button>`;
}
