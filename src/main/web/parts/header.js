import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';

import { linkTo } from '../live/view.js';
import { say, sayOf } from '../text/text.js';
import { clocks } from './clocks.js';
import { openForm } from './forms/open.js';
import './screens.js';
import { theme } from './theme.js';

/** Free space between the header and what the page scrolls to. */
const GAP = 8;

/** The header's height is its own affair; what is scrolled into sight does not come to lie under it. */
const heights = new ResizeObserver(() => {
  const tallest = Math.max(0, ...[...document.querySelectorAll('.top, .header-first')].map(({ offsetHeight }) => offsetHeight));
  document.documentElement.style.scrollPaddingBlockStart = `${tallest + GAP}px`;
});

function sticking(element) {
  if (element) {
    heights.observe(element);
  }
}

/**
 * The page's header: name, sign of life, counts of alerts, what can be done, both clocks, who is signed in.
 *
 * @param {object} on
 * @param {unknown} on.pulse the sign of life, or nothing when nobody is signed in
 * @param {unknown} on.desk counts of alerts, sound and the buttons of forms, likewise
 * @param {unknown} on.strip the reserved strip, likewise
 * @param {boolean} on.silent whether the engine that raises alerts is heard no more; the strip says so in words
 * @param {{name: string, role: string}|null} on.session
 * @param {{theme: () => void, preferences: () => void, signOut: () => void}} on.acts
 */
export function header({ pulse, desk, strip, silent, session, acts }) {
  return html`
    <header class="top" data-alerts=${silent ? 'silent' : nothing} ${ref(sticking)}>
      <div class="header">
        <div class="header-first" ${ref(sticking)}>
          <p class="brand">${say('app.name')}</p>
          ${session ? html`<muster-screens></muster-screens>` : nothing}
          ${pulse}
          ${clocks()}
        </div>
        <div class="header-rest">
          ${desk}
          ${session ? menu(session, acts) : html`<div class="session">${themeButton(acts.theme)}</div>`}
        </div>
      </div>
      ${strip}
    </header>`;
}

/**
 * The header of the wall: the sign of life, both clocks, and the way back.
 *
 * @param {object} on
 * @param {unknown} on.pulse the sign of life
 * @param {unknown} on.strip the reserved strip
 * @param {boolean} on.silent whether the engine that raises alerts is heard no more
 */
export function wallHeader({ pulse, strip, silent }) {
  return html`
    <header class="top top-wall" data-alerts=${silent ? 'silent' : nothing} ${ref(sticking)}>
      <div class="header">${pulse}${clocks()}<a class="wall-back" href=${linkTo('board')}>${say('screens.board')}</a></div>
      ${strip}
    </header>`;
}

/** Who is signed in; what opens below it can be reached without it being in the way. */
function menu(session, { theme: toggle, preferences, signOut }) {
  return html`
    <details class="session">
      <summary><span class="who">${session.name}<span class="who-role">, ${sayOf('role', session.role)}</span></span>
      </summary>
      <div class="session-menu">
        ${themeButton(toggle)}
        <button type="button" @click=${preferences}>${say('session.preferences')}</button>
        <button type="button" @click=${() => openForm('help')}>${say('actions.help')}</button>
        <button type="button" @click=${signOut}>${say('session.signOut')}</button>
      </div>
    </details>`;
}

function themeButton(toggle) {
  return html`<button type="button" @click=${toggle}>${say(theme() === 'dark' ? 'theme.toLight' : 'theme.toDark')}</button>`;
}
