import { html, nothing } from 'lit';

import { localClock, utcClock } from '../text/time.js';
import { say, sayOf } from '../text/text.js';
import { theme } from './theme.js';

/**
 * The page's header: name, sign of life, both clocks, who is signed in.
 *
 * @param {object} on
 * @param {unknown} on.pulse the sign of life, or nothing when nobody is signed in
 * @param {unknown} on.strip the reserved strip, likewise
 * @param {{name: string, role: string}|null} on.session
 * @param {() => void} on.theme
 * @param {() => void} on.signOut
 */
export function header({ pulse, strip, session, theme: toggle, signOut }) {
  const now = Date.now();
  return html`
    <header class="top">
      <div class="header">
        <p class="brand">${say('app.name')}</p>
        ${pulse}
        <p class="clocks">
          <time datetime=${new Date(now).toISOString()}>${localClock(now)}</time>
          <span>${utcClock(now)}</span>
        </p>
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
