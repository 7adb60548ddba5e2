import { html, nothing } from 'lit';

import { METHODS, SIZES } from '../../live/field/crowds.js';
import { range } from '../../text/figures.js';
import { say, sayOf, words } from '../../text/text.js';
import { about } from './about.js';
import { choice, flag, line, select, stepper } from './inputs.js';
import { where } from './where.js';

const MOODS = ['calm', 'festive', 'tense', 'hostile'];
const AGO = [0, 5, 15, 30, 60];

/** The fields of each form, what is asked most first. @type {Record<string, (form: import('./form.js').ReportForm) => unknown>} */
export const fields = {
  crowd: form => html`
    ${choice(form, 'size', { label: say('crowd.size'), width: 'half', options: Object.fromEntries(
    SIZES.map(([low, high], index) => [`${index}`, high === 0 ? say('crowd.nobody') : range({ low, high })])) })}
    ${about(form, { unit: false })}
    ${choice(form, 'sure', { label: say('sure.label'), width: 'half',
    options: Object.fromEntries(Object.keys(METHODS).map(sure => [sure, say(`sure.${sure}`)])) })}
    ${choice(form, 'mood', { label: say('crowd.mood'), width: 'narrow',
    options: { '': say('notSaid'), ...Object.fromEntries(MOODS.map(mood => [mood, sayOf('mood', mood)])) } })}
    ${tail(form)}`,

  incident: form => html`
    ${about(form, { unit: false })}
    ${sure(form)}
    ${choice(form, 'status', { label: say('incident.status'), width: 'narrow', options: { '': say('notSaid'),
    ...Object.fromEntries(['ongoing', 'contained', 'closed'].map(status => [status, sayOf('status', status)])) } })}
    ${stepper(form, 'injured', { label: say('incident.injured') })}
    ${stepper(form, 'injuredOfficers', { label: say('incident.injuredOfficers') })}
    ${tail(form)}`,

  arrests: form => html`
    ${Array.from({ length: Number(form.values.lines) || 1 }, (_, index) => arrest(form, index))}
    <div class="buttons">
      <button type="button" @click=${() => lines(form, 1)}>${say('arrests.more')}</button>
      ${Number(form.values.lines) > 1
    ? html`<button type="button" @click=${() => lines(form, -1)}>${say('arrests.less')}</button>` : nothing}
    </div>
    ${about(form, { unit: true })}
    ${tail(form)}`,

  support: form => html`
    ${stepper(form, 'count', { label: say('support.count'), steps: [1, 5, 10] })}
    ${role(form, { label: say('support.role'), none: say('support.any') })}
    ${about(form, { unit: true })}
    ${tail(form)}`,

  quiet: form => html`${about(form, { unit: true })}${tail(form)}`,

  methane: form => html`
    ${about(form, { unit: false })}
    ${choice(form, 'major', { label: say('methane.major'), width: 'narrow', options: Object.fromEntries(
    ['declared', 'standby', 'no'].map(major => [major, say(`methane.major.${major}`)])) })}
    ${line(form, 'exactLocation', { label: say('methane.exactLocation') })}
    ${line(form, 'type', { label: say('methane.type') })}
    ${line(form, 'hazards', { label: say('methane.hazards'), rows: 3 })}
    ${line(form, 'access', { label: say('methane.access') })}
    <fieldset class="group"><legend>${say('methane.casualties')}</legend>
      ${['dead', 'serious', 'minor'].map(name => stepper(form, name, { label: say(`methane.${name}`) }))}
      ${flag(form, 'estimated', { label: say('methane.estimated') })}
    </fieldset>
    <fieldset class="group"><legend>${say('methane.services')}</legend>
      ${['police', 'fire', 'ambulance'].map(agency => service(form, agency, say(`agency.${agency}`)))}
      ${line(form, 'agency', { label: say('methane.agency'), max: 64 })}
      ${form.values.agency?.trim() ? service(form, 'other', form.values.agency.trim()) : nothing}
    </fieldset>
    ${tail(form)}`,
};

/** Where, when and a note: at the end of each form. */
function tail(form) {
  return html`
    ${where(form)}
    ${form.values.observedAt ? nothing : select(form, 'ago', { label: say('when.label'), options: AGO.map(minutes => ({
    value: minutes === 0 ? '' : `${minutes}`,
    words: minutes === 0 ? say('when.now') : say('when.ago', { count: minutes }) })) })}
    ${line(form, 'note', { label: say('note.label'), rows: 3 })}`;
}

function sure(form) {
  return choice(form, 'sure', { label: say('sure.label'), width: 'narrow',
    options: { saw: say('sure.saw'), told: say('sure.told') } });
}

function arrest(form, index) {
  const { catalogue } = form.app.known;
  const day = new Date(form.app.nowMillis).toISOString().slice(0, 10);
  const offences = (catalogue?.offences ?? [])
    .filter(({ validFrom, validTo }) => (validFrom ?? '') <= day && day <= (validTo ?? '9999'));
  return html`
    <fieldset class="group"><legend>${say('arrests.line', { number: index + 1 })}</legend>
      ${stepper(form, `count.${index}`, { label: say('arrests.count'), least: 1 })}
      ${select(form, `offence.${index}`, { label: say('arrests.offence'), options: [
    { value: '', words: say('arrests.notStated') },
    ...offences.filter(({ id }) => id !== 'not-stated').map(({ id, name }) => ({ value: id, words: name }))] })}
      ${select(form, `band.${index}`, { label: say('arrests.band'), options: ['', 'under-10', '10-17', '18-24', '25-34', 'over-34']
    .map(band => ({ value: band, words: sayOf('band', band || 'unknown') })) })}
    </fieldset>`;
}

function lines(form, by) {
  form.set('lines', String(Math.max(1, (Number(form.values.lines) || 1) + by)));
}

function service(form, agency, name) {
  return html`
    ${stepper(form, `present.${agency}`, { label: say('methane.present', { agency: name }) })}
    ${stepper(form, `required.${agency}`, { label: say('methane.required', { agency: name }) })}`;
}

/** Kinds of unit. */
export function role(form, { label, none }) {
  const roles = form.app.known.catalogue?.unitRoles ?? [];
  return roles.length === 0 ? nothing : select(form, 'role', { label, options: [{ value: '', words: none },
    ...roles.map(slug => ({ value: slug, words: words(sayOf('unitRole', slug)) }))] });
}
