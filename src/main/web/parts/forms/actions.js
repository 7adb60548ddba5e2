import { html } from 'lit';

import { Part } from '../part.js';

/** The buttons in the header that open a form: enter a report, plan a protest. */
class Actions extends Part {
  render() {
    return html``;
  }
}

customElements.define('muster-actions', Actions);
