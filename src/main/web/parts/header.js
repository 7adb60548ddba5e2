import { html, nothing } from 'lit';

import { say, sayOf } from '../text/text.js';
import { clocks } from './clocks.js';
import './screens.js';
import { theme } from './theme.js';

/**
 * The page's header: name, sign of life, counts of alerts, what can be done, both clocks, who is signed in.
 *
 * @param {object} on
 * @param {unknown} on.pulse the sign of life, or nothing when nobody is signed in
 * @param {unknown} on.desk counts of alerts, sound and the buttons of forms, likewise
 * @param {unknown} on.strip the reserved strip, likewise
 * @param {boolean} on.silent whether the engine that raises alerts is heard no more; the strip says so in words
 * @param {{name: string, role: string}|null} on.session
 * @param {() => void} on.theme
 * @param {() => void} on.signOut
 */
export function header({ pulse, desk, strip, silent, session, theme: toggle, signOut }) {
  return html`
    <header class="top" data-alerts=${silent ? 'silent' : nothing}>
      <div class="header">
        <p class="brand">${say('app.name')}</p>
        ${session ? html`<muster-screens></muster-screens>` : nothing}
        ${pulse}
        ${desk}
        ${clocks()}
        ${session ? menu(session, toggle, signOut) : html`<div class="session">${themeButton(toggle)}</div>`}
      </div>
      ${strip}
    </header>`;
}

/** Who is signed in; what opens below it can be reached without it being in the way. */
function menu(session, toggle, signOut) {
  return html`
    <details class="session" @focusout=${closeBehind}>
      <summary><span class="who">${say('session.who', { name: session.name, role: sayOf('role', session.role) })}</span>
      </summary>
      <div class="session-menu">
        ${themeButton(toggle)}
        <button type="button" @click=${signOut}>${say('session.signOut')}</button>
      </div>
    </details>`;
}

function themeButton(toggle) {
  return html`<button type="button" @click=${toggle}>${say(theme() === 'dark' ? 'theme.toLight' : 'theme.toDark')}</button>`;
}

/** An open menu closes when the focus goes on to something else. */
function closeBehind({ currentTarget, relatedTarget }) {
  if (relatedTarget && !currentTarget.contains(relatedTarget)) {
    currentTarget.open = false;
  }
}
