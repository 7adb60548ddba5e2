import { html, nothing } from 'lit';

import { say } from '../../text/text.js';

/**
 * @typedef {object} Filled a form as its fields see it
 * @property {Record<string, string>} values
 * @property {Map<string, string>} faults by field
 * @property {(name: string, value: string) => void} set
 */

const idOf = name => `field-${name.replaceAll('.', '-')}`;

function fault(form, name) {
  return form.faults.has(name) ? html`<p id="${idOf(name)}-fault" class="refused">${form.faults.get(name)}</p>` : nothing;
}

const wrong = (form, name) => (form.faults.has(name) ? 'true' : 'false');
const describes = (form, name) => (form.faults.has(name) ? `${idOf(name)}-fault` : nothing);

/**
 * One of a few, tapped. @param {Filled} form
 *
 * @param {{label: string, options: Record<string, string>, width?: 'wide'|'half'|'narrow'}} given how many stand in a row
 */
export function choice(form, name, { label, options, width = 'wide' }) {
  return html`
    <fieldset class="choices ${width}" aria-describedby=${describes(form, name)}>
      <legend>${label}</legend>
      ${fault(form, name)}
      <div class="choices-options">${Object.entries(options).map(([value, words]) => html`
        <label class="choice"><input type="radio" name=${name} value=${value} .checked=${(form.values[name] ?? '') === value}
          @change=${() => form.set(name, value)}><span>${words}</span></label>`)}</div>
    </fieldset>`;
}

/** One of many. @param {{value: string, words: string, group?: string}[]} options */
export function select(form, name, { label, options, hint = nothing }) {
  const value = form.values[name] ?? '';
  const groups = [...new Set(options.map(({ group }) => group))];
  const shown = option => html`<option value=${option.value}
    .selected=${option.value === value}>${option.words}</option>`;
  return html`
    <div class="line">
      <label for=${idOf(name)}>${label}</label>
      ${fault(form, name)}
      <select id=${idOf(name)} name=${name} aria-invalid=${wrong(form, name)} aria-describedby=${describes(form, name)}
        @change=${event => form.set(name, event.target.value)}>
        ${groups.map(group => (group
    ? html`<optgroup label=${group}>${options.filter(option => option.group === group).map(shown)}</optgroup>`
    : options.filter(option => !option.group).map(shown)))}
      </select>
      ${hint}
    </div>`;
}

/** A number that is rarely typed. */
export function stepper(form, name, { label, least = 0, steps = [1] }) {
  const number = Number(form.values[name] || least);
  const by = step => form.set(name, String(Math.max(least, number + step)));
  return html`
    <div class="line">
      <label for=${idOf(name)}>${label}</label>
      ${fault(form, name)}
      <div class="stepper">
        <button type="button" aria-label=${say('input.less', { label })} @click=${() => by(-1)}>−</button>
        <input id=${idOf(name)} name=${name} type="text" inputmode="numeric" pattern="[0-9]*" autocomplete="off"
          .value=${String(form.values[name] ?? least)} aria-invalid=${wrong(form, name)} aria-describedby=${describes(form, name)}
          @input=${event => form.set(name, event.target.value.replace(/\D/g, ''))}>
        ${steps.map(step => html`<button type="button"
          aria-label=${step === 1 ? say('input.more', { label }) : `+${step} ${label}`}
          @click=${() => by(step)}>${step === 1 ? '+' : `+${step}`}</button>`)}
      </div>
    </div>`;
}

export function line(form, name, { label, rows = 1, max = 2_000 }) {
  const common = { id: idOf(name), input: event => form.set(name, event.target.value) };
  return html`
    <div class="line">
      <label for=${common.id}>${label}</label>
      ${fault(form, name)}
      ${rows === 1 ? html`<input id=${common.id} name=${name} type="text" autocomplete="off" maxlength=${max}
        .value=${form.values[name] ?? ''} aria-invalid=${wrong(form, name)} aria-describedby=${describes(form, name)}
        @input=${common.input}>`
    : html`<textarea id=${common.id} name=${name} rows=${rows} maxlength=${max} .value=${form.values[name] ?? ''}
        aria-invalid=${wrong(form, name)} aria-describedby=${describes(form, name)} @input=${common.input}></textarea>`}
    </div>`;
}

export function flag(form, name, { label }) {
  return html`<label class="choice flag"><input type="checkbox" name=${name} .checked=${form.values[name] === 'yes'}
    @change=${event => form.set(name, event.target.checked ? 'yes' : '')}><span>${label}</span></label>`;
}
