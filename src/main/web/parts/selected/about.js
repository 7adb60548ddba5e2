import { html, nothing } from 'lit';

import { isOpenAlert, level } from '../../live/alerts.js';
import { select } from '../../live/selection.js';
import { stateWords } from '../../text/alerts.js';
import { say } from '../../text/text.js';
import { age } from '../../text/time.js';
import { symbol } from '../severity.js';

/** Something else that can be selected, by its name. @param {import('../../live/selection.js').Type} type */
export function link(type, id, words) {
  return html`<button type="button" class="link" @click=${() => select({ type, id })}>${words}</button>`;
}

/** A list of such, under a heading; nothing when it is empty. @param {unknown[]} items */
export function list(id, heading, items) {
  return items.length === 0 ? nothing : html`
    <section aria-labelledby="selected-${id}">
      <h3 id="selected-${id}">${heading}</h3>
      <ul class="links">${items.map(item => html`<li>${item}</li>`)}</ul>
    </section>`;
}

/** Open alerts about it. @param {string[]} ids */
export function alertsAbout(ids, picture, nowMillis) {
  const known = ids.map(id => picture.alerts.get(id)).filter(alert => alert && isOpenAlert(alert));
  return list('alerts', say('selected.alerts', { count: known.length }), known.map(alert => html`
    <span class="worded">${symbol(level(alert), alert.state === 'cleared-unacknowledged')} ${say(`level.${level(alert)}`)}</span>
    ${link('alert', alert.id, alert.message)}
    <small>${stateWords(alert, nowMillis)}, ${age(nowMillis - Date.parse(alert.raisedAt))}</small>`));
}

/** Figures with their names. @param {[string, unknown][]} rows */
export function facts(rows) {
  return html`<dl class="facts">${rows.filter(([, value]) => value !== null && value !== '').map(([name, value]) => html`
    <div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
