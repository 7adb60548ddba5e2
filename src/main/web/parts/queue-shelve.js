import { html, nothing } from 'lit';

import { clock } from '../live/session.js';
import { say } from '../text/text.js';
import { localTime } from '../text/time.js';

const MINUTE_MILLIS = 60_000;

/** A shelf ends on the full minute; what the clocks may differ by does not make it longer than was chosen. */
const APART_MILLIS = 5_000;

/** For how long an alert can be shelved, in minutes; the first is what is meant unless somebody says otherwise. */
const MINUTES = [15, 30, 60, 120, 240];

/** When a shelf that begins now ends, on the full minute. */
function until(minutes, nowMillis) {
  return Math.floor((nowMillis - APART_MILLIS) / MINUTE_MILLIS + minutes) * MINUTE_MILLIS;
}

/** How long it is to be shelved; each choice says when that ends. @param {number} longest that the service allows, in minutes */
export function spans(nowMillis, longest) {
  const allowed = MINUTES.filter(minutes => minutes <= longest);
  const choices = allowed.length > 0 ? allowed : [longest];
  return html`
    <fieldset class="ask-spans">
      <legend>${say('ask.shelveSpan')}</legend>
      ${choices.map((minutes, index) => html`
        <label><input type="radio" name="minutes" value=${minutes} ?checked=${index === 0}>
          <span>${minutes < 60 ? say('age.minutes', { value: minutes }) : say('age.hours', { value: minutes / 60 })}
            <small>${say('ask.shelveUntil', { time: localTime(until(minutes, nowMillis), nowMillis) })}</small></span></label>`)}
    </fieldset>`;
}

/**
 * Where a second person signs in for it. The hidden name keeps browsers from offering the token of whoever is signed in.
 *
 * @param {string|null} fault why what was typed will not do
 */
export function secondPerson(fault) {
  return html`
    <label for="ask-second">${say('ask.second')}</label>
    <p id="ask-second-hint" class="hint">${say('ask.secondHint')}</p>
    <input type="text" autocomplete="username" hidden>
    <input id="ask-second" type="password" autocomplete="new-password" autocapitalize="off" spellcheck="false"
      aria-describedby=${fault ? 'ask-second-hint ask-second-fault' : 'ask-second-hint'} aria-invalid=${String(fault !== null)}>
    ${fault ? html`<p id="ask-second-fault" class="refused">${fault}</p>` : nothing}`;
}

/** What was chosen, as the service takes it. @param {HTMLFormElement} form @param {string} reason */
export function shelf(form, reason) {
  const minutes = Number(new FormData(form).get('minutes'));
  return { until: new Date(until(minutes, Date.now() + clock.offsetMillis())).toISOString(), reason };
}
