import { html, nothing } from 'lit';

import { linkTo, view, Viewing } from '../live/view.js';
import { say } from '../text/text.js';
import { KEYS, keyName } from './keys.js';
import { Light } from './light.js';
import { SCREENS } from './views.js';

/** The screens that are opened by their name alone, in the order of the menu. */
const LISTED = ['board', 'queue', 'units', 'arrests', 'timeline', 'wall'];

/** The menu of screens: links, so that each may be opened in a window of its own. */
class Screens extends Light {
  #viewing = new Viewing(this);

  render() {
    const { name } = view();
    return html`
      <details class="screens">
        <summary><span class="unseen">${say('screens.label')}: </span>${say(`screens.${name}`)}</summary>
        <nav class="screens-menu" aria-label=${say('screens.label')}><ul>${LISTED.filter(listed => listed === 'board' || SCREENS[listed]).map(listed => html`
          <li><a href=${linkTo(listed)} aria-current=${listed === name ? 'page' : nothing} @click=${closeMenu}>
            ${say(`screens.${listed}`)} <kbd>${keyName(KEYS.everywhere[`screen-${listed}`][0])}</kbd></a></li>`)}
        </ul></nav>
      </details>`;
  }
}

function closeMenu({ currentTarget }) {
  currentTarget.closest('details').open = false;
}

customElements.define('muster-screens', Screens);
