import { isCalling, level } from './alerts.js';

/** Critical alerts and emergencies sound again and again until somebody acknowledges them. */
const REPEAT_MILLIS = 5_000;

/** A high alert sounds a second time when nobody has acknowledged it by then. */
const AGAIN_MILLIS = 60_000;

/**
 * @typedef {'emergency'|'critical'|'high'|'medium'|'lost'|'test'} Tone
 * @typedef {import('./calls.js').Call} Call
 */

/**
 * Which tones are due. It is told of each alert that is raised, once, and asked at every look; it makes no sound and
 * reads no clock. What repeats follows from the alerts as they are, so that a page loaded in the middle sounds too.
 */
export class Tones {
  /** @type {Map<Tone, boolean>} what was raised since the last look, and whether all of it is of drills */
  #raised = new Map();
  /** When each repeating tone was last due. */
  #last = { emergency: -Infinity, critical: -Infinity };
  /** @type {Map<string, number>} high alerts by id, and when they sound again */
  #again = new Map();

  /** An alert was raised, or raised again. @param {Call} call one that is not late */
  heard({ id, level: tone, drill }, now) {
    if (tone === 'high') {
      this.#again.set(id, now + AGAIN_MILLIS);
    }
    if (tone !== 'low') {
      this.#raised.set(tone, drill && (this.#raised.get(tone) ?? true));
    }
  }

  /**
   * What is to sound now, worst first, each tone once.
   *
   * @param {Map<string, import('./store.js').Alert>} alerts as they are
   * @param {(tone: Tone) => boolean} silenced whether a tone is muted; it sounds at once when that is over
   * @param {boolean} flood whether more alerts come than anybody can work: then only critical ones sound
   * @returns {{tone: Tone, drill: boolean}[]}
   */
  due(alerts, now, silenced, flood = false) {
    const standing = this.#standing(alerts);
    for (const tone of ['emergency', 'critical']) {
      if (standing.has(tone) && now - this.#last[tone] >= REPEAT_MILLIS && !this.#raised.has(tone)) {
        this.#raised.set(tone, standing.get(tone));
      }
    }
    for (const [id, at] of this.#again) {
      const alert = alerts.get(id);
      if (now >= at) {
        this.#again.delete(id);
        if (alert?.state === 'unacknowledged' && isCalling(alert)) {
          this.#raised.set('high', alert.drill && (this.#raised.get('high') ?? true));
        }
      }
    }
    const heard = flood ? ['emergency', 'critical'] : ['emergency', 'critical', 'high', 'medium'];
    const tones = heard.filter(tone => this.#raised.has(tone) && !silenced(tone))
      .map(tone => ({ tone, drill: this.#raised.get(tone) }));
    tones.filter(({ tone }) => tone in this.#last).forEach(({ tone }) => { this.#last[tone] = now; });
    this.#raised.clear();
    return tones;
  }

  /** The repeating tones that alerts stand for, and whether all of those are of drills. */
  #standing(alerts) {
    const found = new Map();
    for (const alert of alerts.values()) {
      if (alert.severity === 'critical' && alert.state === 'unacknowledged' && !alert.late && isCalling(alert)) {
        const tone = level(alert);
        found.set(tone, alert.drill && (found.get(tone) ?? true));
      }
    }
    return found;
  }
}
