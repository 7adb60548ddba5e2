import { html } from 'lit';

import { say } from '../../text/text.js';

/**
 * What of a report cannot be undone, in words: something is over, or units set out. Nothing of all others, and nothing of an
 * emergency, which waits for no question.
 *
 * @param {object} report as it would be sent
 * @param {import('./report-body.js').Values} values that it was made of
 * @returns {string[]} a sentence each
 */
export function whatItDoes({ emergency, incident, protest, category, status, officers = [] }, { aboutText: title }) {
  if (emergency) {
    return [];
  }
  const kind = Object.entries({ incident, protest, category }).find(([, subject]) => subject)?.[0];
  return [
    ...(status === 'closed' && kind ? [say(`report.asks.${kind}`, { title })] : []),
    ...officers.filter(({ state }) => state === 'en-route')
      .map(({ unit, count }) => say(kind ? 'report.asks.sendsTo' : 'report.asks.sends', { unit, count, title })),
  ];
}

/** The question with its answers, at the foot of the form: what was written stays in sight. @param {import('./report.js').ReportForm} form */
export function question(form) {
  // A key that is held down since it sent the form answers nothing.
  const held = event => event.repeat && event.preventDefault();
  return html`
    <div class="form-asks form-buttons" role="group" aria-label=${say('report.asks')}>
      <p id="report-asks">${form.asked.join(' ')}</p>
      <button type="button" class="primary" aria-describedby="report-asks" @keydown=${held} @click=${form.confirm}>
        ${say('report.confirm')} <kbd>Enter</kbd></button>
      <button type="button" @click=${form.back}>${say('report.back')}</button>
    </div>`;
}
