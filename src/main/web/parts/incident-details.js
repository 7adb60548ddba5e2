import { html, nothing } from 'lit';

import { count, say, sayOf, words } from '../text/text.js';
import { range } from '../text/figures.js';
import { localTime, utcTime } from '../text/time.js';

/** What opens below an incident's row: its place, every estimate with who gave it, its units. */
export function details(incident, nowMillis) {
  return html`
    <div class="incident-details">
      <p>${place(incident.location)} · ${say('incident.reports', { count: incident.reports })}${ending(incident)}</p>
      ${incident.crowd ? estimates(incident.crowd, nowMillis) : html`<p>${words(say('crowd.none'))}</p>`}
      ${units(incident.officers.units ?? [], nowMillis)}
    </div>`;
}

function place(location) {
  if (!location) {
    return say('nothing');
  }
  const { lat, lon, accuracy } = location;
  const position = say('incident.position', { lat: lat.toFixed(5), lon: lon.toFixed(5) });
  const within = accuracy === undefined ? '' : `${say('incident.accuracy', { metres: Math.round(accuracy) })}`;
  return [location.place, position + within].filter(Boolean).join(' · ');
}

function ending({ closingCategory }) {
  return closingCategory ? ` · ${say('incident.closedAs', { category: words(closingCategory) })}` : '';
}

function estimates(crowd, nowMillis) {
  const caption = `${say('incident.estimates')} · ${say('crowd.peakSoFar', { peak: crowd.peak })}`;
  return table(caption, ['observer', 'method', 'people', 'givenAt'], crowd.estimates.map(estimate => [
    estimate.observer,
    words(estimate.method),
    html`${range(estimate)}${estimate.outlier ? html` <b>${say('crowd.outlier')}</b>` : nothing}`,
    moment(estimate.effectiveAt, nowMillis),
  ]));
}

function units(list, nowMillis) {
  if (list.length === 0) {
    return html`<p>${say('incident.noUnits')}</p>`;
  }
  return table(say('incident.units'), ['unit', 'role', 'strength', 'state', 'since'], list.map(unit => [
    unit.unit,
    unit.role ?? say('nothing'),
    count(unit.count),
    sayOf('state', unit.state),
    moment(unit.effectiveAt, nowMillis),
  ]));
}

const NUMBERS = new Set(['people', 'strength']);

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

function moment(at, nowMillis) {
  const millis = Date.parse(at);
  return html`<time datetime=${at} title=${utcTime(millis)}>${localTime(millis, nowMillis)}</time>`;
}
