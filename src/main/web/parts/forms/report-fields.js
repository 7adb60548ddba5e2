import { html, nothing } from 'lit';

import { momentBefore, typed } from '../../text/parse.js';
import { say, sayOf, words } from '../../text/text.js';
import { age, localClock, utcClock } from '../../text/time.js';
import { aboutOptions } from './about.js';
import './combo.js';
import { choice, flag, framed, line, lines } from './fields.js';
import { lastOf } from './position.js';
import { split } from './report-body.js';

/** The fields of a report by radio, the quick ones first. @param {import('./report.js').ReportForm} form */
export function reportFields(form) {
  const { values } = form;
  const { moods, methods, statuses, states, unitRoles } = form.catalogue;
  return html`
    <div class="form-row about">
      ${line(form, 'callSign', { label: say('report.callSign'), list: 'report-units', hint: values.before && say('report.callSignStays') })}
      ${about(form)}
      <datalist id="report-units">${[...form.picture.units.keys()].sort().map(unit => html`
        <option value=${unit}></option>`)}</datalist>
    </div>
    <div class="form-row place">
      ${line(form, 'place', { label: say('report.place') })}
      ${line(form, 'crowd', { label: say('report.crowd') })}
      ${choice(form, 'mood', { label: say('report.mood'), options: named('mood', moods) })}
      ${choice(form, 'status', { label: say('report.status'), options: named('status', statuses, say('report.unchanged')) })}
    </div>
    <div class="form-row">${lines(form, 'text', { label: say('report.text') })}</div>
    <div class="form-row about">
      ${line(form, 'when', { label: say('report.when'), hint: moment(form) })}
      ${position(form)}
    </div>
    <div class="form-row four">
      ${line(form, 'officers', { label: say('report.officers'), inputmode: 'numeric' })}
      ${choice(form, 'state', { label: say('report.state'),
        options: named('state', states.filter(state => state !== 'requested'), say('report.stateKept')) })}
      ${choice(form, 'role', { label: say('report.role'), options: named('unitRole', unitRoles) })}
      ${line(form, 'requested', { label: say('report.requested'), inputmode: 'numeric' })}
    </div>
    ${values.arrests.map((_, index) => arrests(form, index))}
    <div class="form-row four">
      ${line(form, 'injured', { label: say('report.injured'), inputmode: 'numeric' })}
      ${line(form, 'injuredOfficers', { label: say('report.injuredOfficers'), inputmode: 'numeric' })}
      ${choice(form, 'method', { label: say('report.method'), options: named('method',
        methods.filter(method => method !== 'estimate'), say('report.estimate')) })}
      ${flag(form, 'emergency', { label: say('report.emergency') })}
    </div>`;
}

function about(form) {
  const { aboutText } = form.values;
  const fault = form.faults.get('about');
  const described = `report-about-hint${fault ? ' report-about-fault' : ''}`;
  return framed(form, 'about', { label: say('report.about'), hint: aboutMeans(form) }, html`
    <muster-combo .fieldId=${'report-about'} .name=${'about'} .text=${aboutText} .described=${described}
      .invalid=${fault ? 'true' : 'false'} .options=${aboutOptions(form.picture, form.catalogue, form.nowMillis)}
      @chosen=${event => form.chosen(event)}></muster-combo>`);
}

function aboutMeans(form) {
  const [kind] = split(form.values.about);
  return say(`report.about.${kind || 'none'}`);
}

function position(form) {
  const callSign = form.values.callSign.trim();
  const last = lastOf(callSign, form.picture);
  return framed(form, 'position', { label: say('report.position'), hint: positionMeans(form, callSign, last) }, html`
    <div class="with-buttons">
      <input id="report-position" name="position" type="text" autocomplete="off" spellcheck="false"
        .value=${form.values.position} aria-invalid=${form.faults.has('position') ? 'true' : 'false'}
        aria-describedby="report-position-hint${form.faults.has('position') ? ' report-position-fault' : ''}">
      <button type="button" @click=${() => form.pick()}>${say('form.pick')}</button>
      ${last ? html`<button type="button" @click=${() => form.set('position', typed(last))}>
        ${say('report.useLast')}</button>` : nothing}
    </div>`);
}

function positionMeans(form, callSign, last) {
  const { position, about } = form.values;
  const [kind] = split(about);
  if (position.trim() || kind === 'incident' || kind === 'protest') {
    return say(position.trim() ? 'report.positionTyped' : 'report.positionKept');
  }
  return last
    ? say('report.positionLast', { unit: callSign, age: age(form.nowMillis - Date.parse(last.at)) })
    : say('report.positionNone');
}

function moment(form) {
  const { when, openedAt } = form.values;
  const at = momentBefore(when, openedAt);
  return at === null ? say('report.whenHint')
    : say('report.whenIs', { local: localClock(at), utc: utcClock(at), age: age(form.nowMillis - at) });
}

function arrests(form, index) {
  const { offences } = form.catalogue;
  const day = new Date(form.values.openedAt).toISOString().slice(0, 10);
  const inForce = offences.filter(({ validFrom, validTo }) => (validFrom ?? '') <= day && day <= (validTo ?? '9999'));
  const options = Object.fromEntries([['', say('report.notStated')],
    ...inForce.filter(({ id }) => id !== 'not-stated').map(({ id, name }) => [id, name])]);
  const last = index === form.values.arrests.length - 1;
  const labelled = (key, more) => ({ label: say(key, { number: index + 1 }), ...more });
  return html`
    <div class="form-row arrests">
      ${line(form, `arrests.${index}.count`, labelled(index === 0 ? 'report.arrests' : 'report.arrestsMore',
        { inputmode: 'numeric' }))}
      ${choice(form, `arrests.${index}.offence`, labelled('report.offence', { options }))}
      ${line(form, `arrests.${index}.age`, labelled('report.age'))}
      ${last ? html`<button type="button" class="at-foot" @click=${() => form.addArrests()}>${say('report.moreArrests')}</button>`
        : html`<span></span>`}
    </div>`;
}

/** Options of a choice: nothing chosen first. */
function named(set, slugs, none = say('form.notSaid')) {
  return Object.fromEntries([['', none], ...slugs.map(slug => [slug, words(sayOf(set, slug))])]);
}
