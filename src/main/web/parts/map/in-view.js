import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import { basisOf } from '../../live/trust.js';
import { hasCrowd, range } from '../../text/figures.js';
import { count, say, sayOf } from '../../text/text.js';
import { planned, trustWords } from '../crowd.js';
import { titleOf } from '../incident.js';

/** Rows drawn; whoever wants the rest comes closer. */
const ROWS_MAX = 200;

const ORDER = ['incident', 'protest', 'unit', 'area'];

/**
 * What is on the map, in words: areas and things in sight, the most urgent first.
 *
 * @param {object[]} things see `Scene.inView`
 * @param {{type: string, id: string}|null} chosen
 * @param {(ref: {type: string, id: string}) => void} choose
 * @param {number} nowMillis
 */
export function inViewList(things, chosen, choose, nowMillis) {
  const rows = [...things].sort((a, b) => b.rank - a.rank || ORDER.indexOf(a.type) - ORDER.indexOf(b.type)
    || nameOf(a).localeCompare(nameOf(b)));
  return html`
    <h3>${say('map.inViewCount', { count: rows.length })}</h3>
    <ul>${repeat(rows.slice(0, ROWS_MAX), ({ type, id }) => `${type} ${id}`, thing => html`
      <li><button type="button" data-ref="${thing.type} ${thing.id}"
        aria-current=${chosen?.type === thing.type && chosen.id === thing.id ? 'true' : nothing}
        @click=${() => choose(thing)}>
        <span class="in-view-kind">${say(`map.type.${thing.type}`)}${alertWords(thing)}</span>
        <span>${nameOf(thing)}</span>
        <span class="in-view-figures">${figures(thing, nowMillis)}</span>
      </button></li>`)}
    </ul>
    ${rows.length > ROWS_MAX ? html`<p class="empty">${say('map.inViewMore', { count: rows.length - ROWS_MAX })}</p>`
    : nothing}`;
}

/** A thing in one line, to be read aloud. */
export function described(thing, nowMillis) {
  return [`${say(`map.type.${thing.type}`)}${alertWords(thing)}`, nameOf(thing), figures(thing, nowMillis)].filter(Boolean).join(', ');
}

function nameOf({ type, id, object }) {
  switch (type) {
    case 'area':
      return object.name;
    case 'unit':
      return id;
    default:
      return titleOf(object);
  }
}

function alertWords({ rank }) {
  return rank > 0 ? ` · ${say(`map.rank.${rank}`)}` : '';
}

function figures({ type, object, old, basis, expected }, nowMillis) {
  if (type === 'unit') {
    return [say('map.officers', { count: object.count }), sayOf('state', object.state), old ? say('old') : ''].filter(Boolean).join(', ');
  }
  const hasPeople = hasCrowd(object.crowd);
  return [type === 'area' ? '' : sayOf('status', object.status),
    hasPeople ? say('crowd.people', { range: range(object.crowd) }) : say('crowd.none'), expected ? planned(expected) : '',
    hasPeople ? trustWords(type === 'area' ? basis : basisOf(object.crowd), nowMillis) : ''].filter(Boolean).join(', ');
}
