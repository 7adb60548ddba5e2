const KEY = 'muster.sounding';

/** A window that has not said so for this long sounds no more: it was closed, or the browser has put it to sleep. */
const SILENT_MILLIS = 3_000;

/**
 * Which of several windows of one browser sounds: of those that the browser lets sound the one that came into sight last.
 * Each window asks it at every look, and so says that it is still there. Without storage each window sounds.
 */
export class Turn {
  #id = `${Date.now()}.${Math.random()}`;
  #wanted = true;

  constructor() {
    const seen = () => {
      this.#wanted ||= document.visibilityState === 'visible';
    };
    document.addEventListener('visibilitychange', seen);
    window.addEventListener('focus', seen);
    window.addEventListener('pagehide', () => this.#leave());
  }

  /** Whether it is this window's turn. @param {boolean} blocked whether the browser keeps it silent: then another one sounds */
  isMine(blocked) {
    try {
      const { id, at } = JSON.parse(localStorage.getItem(KEY) ?? '{}');
      const free = !id || !(Math.abs(Date.now() - at) < SILENT_MILLIS);
      if (blocked) {
        this.#leave();
        return free || id === this.#id;
      }
      if (id !== this.#id && !free && !this.#wanted) {
        return false;
      }
      this.#wanted = false;
      localStorage.setItem(KEY, JSON.stringify({ id: this.#id, at: Date.now() }));
    } catch {
      // Twice is better than never.
    }
    return true;
  }

  #leave() {
    try {
      if (JSON.parse(localStorage.getItem(KEY) ?? '{}').id === this.#id) {
        localStorage.removeItem(KEY);
      }
    } catch {
      // It is taken for gone in a moment.
    }
  }
}
