import { html } from 'lit';

import { prefer, prefers } from '../live/preferences.js';
import messages from '../messages/en-preferences.js';
import '../page.js';
import { Dialog } from '../parts/dialog.js';
import { KEYS, keyName } from '../parts/keys.js';
import { speak, spoken } from '../parts/spoken.js';
import { chooseTheme, theme } from '../parts/theme.js';
import { know, say } from '../text/text.js';

know(messages);

/** What somebody prefers in this browser. Each choice holds at once. */
class Preferences extends Dialog {
  constructor() {
    super('preferences');
  }

  heading() {
    return say('preferences.heading');
  }

  content() {
    return html`
      <form class="preferences" @change=${() => this.requestUpdate()} @submit=${event => event.preventDefault()}>
        <fieldset><legend>${say('preferences.theme')}</legend>
          ${['dark', 'light'].map(one => html`<label><input type="radio" name="theme" value=${one} .checked=${theme() === one}
            @change=${() => chooseTheme(one)}> ${say(`preferences.theme.${one}`)}</label>`)}</fieldset>
        <fieldset><legend>${say('preferences.keys')}</legend>
          ${this.choice('letters')}</fieldset>
        <fieldset><legend>${say('preferences.motion')}</legend>
          ${this.choice('still')} <kbd>${keyName(KEYS.everywhere.still[0])}</kbd></fieldset>
        <fieldset><legend>${say('preferences.sound')}</legend>
          ${this.choice('tick')}</fieldset>
        <fieldset><legend>${say('sound.tell')}</legend>
          ${['all', 'critical', 'off'].map(wanted => html`<label><input type="radio" name="spoken" value=${wanted}
            .checked=${spoken() === wanted} @change=${() => speak(wanted)}> ${say(`sound.tell.${wanted}`)}</label>`)}</fieldset>
        <p>${say('preferences.kept')}</p>
      </form>`;
  }

  choice(name) {
    return html`<label><input type="checkbox" name=${name} .checked=${prefers(name)}
      @change=${({ target }) => prefer(name, target.checked)}> ${say(`preferences.${name}`)}</label>`;
  }
}

customElements.define('muster-preferences', Preferences);
