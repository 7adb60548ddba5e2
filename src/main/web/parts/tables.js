import { html, nothing } from 'lit';

import { range } from '../text/figures.js';
import { count, say, sayOf, words } from '../text/text.js';
import { aged } from './moment.js';

/** Every estimate of a crowd with who gave it. @param {import('../live/store.js').Figures} figures */
export function estimates({ crowd }, nowMillis) {
  if (!crowd) {
    return html`<p>${words(say('crowd.none'))}</p>`;
  }
  const caption = `${say('incident.estimates')} · ${say('crowd.peakSoFar', { peak: crowd.peak })}`;
  return table(caption, ['observer', 'method', 'people', 'givenAt'], crowd.estimates.map(estimate => [
    estimate.observer,
    words(estimate.method),
    html`${range(estimate)}${estimate.outlier ? html` <b>${say('crowd.outlier')}</b>` : nothing}`,
    aged(estimate.effectiveAt, nowMillis),
  ]));
}

/** The units that are at it or on their way. */
export function units({ officers }, nowMillis) {
  const list = officers.units ?? [];
  if (list.length === 0) {
    return html`<p>${say('incident.noUnits')}</p>`;
  }
  return table(say('incident.units'), ['unit', 'role', 'strength', 'state', 'since'], list.map(unit => [
    unit.unit,
    unit.role ? sayOf('unitRole', unit.role) : say('nothing'),
    count(unit.count),
    sayOf('state', unit.state),
    aged(unit.effectiveAt, nowMillis),
  ]));
}

/** Arrests by offence and by age; what one's role does not show is said, not left out silently. */
export function arrests({ arrests: all }) {
  if (!all || all.total === 0) {
    return nothing;
  }
  const shown = Object.values(all.byAge).reduce((sum, people) => sum + people, 0);
  const hidden = all.total - shown;
  return html`
    ${table(say('arrests.byOffence'), ['offence', 'arrested'], byCount(all.byOffence, words))}
    ${shown === 0 ? nothing : table(say('arrests.byAge'), ['age', 'arrested'],
      Object.entries(all.byAge).map(([band, people]) => [sayOf('band', band), count(people)]))}
    ${hidden > 0 ? html`<p>${say('arrests.hidden', { count: hidden })}</p>` : nothing}`;
}

function byCount(counts, name) {
  return Object.entries(counts).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([slug, people]) => [name(slug), count(people)]);
}

const NUMBERS = new Set(['people', 'strength', 'arrested']);

/** A table whose first column names the row. The roles stay when narrow screens lay the rows out as lines. */
function table(caption, columns, rows) {
  const kind = index => (NUMBERS.has(columns[index]) ? 'number' : '');
  return html`
    <table class="small" role="table">
      <caption>${caption}</caption>
      <thead role="rowgroup"><tr role="row">${columns.map((column, index) => html`
        <th role="columnheader" scope="col" class=${kind(index)}>${say(`incident.${column}`)}</th>`)}
      </tr></thead>
      <tbody role="rowgroup">${rows.map(([name, ...cells]) => html`<tr role="row">
        <th role="rowheader" scope="row">${name}</th>
        ${cells.map((cell, index) => html`<td role="cell" class=${kind(index + 1)}>${cell}</td>`)}
      </tr>`)}</tbody>
    </table>`;
}
