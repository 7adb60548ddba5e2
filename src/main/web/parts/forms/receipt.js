import { html, nothing } from 'lit';

import { select } from '../../live/selection.js';
import { say, sayOf } from '../../text/text.js';
import { localClock, utcClock } from '../../text/time.js';
import { labelOf } from './about.js';

/**
 * What the service answered to a report: that it is on record, where it counts, what to look at.
 *
 * @param {object} receipt as answered, with the call sign it was taken from
 * @param {import('./report.js').ReportForm} form
 */
export function receipt({ seq, receivedAt, incident, protest, areas, similar, warnings, callSign }, form) {
  const { picture } = form;
  const at = Date.parse(receivedAt);
  const type = incident ? 'incident' : 'protest';
  const id = incident ?? protest;
  const show = (kind, which) => () => {
    select({ type: kind, id: which });
    form.close();
  };
  return html`
    <div class="receipt" role="group" aria-label=${say('receipt.label')}>
      <p><strong>${say('receipt.recorded', { time: localClock(at), utc: utcClock(at), seq })}</strong></p>
      <p>${[callSign && say('receipt.by', { unit: callSign }),
    areas.map(area => picture.areas.get(area)?.name ?? area).join(', ')].filter(Boolean).join(' · ')}</p>
      ${warnings.map(warning => html`<p class="warning">${sayOf('warning', warning)}</p>`)}
      ${similar.length === 0 ? nothing : html`
        <p class="warning">${say('receipt.similar', { count: similar.length })}</p>
        <ul>${similar.map(other => html`<li>${similarLine(other, id, picture)}
          <button type="button" @click=${show('incident', other)}>${say('receipt.showSimilar')}</button></li>`)}</ul>`}
      <div class="form-buttons">
        <button type="button" class="primary" @click=${() => form.close()}>${say('dialog.close')} <kbd>Enter</kbd></button>
        <button type="button" @click=${() => form.another()}>${say('receipt.another')}</button>
        ${id ? html`<button type="button" @click=${show(type, id)}>${say('receipt.show')}</button>` : nothing}
      </div>
    </div>`;
}

/** A similar incident by its name, and how far it is when both places are known. */
function similarLine(other, id, picture) {
  const [there, here] = [picture.incidents.get(other), picture.incidents.get(id)];
  if (!there) {
    return say('incident.linkedUnknown');
  }
  return there.location && here?.location
    ? say('receipt.apart', { title: labelOf(there), metres: metres(there.location, here.location) })
    : labelOf(there);
}

/** Metres between two near places, rounded to ten: on a sphere of 6,371 km, flat where they are. */
function metres(a, b) {
  const radians = Math.PI / 180;
  const north = (a.lat - b.lat) * radians;
  const east = (a.lon - b.lon) * radians * Math.cos(a.lat * radians);
  return Math.round(Math.hypot(north, east) * 6_371_000 / 10) * 10;
}
