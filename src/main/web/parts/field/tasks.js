import { html, nothing } from 'lit';

import { isAsked, NEXT } from '../../live/field/tasks.js';
import { range } from '../../text/figures.js';
import { say, sayOf, words } from '../../text/text.js';
import { age, localTime, localWindow } from '../../text/time.js';
import { shape } from '../shapes.js';
import { back } from './reports.js';
import { taskTitle } from './words.js';

const SHAPES = { 'requested': 'ring', 'committed': 'ring', 'en-route': 'half', 'at-scene': 'dot', 'released': 'hexagon' };

/** Where the unit is to be, and where it was before. @param {import('./app.js').FieldApp} app */
export function tasks(app) {
  const all = app.known.tasks;
  const present = all.filter(task => task.present);
  const before = all.filter(task => !task.present);
  return html`
    <h1 tabindex="-1">${say('tasks.heading')}</h1>
    ${asOf(app)}
    ${all.length > 0 && present.length === 0 ? html`<p>${say('tasks.noneNow')}</p>` : nothing}
    ${present.map(task => card(app, task, 2))}
    ${before.length > 0 ? html`<section aria-labelledby="before"><h2 id="before">${say('tasks.before')}</h2>
      <ul class="cards">${before.map(task => html`<li>${card(app, task, 3)}</li>`)}</ul></section>` : nothing}
    ${back()}`;
}

/** The present one, on the first screen; nothing while nobody sent the unit anywhere. @param {import('./app.js').FieldApp} app */
export function presentTask(app) {
  const task = app.known.tasks.find(({ present }) => present);
  return task ? html`<section aria-labelledby="task"><h2 id="task">${say('tasks.now')}</h2>${card(app, task, 3)}
    ${app.known.areTasksOld(app.nowMillis) ? asOf(app) : nothing}</section>` : nothing;
}

/** How old what is shown is: without signal somebody may have sent the unit elsewhere. */
function asOf({ known, nowMillis }) {
  if (known.tasksAt === null) {
    return html`<p class="hint warning">${say('tasks.unread')}</p>`;
  }
  const time = localTime(known.tasksAt, nowMillis);
  return known.areTasksOld(nowMillis)
    ? html`<p class="hint warning">${say('tasks.old', { time, age: age(nowMillis - known.tasksAt) })}</p>`
    : html`<p class="hint">${say(known.tasks.length === 0 ? 'tasks.none' : 'tasks.asOf', { time })}</p>`;
}

/** @param {import('../../live/field/tasks.js').Task} task @param {2|3} level of its heading */
function card(app, task, level) {
  const title = taskTitle(task, app);
  return html`
    <article class="card task" data-task=${task.about} data-state=${isAsked(task) ? 'asked' : task.state}>
      ${level === 2 ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}
      <p class="card-state">${shape(SHAPES[task.state] ?? 'ring')} <strong>${stateWords(app, task)}</strong></p>
      ${sent(app, task)}
      ${[where(app, task), hours(app, task), crowd(app, task)].filter(Boolean).map(words => html`<p>${words}</p>`)}
      ${methane(task)}
      ${task.present ? buttons(app, task) : nothing}
    </article>`;
}

function stateWords({ nowMillis }, { state, effectiveAt, present }) {
  const told = say('tasks.state', { state: words(sayOf('state', state)), time: localTime(Date.parse(effectiveAt), nowMillis) });
  return present || state === 'released' ? told : say('tasks.left', { told });
}

/** Who sent it there, and when, unless the line above says that. */
function sent({ nowMillis }, { sentBy, sentAt, effectiveAt, count }) {
  return sentBy === null ? nothing : html`<p class="hint">${sentAt === effectiveAt ? say('tasks.by', { by: sentBy, count })
    : say('tasks.sent', { by: sentBy, count, time: localTime(Date.parse(sentAt), nowMillis) })}</p>`;
}

function where({ known }, { title, category, location, area, status }) {
  const named = known.places.find(({ id }) => id === area)?.name ?? area;
  return [
    title === null && category !== null ? say('tasks.inConfidence') : location?.place,
    named && !location?.place?.includes(named) && named,
    status && sayOf('status', status).toLowerCase(),
  ].filter(Boolean).join(' · ');
}

function hours({ nowMillis }, { startsAt, endsAt }) {
  return startsAt && endsAt ? localWindow(Date.parse(startsAt), Date.parse(endsAt), nowMillis) : null;
}

function crowd({ nowMillis }, task) {
  return task.crowd && say('tasks.crowd', { range: range(task.crowd), time: localTime(Date.parse(task.crowdAsOf), nowMillis) });
}

function methane({ methane: told }) {
  return !told ? nothing : html`
    ${told.hazards.length > 0 ? html`<p><strong>${say('tasks.hazards')}:</strong> ${told.hazards.join(', ')}</p>` : nothing}
    ${told.access ? html`<p><strong>${say('tasks.access')}:</strong> ${told.access}</p>` : nothing}`;
}

/** What the unit says next, in one tap; while that waits on the phone, that it does. */
function buttons(app, task) {
  const waiting = app.saidOf(task);
  if (waiting) {
    return html`<p class="hint">${shape('hexagon')} ${say('tasks.waits', { state: words(sayOf('state', waiting)) })}</p>`;
  }
  const next = NEXT[task.state];
  return next ? html`<div class="buttons"><button type="button" class=${isAsked(task) ? 'primary' : ''} data-next=${next}
    @click=${() => app.takeUp(task, next)}>${say(`tasks.${next}`)}</button></div>` : nothing;
}
