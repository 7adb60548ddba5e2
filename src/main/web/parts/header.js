import { html, nothing } from 'lit';

import { say, sayOf } from '../text/text.js';
import { clocks } from './clocks.js';
import { theme } from './theme.js';

/**
 * The page's header: name, sign of life, counts of alerts, what can be done, both clocks, who is signed in.
 *
 * @param {object} on
 * @param {unknown} on.pulse the sign of life, or nothing when nobody is signed in
 * @param {unknown} on.desk counts of alerts, sound and the buttons of forms, likewise
 * @param {unknown} on.strip the reserved strip, likewise
 * @param {{name: string, role: string}|null} on.session
 * @param {() => void} on.theme
 * @param {() => void} on.signOut
 */
export function header({ pulse, desk, strip, session, theme: toggle, signOut }) {
  return html`
    <header class="top">
      <div class="header">
        <p class="brand">${say('app.name')}</p>
        ${pulse}
        ${desk}
        ${clocks()}
        <div class="session">
          ${session ? html`<span class="who">
            ${say('session.who', { name: session.name, role: sayOf('role', session.role) })}</span>` : nothing}
          <button type="button" @click=${toggle}>${say(theme() === 'dark' ? 'theme.toLight' : 'theme.toDark')}</button>
          ${session ? html`<button type="button" @click=${signOut}>${say('session.signOut')}</button>` : nothing}
        </div>
      </div>
      ${strip}
    </header>`;
}
