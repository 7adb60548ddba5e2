import { html, nothing } from 'lit';

import { keep, kept } from '../../live/field/kept.js';
import { say, sayOf } from '../../text/text.js';
import { age } from '../../text/time.js';
import { role } from './fields.js';
import { choice, flag, stepper } from './inputs.js';
import { back } from './reports.js';

/** What this phone is told once. @param {import('./app.js').FieldApp} app */
export function settings(app) {
  const form = {
    app,
    values: { officers: String(kept('officers') ?? 0), role: kept('role-of-unit') ?? '', theme: theme(),
      vibrate: kept('vibrate') ? 'yes' : '' },
    faults: new Map(app.firstSteps ? [['officers', say('notice.first')]] : []),
    set: (name, value) => change(app, name, value),
  };
  return html`
    <h1 tabindex="-1">${say('settings.heading')}</h1>
    <div class="form">
      ${stepper(form, 'officers', { label: say('settings.officers') })}
      ${role(form, { label: say('settings.role'), none: say('notSaid') })}
      ${choice(form, 'theme', { label: say('settings.theme'), options: { light: say('settings.theme.light'),
    dark: say('settings.theme.dark') } })}
      ${'vibrate' in navigator ? flag(form, 'vibrate', { label: say('settings.vibrate') }) : nothing}
    </div>
    <section><h2>${say('settings.place')}</h2>${place(app)}</section>
    <section><h2>${say('settings.phone')}</h2>
      <p>${say(`settings.offline.${app.version.offline}`)}</p>
      ${app.queue.refused ? html`<p>${say('notice.storage')}</p>`
    : html`<p>${say(app.isPersistent ? 'settings.kept.yes' : 'settings.kept.no')}</p>`}
      <p class="hint">${say('settings.install')}</p>
    </section>
    ${app.who.name ? leaving(app) : nothing}
    ${back()}`;
}

/** Light until night is chosen: most of it is read in the sun. @returns {'light'|'dark'} */
export function theme() {
  return kept('theme') === 'dark' ? 'dark' : 'light';
}

function change(app, name, value) {
  switch (name) {
    case 'officers':
      keep('officers', Number(value));
      app.firstSteps = false;
      break;
    case 'role':
      keep('role-of-unit', value);
      break;
    case 'vibrate':
      keep('vibrate', value === 'yes');
      break;
    default:
      keep('theme', value);
      document.documentElement.dataset.theme = theme();
  }
  app.requestUpdate();
}

function place({ whereabouts, nowMillis }) {
  const { state, fix } = whereabouts;
  const ask = html`<button type="button" @click=${() => whereabouts.look()}>${say('settings.place.ask')}</button>`;
  switch (state) {
    case 'unasked':
      return html`<p>${say('settings.place.unasked')}</p>${ask}`;
    case 'denied':
      return html`<p>${say('where.denied')}</p>${ask}`;
    case 'unavailable':
    case 'insecure':
      return html`<p>${say(`where.${state}`)}</p>`;
    default:
      return html`<p>${fix ? say('settings.place.found', { metres: Math.ceil(fix.accuracy), age: age(nowMillis - fix.at) })
        : say('settings.place.looking')}</p>`;
  }
}

function leaving(app) {
  const { who, queue } = app;
  const count = queue.waiting(who.name).length;
  return html`<section><h2>${say('field.unit', { unit: who.name })}, ${sayOf('role', who.role ?? '')}</h2>
    ${app.leaving ? html`
      ${count > 0 ? html`<p>${say('settings.asksSignOut', { count, unit: who.name })}</p>` : nothing}
      <p>${say('settings.signOutAsk')}</p>
      <div class="buttons">
        <button type="button" class="primary" @click=${() => app.signOut()}>${say('settings.signOut')}</button>
        <button type="button" @click=${() => app.askToLeave(false)}>${say('settings.stay')}</button>
      </div>`
    : html`<button type="button" @click=${() => app.askToLeave(true)}>${say('settings.signOut')}</button>`}
  </section>`;
}
