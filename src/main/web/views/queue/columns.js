import { html, nothing } from 'lit';

import { level } from '../../live/alerts.js';
import { asideWords, isOver, marks, when } from '../../parts/queue-row.js';
import { stateShape, symbol } from '../../parts/severity.js';
import { ownerWords, smallestAreas, stateWords } from '../../text/alerts.js';
import { count, say } from '../../text/text.js';

const COLUMNS = ['severity', 'state', 'condition', 'area', 'age', 'owner', 'raised', 'shelf'];

/** Lists of what is open but not in the queue: there it says until when and why. */
const ASIDE = new Set(['shelved', 'suppressed']);

/** The columns of a tab. @param {import('../../live/alerts.js').Tab} tab */
export function columnsOf(tab) {
  return ASIDE.has(tab) ? COLUMNS : COLUMNS.filter(column => column !== 'shelf');
}

/** What stands in each column, for an alert and what its row is given. */
const CELLS = {
  severity: alert => html`${symbol(level(alert), isOver(alert))} <span class="unseen">${say(`level.${level(alert)}`)}.</span>
    <b aria-hidden="true">${say(`level.short.${level(alert)}`)}</b>`,
  state: (alert, { nowMillis }) => html`<span class="alert-state">${stateShape(alert.state)} ${stateWords(alert, nowMillis)}</span>`,
  condition: (alert, of) => html`<span class="alert-message">${alert.message}</span> ${marks(alert, of)}`,
  area: (alert, { picture }) => html`<span class="alert-areas">${smallestAreas(alert, picture)}</span>`,
  age: ({ raisedAt }, { nowMillis }) => when(raisedAt, nowMillis),
  owner: (alert, { me }) => ownerWords(alert, me),
  raised: ({ raisedCount }) => html`<span aria-hidden="true">${count(raisedCount)}</span>
    <span class="unseen">${say('alert.raised', { count: raisedCount })}</span>`,
  shelf: (alert, of) => asideWords(alert, of),
};

/** The cells of a row. */
export function cells(columns, alert, of) {
  return html`<span class="cells" data-columns=${columns.length}>${columns.map(column => html`
    <span class="cell" data-column=${column}>${CELLS[column](alert, of)}</span>`)}</span>`;
}

/**
 * The heads of the columns: each sorts by its own.
 *
 * @param {string[]} columns
 * @param {import('./sort.js').Sort|null} sort
 * @param {(column: string) => void} choose
 */
export function columnHeads(columns, sort, choose) {
  return html`
    <div class="queue-columns" role="group" aria-label=${say('columns.label')}>
      <span class="cells" data-columns=${columns.length}>${columns.map(column => {
    const way = sort?.by === column ? (sort.down ? 'down' : 'up') : null;
    return html`<button type="button" class="cell" data-column=${column} aria-pressed=${String(way !== null)}
        title=${say('columns.sort', { column: say(`columns.${column}`) })} @click=${() => choose(column)}>
        ${say(`columns.${column}`)}<span aria-hidden="true">${way === null ? '' : way === 'up' ? ' ▲' : ' ▼'}</span>
        ${way === null ? nothing : html`<span class="unseen">${say(`columns.${way}`)}</span>`}</button>`;
  })}</span></div>`;
}
