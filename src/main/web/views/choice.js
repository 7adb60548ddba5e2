import { html } from 'lit';

import { say } from '../text/text.js';

/** A choice among a few; the first is all of them. @param {[string, string][]} options slug and words */
export function choice(label, options, chosen, choose) {
  return html`<label class="choice">${label} <select @change=${({ target }) => choose(target.value)}>
    <option value="" .selected=${chosen === ''}>${say('choice.all')}</option>
    ${options.map(([value, words]) => html`<option value=${value} .selected=${chosen === value}>${words}</option>`)}</select></label>`;
}
