import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';

/**
 * Fields of a form: a label, the control, a hint, and what is wrong with it; the last two belong to the control for screen
 * readers too.
 *
 * @typedef {object} Field
 * @property {string} label
 * @property {unknown} [hint]
 * @property {Record<string, string>} [options] of a choice, words by value
 * @property {string} [list] id of a datalist
 * @property {string} [inputmode]
 */

const idOf = (form, name) => `${form.name}-${name.replaceAll('.', '-')}`;

/** Attributes that tie a control to its words. */
function ties(form, name, hint) {
  const id = idOf(form, name);
  const fault = form.faults.get(name);
  const described = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return { id, fault, described: described || nothing, invalid: fault ? 'true' : 'false' };
}

/** The frame of a field around its control. */
export function framed(form, name, { label, hint }, control) {
  const { id, fault } = ties(form, name, hint);
  return html`
    <div class="field" data-field=${name}>
      <label for=${id}>${label}</label>
      ${control}
      ${fault ? html`<p id="${id}-fault" class="fault">${fault}</p>` : nothing}
      ${hint ? html`<p id="${id}-hint" class="hint">${hint}</p>` : nothing}
    </div>`;
}

/** A line of text. @param {import('./form.js').Form} form @param {string} name @param {Field} field */
export function line(form, name, field) {
  const { id, described, invalid } = ties(form, name, field.hint);
  return framed(form, name, field, html`
    <input id=${id} name=${name} type="text" autocomplete="off" spellcheck="false"
      list=${field.list ?? nothing} inputmode=${field.inputmode ?? nothing}
      .value=${live(form.value(name))} aria-describedby=${described} aria-invalid=${invalid}>`);
}

/** Lines of text; Enter sends, Shift and Enter begin a new line. */
export function lines(form, name, field) {
  const { id, described, invalid } = ties(form, name, field.hint);
  return framed(form, name, field, html`
    <textarea id=${id} name=${name} rows="1" .value=${live(form.value(name))}
      aria-describedby=${described} aria-invalid=${invalid}></textarea>`);
}

/** One of several words; typing its first letters chooses it. */
export function choice(form, name, field) {
  const { id, described, invalid } = ties(form, name, field.hint);
  const value = form.value(name);
  return framed(form, name, field, html`
    <select id=${id} name=${name} aria-describedby=${described} aria-invalid=${invalid}>
      ${Object.entries(field.options).map(([option, words]) => html`
        <option value=${option} ?selected=${option === value} .selected=${live(option === value)}>${words}</option>`)}
    </select>`);
}

/** Something that is so or not. */
export function flag(form, name, field) {
  const { id, fault, described, invalid } = ties(form, name, field.hint);
  return html`
    <div class="field flag" data-field=${name}>
      <input id=${id} name=${name} type="checkbox" .checked=${live(form.value(name) === true)}
        aria-describedby=${described} aria-invalid=${invalid}>
      <label for=${id}>${field.label}</label>
      ${fault ? html`<p id="${id}-fault" class="fault">${fault}</p>` : nothing}
      ${field.hint ? html`<p id="${id}-hint" class="hint">${field.hint}</p>` : nothing}
    </div>`;
}
