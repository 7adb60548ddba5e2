import { html } from 'lit';

import messages from '../messages/en-help.js';
import { know, say } from '../text/text.js';
import { Dialog } from './dialog.js';
import { KEYS, keyName } from './keys.js';

know(messages);

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

customElements.define('muster-help', Help);
