import { html, nothing } from 'lit';

import { Lack } from '../../live/missing.js';
import { awaited, panel } from '../../parts/panel.js';
import { Part } from '../../parts/part.js';
import { unanswered } from '../../parts/told.js';
import { count, say, words } from '../../text/text.js';
import { Asked } from '../asked.js';

/** Who may know what was on nights before, as the service has it. */
const KNOWN_BY = new Set(['controller', 'supervisor', 'auditor']);
const EVERY_MILLIS = 300_000;
const CRIME_EVERY_MILLIS = 60_000;

/** What an area is to be watched for tonight, and how its alleged crimes were recorded. */
class Tonight extends Part {
  static properties = {
    area: { attribute: false },
  };

  #watchlist = new Asked(this, EVERY_MILLIS);
  #crimes = new Asked(this, CRIME_EVERY_MILLIS);

  constructor() {
    super();
    new Lack(this, 'watchlist', () => this.#watchlist.failed !== null);
    new Lack(this, 'crimes', () => this.#crimes.failed !== null);
  }

  willUpdate() {
    if (KNOWN_BY.has(this.session.role)) {
      const area = encodeURIComponent(this.area);
      this.#watchlist.look(`/watchlist?area=${area}`, this.staleAt === null);
      this.#crimes.look(`/crime-recording?area=${area}`, this.staleAt === null);
    }
  }

  render() {
    if (!KNOWN_BY.has(this.session.role)) {
      return nothing;
    }
    const { staleAt } = this;
    return html`
      ${panel({ id: 'tonight', heading: say('tonight.heading'), staleAt }, this.answered(this.#watchlist, known => this.places(known)))}
      ${panel({ id: 'crimes', heading: say('crimes.heading'), staleAt }, this.answered(this.#crimes, known => this.crimes(known)))}`;
  }

  /** What was answered, or why nothing was; the rest of the screen goes on. */
  answered(asked, show) {
    return html`
      ${unanswered(asked.failed, () => asked.again(), 'tonight.failed')}
      ${asked.known ? show(asked.known) : asked.failed ? nothing : awaited(this.staleAt)}`;
  }

  places({ items }) {
    return items.length === 0 ? html`<p class="empty">${say('tonight.none')}</p>` : html`
      <ul class="links detail-body">${items.map(place => html`<li>
        <span>${place.title ?? words(place.category)}</span>
        <small>${[say('tonight.nights', { count: place.nights }), say('tonight.usual', { from: place.usualFrom, to: place.usualTo }),
    place.units.length === 0 ? '' : say('tonight.units', { units: place.units.map(({ id }) => id).join(', ') })]
    .filter(Boolean).join(' · ')}</small></li>`)}</ul>`;
  }

  crimes({ alleged, recordedInTime, recordedLater, notACrime, open, missing, recordedPercent }) {
    return alleged === 0 ? html`<p class="empty">${say('crimes.none')}</p>` : html`<div class="detail-body">
      <p><strong>${recordedPercent === null ? say('nothing') : say('crimes.share', { percent: recordedPercent })}</strong></p>
      <p>${[say('crimes.alleged', { count: alleged }), say('crimes.inTime', { count: count(recordedInTime) }),
    say('crimes.later', { count: count(recordedLater) }), say('crimes.notACrime', { count: count(notACrime) }),
    say('crimes.open', { count: count(open) }), say('crimes.missing', { count: count(missing) })].join(' · ')}</p></div>`;
  }
}

customElements.define('muster-tonight', Tonight);
