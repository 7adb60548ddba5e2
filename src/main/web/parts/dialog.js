import { html, nothing } from 'lit';

import { say } from '../text/text.js';
import { Light } from './light.js';

/**
 * A dialog beside the work: the rest of the page stays in reach of keyboard and pointer. Esc closes it and gives the focus
 * back to where it came from.
 */
export class Dialog extends Light {
  static properties = {
    shown: { state: true },
  };

  #from = null;

  /** @param {string} name of its texts and ids */
  constructor(name) {
    super();
    this.name = name;
    this.shown = false;
  }

  /** Shows it with the focus in it; when it is shown already the focus goes there. */
  async open() {
    if (!this.contains(document.activeElement)) {
      this.#from = document.activeElement;
    }
    this.shown = true;
    await this.updateComplete;
    const dialog = this.querySelector('dialog');
    if (!dialog.open) {
      dialog.show();
    }
    this.focusFirst();
  }

  close() {
    const within = this.contains(document.activeElement);
    this.shown = false;
    this.querySelector('dialog').close();
    // The focus of somebody who went on elsewhere stays there.
    if (within || document.activeElement === document.body) {
      const from = this.#from?.isConnected && this.#from !== document.body ? this.#from : document.getElementById('main');
      from?.focus();
    }
  }

  focusFirst() {
    this.querySelector('dialog :is(input, select, textarea, button:not(.dialog-close))')?.focus();
  }

  render() {
    return html`
      <dialog class="dialog dialog-${this.name}" aria-labelledby="${this.name}-heading" @keydown=${this.onKey}>
        ${this.shown ? html`
          <div class="dialog-head">
            <h2 id="${this.name}-heading">${this.heading()}</h2>
            <button type="button" class="dialog-close" @click=${this.close}>${say('dialog.close')} <kbd>Esc</kbd></button>
          </div>
          ${this.content()}` : nothing}
      </dialog>`;
  }

  onKey(event) {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    }
  }
}
