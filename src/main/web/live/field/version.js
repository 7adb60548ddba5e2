/** How often a phone that stays on asks for a new version. */
const LOOK_MILLIS = 30 * 60_000;

/**
 * Keeps the page on this phone, so that it opens without a network, and finds out when there is a newer one. Nothing is
 * replaced before somebody says so.
 */
export class Version {
  /** @type {'none'|'installing'|'ready'|'failed'} whether the page opens without a network; none: this browser cannot */
  offline = 'none';
  /** Whether a newer one waits. */
  waiting = false;
  #registration = null;

  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
  }

  async start() {
    const workers = navigator.serviceWorker;
    if (!workers) {
      return;
    }
    this.offline = workers.controller ? 'ready' : 'installing';
    try {
      this.#registration = await workers.register('field-worker.js', { scope: '/field', updateViaCache: 'none' });
      this.#registration.addEventListener('updatefound', () => this.#follow());
      this.#follow();
      workers.ready.then(() => this.#see());
      setInterval(() => this.#look(), LOOK_MILLIS);
      document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.#look());
      window.addEventListener('online', () => this.#look());
    } catch {
      this.offline = workers.controller ? 'ready' : 'failed';
    }
    this.changed();
  }

  /** Takes the newer one: it becomes the page by a reload. */
  take() {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    this.#registration.waiting?.postMessage('take-over');
  }

  #follow() {
    this.#registration.installing?.addEventListener('statechange', () => this.#see());
    this.#see();
  }

  #see() {
    this.waiting = this.#registration.waiting !== null && navigator.serviceWorker.controller !== null;
    this.offline = this.#registration.active ? 'ready' : this.#registration.installing ? 'installing' : 'failed';
    this.changed();
  }

  #look() {
    this.#registration.update().catch(() => {
      // No network, or the service is away: asked again later.
    });
  }
}
