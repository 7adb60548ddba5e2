import { html } from 'lit';

import { anId, meantInAddress, oneOf, oneOfAreas } from '../../live/address.js';
import { LEVELS, level } from '../../live/alerts.js';
import { say, words } from '../../text/text.js';

/** By what the queue can be narrowed down, each to one value; the empty one is all. */
export const NO_FACETS = { severity: '', state: '', area: '', rule: '' };

const STATES = ['unacknowledged', 'cleared-unacknowledged', 'acknowledged', 'cleared'];

/** @typedef {typeof NO_FACETS} Facets */

/** @param {import('../../live/store.js').State} [picture] once there is one @returns {Facets} */
export function facetsInAddress(picture) {
  return {
    severity: meantInAddress('severity', oneOf(LEVELS), ''),
    state: meantInAddress('state', oneOf(STATES), ''),
    area: meantInAddress('area', oneOfAreas(picture?.areas), ''),
    rule: meantInAddress('rule', anId, ''),
  };
}

/** @param {import('../../live/store.js').Alert[]} alerts @param {Facets} facets */
export function letThrough(alerts, { severity, state, area, rule }) {
  return severity || state || area || rule ? alerts.filter(alert => (!severity || level(alert) === severity)
    && (!state || alert.state === state) && (!area || alert.areas.includes(area)) && (!rule || alert.rule === rule)) : alerts;
}

/**
 * A field for each of them. Areas and rules to choose from are those of the alerts there are.
 *
 * @param {import('../../live/store.js').Alert[]} alerts of the tab
 * @param {Facets} facets
 * @param {import('../../live/store.js').State} picture
 * @param {(facet: string, value: string) => void} choose
 */
export function facetFields(alerts, facets, picture, choose) {
  const fields = {
    severity: LEVELS.map(one => [one, say(`level.${one}`)]),
    state: STATES.map(one => [one, say(`alert.${one}`)]),
    area: named(alerts.flatMap(({ areas }) => areas), facets.area, id => picture.areas.get(id)?.name ?? words(id)),
    rule: named(alerts.map(({ rule }) => rule), facets.rule,
      id => alerts.find(({ rule }) => rule === id)?.ruleTitle ?? words(id)),
  };
  return html`
    <div class="queue-facets" role="group" aria-label=${say('facets.label')}>${Object.entries(fields).map(([facet, values]) => html`
      <label>${say(`facets.${facet}`)} <select data-facet=${facet} @change=${({ target }) => choose(facet, target.value)}>
        <option value="" .selected=${facets[facet] === ''}>${say('facets.all')}</option>
        ${values.map(([value, name]) => html`<option value=${value} .selected=${facets[facet] === value}>${name}</option>`)}
      </select></label>`)}</div>`;
}

/** Each once with its name, by name; the chosen one also when there is none of it now. */
function named(ids, chosen, nameOf) {
  return [...new Set([...ids, ...(chosen ? [chosen] : [])])].map(id => [id, nameOf(id)])
    .sort(([, a], [, b]) => (a < b ? -1 : 1));
}
