import { html, nothing } from 'lit';

import { kept } from '../../live/field/kept.js';
import { say } from '../../text/text.js';
import { aboutOptions } from './about.js';
import { select } from './inputs.js';
import { card } from './reports.js';
import { FORMS } from './route.js';

const STATES = { 'en-route': 'home.enRoute', 'at-scene': 'home.atScene', 'released': 'home.released' };

/** What the unit does, and what it can report. @param {import('./app.js').FieldApp} app */
export function home(app) {
  const { queue, who } = app;
  const mine = queue.rows.filter(row => row.who === who.name);
  const last = mine.at(-1);
  const status = mine.findLast(({ kind, state }) => kind === 'status' && state !== 'refused')?.body.officers[0].state;
  const subject = { values: { about: kept('about') ?? '' }, faults: new Map(), set: (_, value) => app.workOn(value) };
  return html`
    <h1 class="unseen" tabindex="-1">${say('home.heading')}</h1>
    ${select(subject, 'about', { label: say('about.label'),
    options: aboutOptions(app, say('about.none')).filter(({ value }) => value !== 'new:') })}
    <div class="status" role="group" aria-label=${say('home.status')}>${Object.entries(STATES).map(([state, key]) => html`
      <button type="button" aria-pressed=${status === state} data-status=${state} @click=${() => app.tellStatus(state)}>
        ${say(key)}</button>`)}</div>
    <nav class="kinds" aria-label=${say('home.report')}>${FORMS.map(kind => html`
      <a class="button" href="#${kind}">${say(`home.${kind}`)}${
  kept(`draft.${who.name}.${kind}`) ? html` <small>${say('home.draft')}</small>` : nothing}</a>`)}</nav>
    <section aria-labelledby="last">
      <h2 id="last">${say('home.last')}</h2>
      ${last ? card(app, last, 3) : html`<p class="hint">${say('home.none')}</p>`}
    </section>
    <p class="links">
      <a class="button" href="#reports">${say('home.all', { count: queue.rows.length })}</a>
      <a class="button" href="#settings">${say('home.more')}</a>
    </p>`;
}
