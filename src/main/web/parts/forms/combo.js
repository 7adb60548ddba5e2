import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';

import { say } from '../../text/text.js';
import { Light } from '../light.js';

/** Options drawn at once; typing finds the others. */
const SHOWN = 12;

/**
 * @typedef {object} Option
 * @property {string} value
 * @property {string} label
 * @property {string} hint what choosing it means
 */

/**
 * A field that finds one of many options by typing a part of its words. The best match is taken by Enter or by leaving the
 * field; Enter in a closed list is left to the form. Fires `chosen` with the option, or null when the text was cleared.
 */
class Combo extends Light {
  static properties = {
    fieldId: { attribute: false },
    name: { attribute: false },
    options: { attribute: false },
    text: { attribute: false },
    described: { attribute: false },
    invalid: { attribute: false },
    found: { state: true },
    at: { state: true },
  };

  constructor() {
    super();
    /** @type {Option[]} */
    this.options = [];
    this.text = '';
    /** The matches while the list is open. @type {Option[]|null} */
    this.found = null;
    this.at = 0;
  }

  render() {
    const open = this.found !== null && this.found.length > 0;
    return html`
      <input id=${this.fieldId} name=${this.name} type="text" role="combobox" autocomplete="off" spellcheck="false"
        aria-autocomplete="list" aria-expanded=${String(open)} aria-controls="${this.fieldId}-list"
        aria-activedescendant=${open ? `${this.fieldId}-${this.at}` : nothing}
        aria-describedby=${this.described} aria-invalid=${this.invalid} .value=${live(this.text)}
        @input=${this.typed} @keydown=${this.onKey} @blur=${this.left} @focus=${this.entered} @click=${this.clicked}>
      <ul id="${this.fieldId}-list" class="combo-list" role="listbox" tabindex="-1" aria-label=${say('combo.list')} ?hidden=${!open}>
        ${(this.found ?? []).map((option, index) => html`
          <li id="${this.fieldId}-${index}" role="option" aria-selected=${String(index === this.at)}
            @pointerdown=${event => this.pointed(event, option)}>
            <span class="combo-label">${option.label}</span> <span class="combo-hint">${option.hint}</span></li>`)}
      </ul>
      ${this.found?.length === 0 ? html`<p class="combo-none">${say('combo.none')}</p>` : nothing}`;
  }

  entered({ target }) {
    target.select();
  }

  clicked() {
    this.show(this.found ? this.text : '');
  }

  typed(event) {
    // The form keeps what was chosen; what is typed on the way is this field's own.
    event.stopPropagation();
    this.text = event.target.value;
    if (this.text.trim() === '') {
      this.found = null;
      this.choose(null);
    } else {
      this.show(this.text);
    }
  }

  show(text) {
    this.found = matches(this.options, text).slice(0, SHOWN);
    this.at = 0;
  }

  onKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (this.found) {
        this.at = (this.at + step + this.found.length) % Math.max(1, this.found.length);
        this.updateComplete.then(() => this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }));
      } else {
        this.show('');
      }
    } else if (event.key === 'Enter' && this.found?.length > 0) {
      event.preventDefault();
      this.choose(this.found[this.at]);
    } else if (event.key === 'Tab') {
      // Before the focus moves: an open list would be the next stop.
      this.left();
    } else if (event.key === 'Escape' && this.found) {
      event.preventDefault();
      event.stopPropagation();
      this.found = null;
    }
  }

  pointed(event, option) {
    event.preventDefault();
    this.choose(option);
  }

  /** Leaving the field takes what typing has found; a list that was only looked at takes nothing. */
  left() {
    if (this.found?.length > 0 && this.text.trim() !== '' && !this.options.some(({ label }) => label === this.text)) {
      this.choose(this.found[this.at]);
    }
    this.found = null;
  }

  /** @param {Option|null} option */
  choose(option) {
    this.found = null;
    this.text = option?.label ?? this.text;
    this.dispatchEvent(new CustomEvent('chosen', { detail: option }));
  }
}

/** Options whose words hold all that was typed, best first: at the label's start, at a word's start, anywhere. */
export function matches(options, text) {
  const parts = text.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const rank = ({ label, hint }) => {
    const words = label.toLocaleLowerCase();
    if (parts.length === 0) {
      return 0;
    }
    if (words.startsWith(parts.join(' '))) {
      return 0;
    }
    if (parts.every(part => ` ${words}`.includes(` ${part}`))) {
      return 1;
    }
    return parts.every(part => `${words} ${hint.toLocaleLowerCase()}`.includes(part)) ? 2 : 3;
  };
  return options.map(option => ({ option, rank: rank(option) }))
    .filter(found => found.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ option }) => option);
}

customElements.define('muster-combo', Combo);
