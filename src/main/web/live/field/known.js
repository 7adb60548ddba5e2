import { ask } from '../session.js';
import { keep, kept } from './kept.js';
import { places } from './middle.js';
import { task } from './tasks.js';

/** A plan is offered from so long before its start on. */
const SOON_MILLIS = 4 * 3600 * 1000;

const SHOWN_MAX = 40;

/** A task that somebody gives is to be seen this soon. */
const TASKS_MILLIS = 15_000;

/** Tasks that were not read for this long may have been overtaken. */
const TASKS_OLD_MILLIS = 60_000;

/**
 * @typedef {{id: string, title: string, place: string|null, lastReportAt: string}} Incident
 * @typedef {{id: string, title: string, startsAt: string, status: string}} Protest
 */

/** What the service last told this unit, each with when that was: it is chosen from, also without signal. */
export class Known {
  #askedForTasksAt = 0;
  /** How many questions were asked, and by kind which of them the kept answer belongs to. */
  #asked = 0;
  #answered = new Map();

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

  /** Where the unit was sent or went, what was spoken of last first. @returns {import('./tasks.js').Task[]} */
  get tasks() {
    return kept('known.tasks')?.value ?? [];
  }

  /** When they were read, by this phone's clock; null when never. */
  get tasksAt() {
    return kept('known.tasks')?.at ?? null;
  }

  /** Whether there may be others by now. */
  areTasksOld(nowMillis) {
    return this.tasksAt === null || nowMillis - this.tasksAt > TASKS_OLD_MILLIS;
  }

  /** Whether it is time to ask for them again. */
  areTasksDue(nowMillis) {
    return nowMillis - this.#askedForTasksAt >= TASKS_MILLIS;
  }

  /** Makes it time: there may be a signal again. */
  askForTasks() {
    this.#askedForTasksAt = 0;
  }

  /** @returns {Promise<boolean>} whether they were told */
  async readTasks() {
    this.#askedForTasksAt = Date.now();
    const told = await this.#keep('tasks', '/tasks', ({ items }) => items.map(task));
    this.changed();
    return told;
  }

  /** Reads all of it anew; what cannot be read stays as it was. */
  async read() {
    await Promise.all([
      this.readTasks(),
      this.#keep('catalogue', '/catalogue', body => body),
      this.#keep('places', '/areas.geojson', places),
      this.#keep('incidents', `/incidents?status=reported,ongoing,contained&limit=${SHOWN_MAX}`, ({ items }) => items.map(incident)),
      this.#keep('protests', `/protests?status=live,planned&limit=${SHOWN_MAX}`, ({ items }) => items.filter(isNear).map(protest)),
    ]);
    this.changed();
  }

  async #keep(name, path, form) {
    const who = kept('name');
    this.#asked += 1;
    const turn = this.#asked;
    const answer = await ask('GET', path);
    // Neither what was asked for the unit before on this phone, nor what a later question overtook.
    if (answer.ok && answer.body && kept('name') === who && turn > (this.#answered.get(name) ?? 0)) {
      this.#answered.set(name, turn);
      keep(`known.${name}`, { at: Date.now(), value: form(answer.body) });
    }
    return answer.ok;
  }
}

const incident = ({ id, title, category, location, lastReportAt }) =>
  ({ id, title: title ?? category, place: location?.place ?? null, lastReportAt });

const protest = ({ id, title, startsAt, status }) => ({ id, title, startsAt, status });

const isNear = ({ status, startsAt }) => status === 'live' || Date.parse(startsAt) < Date.now() + SOON_MILLIS;
