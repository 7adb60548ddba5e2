import { html, nothing } from 'lit';

import { say } from '../../text/text.js';
import { localTime } from '../../text/time.js';
import { shape } from '../shapes.js';
import { FORMS } from './route.js';
import { placeWords } from './where.js';
import { titleOf } from './words.js';

/** Every report of this phone, the newest first. @param {import('./app.js').FieldApp} app */
export function reports(app) {
  return html`
    <h1 tabindex="-1">${say('reports.heading')}</h1>
    <p class="hint">${say('reports.kept')}</p>
    ${app.queue.rows.length === 0 ? html`<p>${say('home.none')}</p>`
    : html`<ul class="cards">${app.queue.rows.toReversed().map(row => html`<li>${card(app, row, 2)}</li>`)}</ul>`}
    ${back()}`;
}

export const back = () => html`<p class="links"><a class="button" href="#">${say('field.back')}</a></p>`;

/** One report: what it says, what became of it, what can be done with it. @param {2|3} level of its heading */
export function card(app, row, level) {
  const { body, writtenAt } = row;
  const details = [
    row.kind === 'withdrawal' ? body.reason : placeWords(body.location),
    say('report.written', { time: localTime(writtenAt, app.nowMillis) }),
  ].filter(Boolean).join(' · ');
  return html`
    <article class="card" data-report=${row.id} data-state=${row.state}>
      ${level === 2 ? html`<h2>${titleOf(row, app)}</h2>` : html`<h3>${titleOf(row, app)}</h3>`}
      <p class="card-state">${became(app, row)}</p>
      <p class="hint">${details}</p>
      ${body.text ? html`<p class="card-text">${body.text}</p>` : nothing}
      ${row.problem ? refusal(row.problem) : nothing}
      ${app.asking?.id === row.id ? asks(app, row) : buttons(app, row)}
    </article>`;
}

function became({ sender, queue, nowMillis }, row) {
  const replaced = row.replacedBy && queue.row(row.replacedBy);
  const after = replaced ? `, ${say(replaced.kind === 'withdrawal' ? 'report.withdrawn' : 'report.replaced')}` : '';
  const state = row.state === 'received'
    ? [shape('dot'), say('report.received', { time: localTime(Date.parse(row.receipt.receivedAt), nowMillis) })]
    : row.state === 'refused' ? [shape('clash'), say('report.refused')]
      : sender.inFlight === row.id ? [shape('half'), say('report.sending')]
        : [shape('hexagon'), say(row.tries > 0 ? 'report.tried' : 'report.saved')];
  return html`${state[0]} <strong>${state[1]}</strong>${after}`;
}

function refusal({ detail, errors, reference, lost }) {
  return html`<div class="refused">
    <p>${lost ? say('report.lost') : detail}</p>
    ${errors.length > 0 ? html`<ul>${errors.map(error => html`<li>${error.pointer.slice(1)}: ${error.detail}</li>`)}</ul>` : nothing}
    ${reference ? html`<p class="hint">${say('answer.reference', { reference })}</p>` : nothing}
  </div>`;
}

/** Only the last of a chain can be changed or taken back. */
function buttons(app, row) {
  if (row.replacedBy || row.who !== app.who.name) {
    return nothing;
  }
  const isForm = FORMS.includes(row.kind) && row.values !== null;
  const refused = row.state === 'refused';
  return html`<div class="buttons">
    ${isForm ? html`<a class="button" href="#${refused ? 'mend' : 'change'}.${row.id}">
      ${say(refused ? 'report.mend' : 'report.change')}</a>` : nothing}
    ${refused ? html`<button type="button" @click=${() => app.ask(row.id, 'drop')}>${say('report.drop')}</button>`
    : row.kind === 'withdrawal' ? nothing
      : html`<button type="button" @click=${() => app.ask(row.id, 'withdraw')}>${say('report.withdraw')}</button>`}
  </div>`;
}

function asks(app, row) {
  const { verb } = app.asking;
  const away = verb === 'withdraw' && row.tries === 0 && row.state === 'saved';
  return html`
    <form class="asks" @submit=${event => { event.preventDefault(); app.answer(event.target.elements.reason?.value.trim() ?? ''); }}>
      <p>${say(away ? 'report.asks.away' : `report.asks.${verb}`)}</p>
      ${verb === 'withdraw' && !away ? html`<div class="line"><label for="reason">${say('report.reason')}</label>
        <input id="reason" name="reason" type="text" maxlength="2000" autocomplete="off"></div>` : nothing}
      <div class="buttons">
        <button type="submit" class="primary">${say(`report.yes.${verb}`)}</button>
        <button type="button" @click=${() => app.ask(null)}>${say('report.no')}</button>
      </div>
    </form>`;
}
