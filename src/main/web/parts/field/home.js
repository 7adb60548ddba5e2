import { html, nothing } from 'lit';

import { kept } from '../../live/field/kept.js';
import { say } from '../../text/text.js';
import { aboutOptions } from './about.js';
import { select } from './inputs.js';
import { card } from './reports.js';
import { FORMS } from './route.js';
import { presentTask } from './tasks.js';
import { taskTitle } from './words.js';

const STATES = { 'en-route': 'home.enRoute', 'at-scene': 'home.atScene', 'released': 'home.released' };

/** What the unit does, and what it can report. @param {import('./app.js').FieldApp} app */
export function home(app) {
  const { queue, who } = app;
  const mine = queue.rows.filter(row => row.who === who.name);
  const last = mine.at(-1);
  const status = mine.findLast(({ kind, state }) => kind === 'status' && state !== 'refused')?.body.officers[0].state;
  const about = kept('about') ?? '';
  const subject = { values: { about }, faults: new Map(), set: (_, value) => app.workOn(value) };
  return html`
    <h1 class="unseen" tabindex="-1">${say('home.heading')}</h1>
    ${presentTask(app)}
    ${select(subject, 'about', { label: say('about.label'),
    options: [...aboutOptions(app, { none: say('about.none'), chosen: app.placeOf(about) ? '' : about })
      .filter(({ value }) => value !== 'new:'), ...places(app)] })}
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
      <a class="button" href="#tasks">${say('tasks.all', { count: app.known.tasks.length })}</a>
      <a class="button" href="#reports">${say('home.all', { count: queue.rows.length })}</a>
      <a class="button" href="#settings">${say('home.more')}</a>
    </p>`;
}

/** Places that somebody sent the unit to: only its status can be of one. */
function places(app) {
  return app.known.tasks.filter(({ about }) => app.placeOf(about))
    .map(task => ({ value: task.about, words: taskTitle(task, app), group: say('about.tasks') }));
}
