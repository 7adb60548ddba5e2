import { html } from 'lit';

import { say } from '../text/text.js';
import { Dialog } from './dialog.js';
import { KEYS } from './keys.js';

/** All keys of the page, by the place where they work. */
class Help extends Dialog {
  constructor() {
    super('help');
  }

  heading() {
    return say('help.heading');
  }

  focusFirst() {
    this.querySelector('.dialog-close').focus();
  }

  content() {
    return html`<div class="help" tabindex="0" role="group" aria-label=${say('help.heading')}>${Object.entries(KEYS).map(([place, actions]) => html`
      <section aria-labelledby="help-${place}">
        <h3 id="help-${place}">${say(`keys.${place}`)}</h3>
        <dl>${Object.entries(actions).map(([action, keys]) => html`
          <div><dt>${keys.map((key, index) => html`${index > 0 ? ` ${say('keys.or')} ` : ''}<kbd>${keyName(key)}</kbd>`)}</dt>
            <dd>${say(`keys.${place}.${action}`)}</dd></div>`)}</dl>
      </section>`)}
      <p><a href="docs" target="_blank" rel="noopener">${say('help.docs')}</a></p></div>`;
  }
}

const NAMES = { ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc', PageUp: 'PgUp',
  PageDown: 'PgDn', ' ': 'Space' };

/** A key as it is printed on it. */
export function keyName(key) {
  return key.split(/\+(?=.)/).map(part => NAMES[part] ?? part).join('+');
}

customElements.define('muster-help', Help);
