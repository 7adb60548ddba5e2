import { html } from 'lit';

import { isOpen } from '../../live/store.js';
import { linkTo } from '../../live/view.js';
import { range } from '../../text/figures.js';
import { count, say, sayOf, words } from '../../text/text.js';
import { crowdSeen, crowdWords } from '../crowd.js';
import { openForm } from '../forms/open.js';
import { whyNot } from '../forms/rights.js';
import { areaNames, harm, marks, titleOf } from '../incident.js';
import { aged } from '../moment.js';
import { clashLine, details, life } from '../protest.js';
import { alertsAbout, facts, link, list } from './about.js';
import './timeline.js';

/** A protest in full: its plan against what is seen. @type {import('./kinds.js').Kind} */
export const protestKind = {
  find: (id, picture) => picture.protests.get(id),
  title: titleOf,
  chips: protest => html`${marks(protest)}
    <span class="chip" data-status=${protest.status}>${sayOf('status', protest.status)}</span>`,
  content: (protest, picture, nowMillis, session, staleAt) => html`
    <p><a class="open-screen" href=${linkTo('protest', protest.id)} aria-keyshortcuts="F4">${say('selected.open')}</a></p>
    <p>${life(protest, nowMillis)}</p>
    ${protest.clashes.map(clash => clashLine(clash, protest, picture, nowMillis))}
    ${planned(protest, nowMillis)}
    ${facts([
    [say('selected.harm'), harm(protest)],
    [say('selected.category'), words(protest.category)],
    [say('selected.organisation'), protest.organisation],
    [say('selected.areas'), areaNames(protest, picture)],
    [say('selected.lastReport'), protest.lastReportAt ? aged(protest.lastReportAt, nowMillis) : null],
  ])}
    ${alertsAbout(protest.alerts ?? [], picture, nowMillis)}
    ${list('clashes', say('selected.clashes'), protest.clashes.filter(clash => picture.protests.has(clash.protest))
    .map(clash => link('protest', clash.protest, titleOf(picture.protests.get(clash.protest)))))}
    ${details(protest, picture, nowMillis)}
    ${actions(protest, session, staleAt !== null)}
    <muster-timeline .of=${{ type: 'protest', id: protest.id }} .version=${protest} .picture=${picture} .nowMillis=${nowMillis}
      .staleAt=${staleAt} .session=${session} .reader=${protest.sensitive ? session : null}></muster-timeline>`,
};

/** The plan in one column, what is seen in the next. */
export function planned(protest, nowMillis) {
  const rows = [
    ['people', protest.expected ? range(protest.expected) : say('nothing'),
      html`${crowdWords(protest)} <small>${crowdSeen(protest, nowMillis)}</small>`],
    ['officers', protest.officersPlanned === null ? say('nothing') : count(protest.officersPlanned),
      say('incident.officers', protest.officers)],
    ['start', aged(protest.startsAt, nowMillis), protest.startedAt ? aged(protest.startedAt, nowMillis) : say('nothing')],
    ['end', aged(protest.endsAt, nowMillis),
      protest.endedAt ? aged(protest.endedAt, nowMillis) : say('nothing')],
  ];
  return html`
    <table class="small plan" role="table">
      <caption class="unseen">${say('selected.planAndNow')}</caption>
      <thead role="rowgroup"><tr role="row"><td role="cell"></td>
        <th role="columnheader" scope="col">${say('selected.plan')}</th>
        <th role="columnheader" scope="col">${say('selected.now')}</th></tr></thead>
      <tbody role="rowgroup">${rows.map(([key, plan, now]) => html`
        <tr role="row"><th role="rowheader" scope="row">${say(`selected.plan.${key}`)}</th>
          <td role="cell" data-label=${say('selected.plan')}>${plan}</td>
          <td role="cell" data-label=${say('selected.now')}>${now}</td></tr>`)}</tbody>
    </table>`;
}

/** Changing and cancelling the plan; who may not, or not now, finds out why. */
export function actions(protest, session, isStale) {
  const why = whyNot(session) || (isStale ? say('work.stale') : '') || (protest.planned ? '' : say('selected.unplanned'))
    || (isOpen(protest) || protest.status === 'ended' ? '' : say('selected.over'));
  const button = (what, reason) => html`
    <button type="button" data-action=${what} aria-disabled=${reason ? 'true' : 'false'} title=${reason}
      @click=${() => (reason ? undefined : openForm(what, protest.id))}>${say(`selected.${what}`)}</button>`;
  const over = isOpen(protest) ? '' : say('selected.over');
  return html`
    <div class="form-buttons" role="group" aria-label=${say('selected.planActions')}>
      ${button('change', why)}${button('cancel', why || over)}
      ${why || over ? html`<small>${why || over}</small>` : ''}
    </div>`;
}
