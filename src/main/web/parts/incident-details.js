import { html, nothing } from 'lit';

import { count, say, sayOf, words } from '../text/text.js';
import { arrests, estimates, units } from './tables.js';

/** What opens below an incident's row: its place, every estimate with who gave it, arrests, units, the first report. */
export function details(incident, nowMillis) {
  return html`
    <div class="row-details">
      <p>${[place(incident.location), reports(incident), ending(incident), crime(incident), partner(incident)]
    .filter(Boolean).join(' · ')}</p>
      ${incident.sensitive ? html`<p>${say('incident.sensitive')}</p>` : nothing}
      ${incident.methane ? methane(incident.methane) : nothing}
      ${estimates(incident, nowMillis)}
      ${arrests(incident)}
      ${units(incident, nowMillis)}
    </div>`;
}

export function reports({ reports: number }) {
  return say('incident.reports', { count: number });
}

/** A partner's own number for it. */
export function partner({ externalRef }) {
  return externalRef ? say('incident.partner', externalRef) : '';
}

/** Where something is, in words and figures; these as they are typed and as devices tell them, in every language. */
export function place(location) {
  if (!location) {
    return say('incident.noPlace');
  }
  const { lat, lon, accuracy } = location;
  const position = say('incident.position', { lat: lat.toFixed(5), lon: lon.toFixed(5) });
  const within = accuracy === undefined ? '' : `${say('incident.accuracy', { metres: Math.round(accuracy) })}`;
  return [location.place, position + within].filter(Boolean).join(' · ');
}

function ending({ closingCategory }) {
  return closingCategory ? say('incident.closedAs', { category: words(closingCategory) }) : '';
}

function crime({ crime: word, crimeRef }) {
  return word ? [sayOf('crime', word), crimeRef].filter(Boolean).join(' ') : '';
}

/** The first report of a major incident: only what was said, in the order of its letters. */
export function methane({ major, exactLocation, type, hazards, access, casualties, services }) {
  const lines = [
    ['major', say(`methane.${major}`)],
    ['exactLocation', exactLocation],
    ['type', type],
    ['hazards', hazards?.join(', ')],
    ['access', access],
    ['casualties', casualties && say(casualties.estimated ? 'methane.estimated' : 'methane.counted', casualties)],
    ['services', services?.map(({ agency, present, required }) =>
      say('methane.service', { agency, present: count(present ?? 0), required: count(required ?? 0) })).join(', ')],
  ];
  return html`<dl class="methane">${lines.filter(([, words]) => words).map(([key, words]) => html`
    <div><dt>${say(`methane.${key}`)}</dt><dd>${words}</dd></div>`)}</dl>`;
}
