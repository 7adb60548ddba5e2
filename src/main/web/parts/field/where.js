import { html, nothing } from 'lit';

import { say } from '../../text/text.js';
import { age } from '../../text/time.js';
import { choice, select } from './inputs.js';

/** Where it is: the phone's own place, an area, or not known. No map is needed. @param {import('./form.js').ReportForm} form */
export function where(form) {
  const { values, app } = form;
  const { fix } = app.whereabouts;
  const here = fix && !app.whereabouts.isOld() ? say('where.hereFound', { metres: Math.ceil(fix.accuracy) }) : say('where.here');
  const options = {
    ...(values.location && { kept: say('where.kept', { place: placeWords(values.location) }) }),
    here, area: say('where.area'), none: say('where.none'),
  };
  const chosen = values.where ?? '';
  return html`
    ${choice(form, 'where', { label: say('where.label'), options, width: 'narrow' })}
    ${chosen === 'here' ? hereWords(app) : nothing}
    ${chosen === 'area' ? areas(form) : nothing}`;
}

function hereWords({ whereabouts, nowMillis }) {
  const { fix, state } = whereabouts;
  if (fix && !whereabouts.isOld(nowMillis)) {
    return nothing;
  }
  const key = { denied: 'where.denied', unavailable: 'where.unavailable', insecure: 'where.insecure' }[state] ?? 'where.looking';
  return html`
    ${fix ? html`<p class="hint warning">${say('where.old', { age: age(nowMillis - fix.at) })}</p>` : nothing}
    <p class="hint ${key === 'where.looking' ? '' : 'warning'}">${say(key)}</p>`;
}

function areas(form) {
  const { places } = form.app.known;
  if (places.length === 0) {
    return html`<p class="hint warning">${say('where.noAreas')}</p>`;
  }
  const chosen = places.find(({ id }) => id === form.values.area);
  return select(form, 'area', {
    label: say('where.areas'),
    options: [{ value: '', words: say('about.choose') }, ...places.map(({ id, name, parent }) => ({
      value: id, words: parent ? say('where.partOf', { name, parent }) : name }))],
    hint: chosen ? html`<p class="hint">${say('where.middle', { area: chosen.name })}</p>` : nothing,
  });
}

/** A report's place, as words. */
export function placeWords(location) {
  return location === undefined ? say('report.somewhere')
    : location.place ?? say('report.here', { metres: Math.ceil(location.accuracy ?? 0) });
}
