/**
 * Keeps the rows of a list where they are while the pointer or the focus is inside its element: what is new waits behind
 * a button.
 */
export class Held {
  /** Ids of the rows that stay where they are; null when nothing is held. @type {string[]|null} */
  #ids = null;
  #inside = { pointer: false, focus: false };

  /**
   * @param {import('lit').LitElement} host
   * @param {() => string[]} now ids of the rows as they would stand now
   */
  constructor(host, now) {
    this.host = host;
    this.now = now;
    for (const type of ['pointerenter', 'focusin']) {
      host.addEventListener(type, event => this.#entered(event));
    }
    for (const type of ['pointerleave', 'focusout']) {
      host.addEventListener(type, event => this.#left(event));
    }
  }

  /**
   * The rows to show, and how many new ones wait because rows are held.
   *
   * @template {{id: string}} T
   * @param {T[]} open as they would stand now
   * @param {Map<string, T>} known
   */
  arranged(open, known) {
    if (!this.#ids) {
      return { rows: open, waiting: 0 };
    }
    const held = new Set(this.#ids);
    const rows = this.#ids.map(id => known.get(id)).filter(Boolean);
    return { rows, waiting: open.filter(({ id }) => !held.has(id)).length };
  }

  /** Shows what waited, and holds the rows again where they are then. */
  letGo() {
    this.#hold(this.now());
  }

  /** Rows that somebody has put elsewhere are gone; the others stay where they are. @param {Set<string>} ids */
  drop(ids) {
    this.#hold(this.#ids && this.#ids.filter(id => !ids.has(id)));
  }

  #entered(event) {
    // A finger leaves no pointer behind that could be over the wrong row.
    if (event.type === 'pointerenter' && event.pointerType !== 'mouse') {
      return;
    }
    this.#inside[event.type === 'focusin' ? 'focus' : 'pointer'] = true;
    this.#hold(this.#ids ?? this.now());
  }

  #left(event) {
    if (event.type === 'focusout' && this.host.contains(event.relatedTarget)) {
      return;
    }
    this.#inside[event.type === 'focusout' ? 'focus' : 'pointer'] = false;
    if (!this.#inside.focus && !this.#inside.pointer) {
      this.#hold(null);
    }
  }

  #hold(ids) {
    this.#ids = ids;
    this.host.requestUpdate();
  }
}
