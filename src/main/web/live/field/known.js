import { ask } from '../session.js';
import { keep, kept } from './kept.js';
import { places } from './middle.js';

/** A plan is offered from so long before its start on. */
const SOON_MILLIS = 4 * 3600 * 1000;

const SHOWN_MAX = 40;

/**
 * @typedef {{id: string, title: string, place: string|null, lastReportAt: string}} Incident
 * @typedef {{id: string, title: string, startsAt: string, status: string}} Protest
 */

/** What the service last told this unit, each with when that was: it is chosen from, also without signal. */
export class Known {
  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
  }

  /** The words that reports may use; null before they were ever read. */
  get catalogue() {
    return kept('known.catalogue')?.value ?? null;
  }

  /** @returns {import('./middle.js').Place[]} */
  get places() {
    return kept('known.places')?.value ?? [];
  }

  /** Open incidents that this unit reported on. @returns {Incident[]} */
  get incidents() {
    return kept('known.incidents')?.value ?? [];
  }

  /** Live protests, and those that start soon. @returns {Protest[]} */
  get protests() {
    return kept('known.protests')?.value ?? [];
  }

  /** When incidents and protests were read, by this phone's clock; null when never. */
  get at() {
    return kept('known.incidents')?.at ?? null;
  }

  /** Reads all of it anew; what cannot be read stays as it was. */
  async read() {
    await Promise.all([
      this.#keep('catalogue', '/catalogue', body => body),
      this.#keep('places', '/areas.geojson', places),
      this.#keep('incidents', `/incidents?status=reported,ongoing,contained&limit=${SHOWN_MAX}`, ({ items }) => items.map(incident)),
      this.#keep('protests', `/protests?status=live,planned&limit=${SHOWN_MAX}`, ({ items }) => items.filter(isNear).map(protest)),
    ]);
    this.changed();
  }

  async #keep(name, path, form) {
    const answer = await ask('GET', path);
    if (answer.ok && answer.body) {
      keep(`known.${name}`, { at: Date.now(), value: form(answer.body) });
    }
  }
}

const incident = ({ id, title, category, location, lastReportAt }) =>
  ({ id, title: title ?? category, place: location?.place ?? null, lastReportAt });

const protest = ({ id, title, startsAt, status }) => ({ id, title, startsAt, status });

const isNear = ({ status, startsAt }) => status === 'live' || Date.parse(startsAt) < Date.now() + SOON_MILLIS;
