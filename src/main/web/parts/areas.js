import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import { areaTree, expectedIn } from '../live/lists.js';
import { isSelected, select, Selecting } from '../live/selection.js';
import { basisIn } from '../live/trust.js';
import { hasCrowd, range, ratio } from '../text/figures.js';
import { count, say, sayOf } from '../text/text.js';
import { age, localTime, utcTime } from '../text/time.js';
import { Changes } from './changes.js';
import { planned, trust, trustLine } from './crowd.js';
import { panel } from './panel.js';
import { Part } from './part.js';
import { nextRelief } from './relief.js';
import { shape } from './shapes.js';

const COVERAGE_SHAPE = { reporting: 'dot', quiet: 'ring', silent: 'hexagon' };

/** The columns after the name: key, what is shown, and the text by which a change is noticed. */
const COLUMNS = [
  { key: 'open', text: area => count(area.incidents.open) },
  { key: 'opened', text: area => count(area.incidents.openedLast24h) },
  { key: 'protests', text: ({ protests }) => `${protests.live} ${protests.upcoming}`, show: protests },
  { key: 'crowd', text: area => hasCrowd(area.crowd) ? `${range(area.crowd)} ${area.crowd.best}` : '', show: crowd, below: trusted },
  { key: 'atScene', text: ({ officers }) => `${officers.atScene} ${officers.planned}`, show: atScene },
  { key: 'enRoute', text: area => count(area.officers.enRoute) },
  { key: 'ratio', text: ratioText, show: ratioCell },
  { key: 'arrests', text: area => count(area.arrests.last24h) },
  { key: 'lastHour', text: area => count(area.reports.lastHour) },
  { key: 'lastReport', text: area => area.reports.lastAt ?? '', show: lastReport },
  { key: 'coverage', text: area => area.coverage, show: coverage },
];

/** What is told before all else of an area that is shown alone. */
const FIRST = new Set(['crowd', 'atScene', 'enRoute', 'arrests']);

/**
 * All that is told of one area where it is shown alone: its figures with their names, the crowd beside what was planned
 * and how far it may be trusted, when relief is due.
 *
 * @param {unknown} trend how the crowd changes
 * @returns {[string, unknown][]}
 */
export function areaFacts(area, picture, nowMillis, trend) {
  const figure = ({ key, text, show }) => [[say(`areas.${key}`), show ? show(area, nowMillis) : text(area)]];
  const expected = expectedIn(picture, area.id, nowMillis);
  const more = {
    crowd: cell => [[cell[0][0], html`${cell[0][1]} ${expected ? html`<span class="together">${planned(expected)}</span>` : nothing}`],
      [say('area.trend'), trend], [say('area.trust'), trustOf(area, picture, basis => trust(basis, nowMillis))]],
    atScene: cell => [...cell, [say('area.relief'), nextRelief(area, picture, nowMillis)]],
    arrests: cell => [...cell, [say('areas.injured'), count(area.injured.last24h)]],
  };
  return [...COLUMNS.filter(({ key }) => FIRST.has(key)), ...COLUMNS.filter(({ key }) => !FIRST.has(key))].flatMap(column => (more[column.key] ?? (cell => cell))(figure(column)));
}

/** How far the crowd of an area may be trusted; who is shown no incidents is told that these are left out. */
function trustOf(area, picture, words) {
  const basis = basisIn(picture, area.id);
  const partial = hasCrowd(area.crowd) && !picture.topics.includes('incidents');
  return basis === null && !partial ? null
    : html`${words(basis)} ${partial ? html`<small>${say('trust.partial')}</small>` : nothing}`;
}

function trusted(area, picture, nowMillis) {
  return trustOf(area, picture, basis => trustLine(basis, nowMillis)) ?? nothing;
}

/** The areas as a tree in a table, with their figures. */
class Areas extends Part {
  #changes = new Changes(this);

  constructor() {
    super();
    new Selecting(this);
  }

  render() {
    const rows = areaTree(this.picture);
    return panel({ id: 'areas', heading: say('areas.heading'), staleAt: this.staleAt },
      rows.length === 0 ? html`<p class="empty">${say('areas.none')}</p>` : this.table(rows));
  }

  // The roles say what the elements already say: narrow screens lay the table out as cards, which would take them away.
  table(rows) {
    return html`
      <table class="areas" role="table">
        <caption class="unseen">${say('areas.caption')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" class="name">${say('areas.name')}</th>
            ${COLUMNS.map(({ key }) => html`<th role="columnheader" scope="col" class=${key}>${say(`areas.${key}`)}</th>`)}
          </tr>
        </thead>
        <tbody role="rowgroup">${repeat(rows, row => row.area.id, row => this.row(row))}</tbody>
      </table>`;
  }

  row({ area, depth, parent }) {
    return html`
      <tr role="row" data-area=${area.id} data-depth=${Math.min(depth, 5)}>
        <th role="rowheader" scope="row" class="name">
          <button type="button" class="plain" aria-current=${isSelected('area', area.id) ? 'true' : nothing}
            @click=${() => select({ type: 'area', id: area.id })}>${area.name}</button>
          ${parent ? html`<span class="unseen">, ${say('areas.partOf', { parent: parent.name })}</span>` : nothing}
        </th>
        ${COLUMNS.map(column => this.cell(column, area))}
      </tr>`;
  }

  cell({ key, text, show, below }, area) {
    const changed = this.#changes.note(`${area.id} ${key}`, text(area));
    return html`
      <td role="cell" class="${key} ${changed ? 'changed' : ''}" data-label=${say(`areas.${key}`)}>
        <span class="figure">${show ? show(area, this.nowMillis) : text(area)}</span>
        ${below ? below(area, this.picture, this.nowMillis) : nothing}
      </td>`;
  }
}

function protests({ protests: { live, upcoming } }) {
  return upcoming === 0 ? count(live)
    : html`<span>${count(live)}</span> <small>${say('areas.upcoming', { count: upcoming })}</small>`;
}

function atScene({ officers }) {
  return officers.planned === 0 ? count(officers.atScene)
    : html`<span>${count(officers.atScene)}</span> <small>${say('areas.ofPlanned', { count: officers.planned })}</small>`;
}

function crowd({ crowd: people }) {
  return hasCrowd(people)
    ? html`<span>${range(people)}</span> <small>${say('crowd.best', { best: people.best })}</small>`
    : say('nothing');
}

/** A crowd without an officer is the worst ratio of all, not a missing figure. */
function ratioText(area) {
  const { peoplePerOfficer: each, crowd: people, officers } = area;
  if (each) {
    return `${ratio(each.best)} ${ratio(each.cautious)}`;
  }
  return hasCrowd(people) && people.high > 0 && officers.atScene === 0 ? say('areas.noOfficer') : say('nothing');
}

function ratioCell(area) {
  const each = area.peoplePerOfficer;
  return each
    ? html`<span>${ratio(each.best)}</span> <small>${say('areas.cautious', { value: ratio(each.cautious) })}</small>`
    : ratioText(area);
}

function lastReport({ reports }, nowMillis) {
  if (!reports.lastAt) {
    return say('areas.never');
  }
  const at = Date.parse(reports.lastAt);
  return html`<time datetime=${reports.lastAt} title="${localTime(at, nowMillis)}, ${utcTime(at)}">
    ${age(nowMillis - at)}</time>`;
}

function coverage({ coverage: word }) {
  return html`<span class="worded">${shape(COVERAGE_SHAPE[word] ?? 'ring')}${sayOf('coverage', word)}</span>`;
}

customElements.define('muster-areas', Areas);
