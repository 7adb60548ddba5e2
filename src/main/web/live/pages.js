import { elapsed } from './elapsed.js';

/** The service is asked for what is new at most this often. */
const EVERY_MILLIS = 1_000;

/**
 * A list that comes in pages, newest first, and grows at its head as entries come in.
 *
 * @template {{seq: number}} T
 */
export class Pages {
  /** @type {T[]} */
  items = [];
  /** Where the next page begins; null when there is none. */
  next = null;
  /** Why the last question had no answer, or null. @type {import('./session.js').Answer|null} */
  failed = null;
  /** Whether anything was answered yet. */
  known = false;

  #asking = false;
  #askedAt = -Infinity;
  #again = false;
  #timer = 0;

  /**
   * @param {() => void} changed
   * @param {(before: string|null) => Promise<import('./session.js').Answer>} ask for one page
   */
  constructor(changed, ask) {
    this.changed = changed;
    this.ask = ask;
  }

  /** Asks what is new, now or as soon as it may. */
  refresh() {
    const waits = this.#askedAt + EVERY_MILLIS - elapsed();
    if (this.#asking) {
      this.#again = true;
    } else if (waits > 0) {
      // A timer may be a moment early, and then has to wait once more.
      this.#timer ||= setTimeout(() => {
        this.#timer = 0;
        this.refresh();
      }, waits);
    } else {
      clearTimeout(this.#timer);
      this.#timer = 0;
      this.#head();
    }
  }

  async #head() {
    this.#asking = true;
    this.#askedAt = elapsed();
    const answer = await this.ask(null);
    this.#asking = false;
    this.failed = answer.ok ? null : answer;
    if (answer.ok) {
      this.#merge(answer.body);
    }
    this.changed();
    if (this.#again) {
      this.#again = false;
      this.refresh();
    }
  }

  /** A page that does not reach what is known leaves a gap: the list begins anew with it. */
  #merge({ items, next }) {
    const newest = this.items[0]?.seq ?? -Infinity;
    const fresh = items.filter(({ seq }) => seq > newest);
    const meets = fresh.length < items.length || items.length === 0;
    if (this.known && (meets || next === null)) {
      this.items = [...fresh, ...this.items];
    } else {
      this.items = items;
      this.next = next;
    }
    this.known = true;
  }

  /** Asks for the next page. */
  async more() {
    if (this.next === null || this.#asking) {
      return;
    }
    this.#asking = true;
    const answer = await this.ask(this.next);
    this.#asking = false;
    this.failed = answer.ok ? null : answer;
    if (answer.ok) {
      this.items = [...this.items, ...answer.body.items];
      this.next = answer.body.next;
    }
    this.changed();
  }

  /** Asks nothing more. */
  stop() {
    clearTimeout(this.#timer);
    this.#again = false;
  }
}
