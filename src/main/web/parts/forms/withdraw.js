import { html } from 'lit';

import { newId } from '../../live/ids.js';
import { ask, clock } from '../../live/session.js';
import { referring } from '../../text/refusal.js';
import { say } from '../../text/text.js';
import { announce } from '../announce.js';
import { line } from './fields.js';
import { Form } from './form.js';

/** Withdraws a report: that cannot be undone, so it is asked first. */
class WithdrawForm extends Form {
  constructor() {
    super('withdraw');
  }

  heading() {
    return say('withdraw.heading');
  }

  blank() {
    return { said: '', reason: '', withdrawal: null };
  }

  /** A reason is no work to be kept. */
  keep() {}

  /** Asks about a report. @param {{report: string, words: string}} told */
  withdraw({ report, words }) {
    const observedAt = new Date(Date.now() + clock.offsetMillis()).toISOString();
    return this.open({ said: words, reason: '', withdrawal: { id: newId(), observedAt, corrects: report, withdrawn: true } });
  }

  fields() {
    return html`
      <p>${say('withdraw.asks')}</p>
      <p class="ask-about">${this.values.said}</p>
      <div class="form-row">${line(this, 'reason', { label: say('withdraw.reason') })}</div>`;
  }

  buttons() {
    return html`
      <button type="submit" class="primary" aria-disabled=${this.busy ? 'true' : 'false'}>
        ${say(this.busy ? 'form.busy' : 'withdraw.submit')} <kbd>Enter</kbd></button>
      <button type="button" @click=${this.close}>${say('withdraw.keep')}</button>`;
  }

  async submit() {
    const { withdrawal, reason } = this.values;
    const answer = await ask('POST', '/reports', { ...withdrawal, ...(reason.trim() && { reason: reason.trim() }) });
    // Taken is the id when the answer to the first try was lost: it was withdrawn then.
    if (answer.ok || answer.body?.code === 'id-taken') {
      announce(say('withdraw.done'));
      this.close();
    } else if (answer.body?.code === 'superseded') {
      this.tell(referring(say('report.superseded'), answer));
    } else {
      await this.refused(answer);
    }
  }

  placeOf(pointer) {
    return pointer.split('/')[1] ?? '';
  }
}

customElements.define('muster-withdraw-form', WithdrawForm);
