/**
 * Keeps the screen awake while its host is shown, where the browser does that.
 *
 * @implements {import('lit').ReactiveController}
 */
export class Awake {
  /** Whether it does: null until that is known. @type {boolean|null} */
  isHeld = null;
  #lock = null;
  #shown = false;
  #seen = () => (document.visibilityState === 'visible' ? this.#hold() : this.#letGo());

  /** @param {import('lit').ReactiveControllerHost} host */
  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#shown = true;
    document.addEventListener('visibilitychange', this.#seen);
    this.#hold();
  }

  hostDisconnected() {
    this.#shown = false;
    document.removeEventListener('visibilitychange', this.#seen);
    this.#letGo();
  }

  #letGo() {
    this.#lock?.release();
    this.#lock = null;
  }

  /** A browser takes the lock back whenever the page is out of sight. */
  async #hold() {
    try {
      const lock = await navigator.wakeLock.request('screen');
      if (this.#shown && document.visibilityState === 'visible') {
        this.#letGo();
        this.#lock = lock;
      } else {
        lock.release();
      }
      this.isHeld = true;
    } catch {
      // No such lock without HTTPS, or the battery is low.
      this.isHeld = false;
    }
    this.host.requestUpdate();
  }
}
