/** A fix older than this is told as old. */
export const OLD_MILLIS = 120_000;

/**
 * @typedef {object} Fix
 * @property {number} lat
 * @property {number} lon
 * @property {number} accuracy metres
 * @property {number} at milliseconds of this phone's clock
 */

/** Where this phone is, asked of it while the page is seen and only after its owner said so. */
export class Whereabouts {
  /** The last fix. @type {Fix|null} */
  fix = null;
  /** @type {'unasked'|'looking'|'found'|'denied'|'unavailable'|'insecure'} insecure: the browser tells it over HTTPS only */
  state = 'unasked';
  #watch = null;

  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
  }

  /** Looks by itself where it may without a question. */
  async start() {
    if (!window.isSecureContext || !navigator.geolocation) {
      this.#become(window.isSecureContext ? 'unavailable' : 'insecure');
      return;
    }
    document.addEventListener('visibilitychange', () => this.#seen());
    try {
      const permission = await navigator.permissions.query({ name: 'geolocation' });
      const allowed = () => {
        if (permission.state === 'granted') {
          this.look();
        } else if (permission.state === 'denied') {
          this.#stop();
          this.#become('denied');
        }
      };
      permission.onchange = allowed;
      allowed();
    } catch {
      // A browser that does not say: it is asked when somebody wants it.
    }
  }

  /** Looks; the browser may ask for leave. */
  look() {
    if (this.#watch === null && !['insecure', 'unavailable'].includes(this.state)) {
      this.#become(this.fix ? 'found' : 'looking');
      this.#watch = navigator.geolocation.watchPosition(position => this.#found(position), error => this.#failed(error),
        { enableHighAccuracy: true, maximumAge: 10_000, timeout: 30_000 });
    }
  }

  /** Whether the fix is too old to be where the phone is now. */
  isOld(nowMillis = Date.now()) {
    return this.fix !== null && nowMillis - this.fix.at > OLD_MILLIS;
  }

  #found({ coords: { latitude, longitude, accuracy }, timestamp }) {
    const at = Math.min(Number(timestamp) || Date.now(), Date.now());
    this.fix = { lat: round(latitude, 1e6), lon: round(longitude, 1e6), accuracy: round(accuracy, 10), at };
    this.#become('found');
  }

  #failed({ code, PERMISSION_DENIED }) {
    if (code === PERMISSION_DENIED) {
      this.#stop();
      this.#become('denied');
    } else if (!this.fix) {
      this.#become('looking');
    }
  }

  /** A pocket needs no fix, and the battery is needed. */
  #seen() {
    if (document.visibilityState === 'hidden') {
      this.#stop();
    } else if (this.state === 'found' || this.state === 'looking') {
      this.look();
    }
  }

  #stop() {
    if (this.#watch !== null) {
      navigator.geolocation.clearWatch(this.#watch);
      this.#watch = null;
    }
  }

  #become(state) {
    this.state = state;
    this.changed();
  }
}

const round = (number, steps) => Math.round(number * steps) / steps;
