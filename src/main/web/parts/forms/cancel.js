import { html } from 'lit';

import { ask, one } from '../../live/session.js';
import { say } from '../../text/text.js';
import { announce } from '../announce.js';
import { labelOf } from './about.js';
import { changesOf } from './changed.js';
import { line } from './fields.js';
import { Form } from './form.js';

/** Cancels a planned protest: that cannot be undone, so it is asked first. */
class CancelForm extends Form {
  constructor() {
    super('cancel');
  }

  heading() {
    return say('cancel.heading');
  }

  blank() {
    return { before: null, tag: null, reason: '' };
  }

  /** A reason is no work to be kept. */
  keep() {}

  /** Asks about a protest, as it is now. */
  async cancel(id) {
    const answer = await one('protests', id);
    await this.open({ ...this.blank(), before: answer.ok ? answer.body : null, tag: answer.tag });
    if (!answer.ok) {
      await this.refused(answer);
    }
  }

  fields() {
    const { before } = this.values;
    return html`
      <p>${before ? say('cancel.asks', { title: labelOf(before) }) : ''}</p>
      <div class="form-row">${line(this, 'reason', { label: say('cancel.reason') })}</div>`;
  }

  /** A plan that was changed since it was looked at is shown before it is cancelled. */
  async submit() {
    const { before, tag, reason } = this.values;
    if (!before) {
      return;
    }
    const now = await one('protests', before.id);
    if (!now.ok) {
      await this.refused(now);
      return;
    }
    if (now.tag !== tag) {
      this.tell(html`${say('plan.changed')} ${changesOf(before, now.body, this.picture, this.nowMillis)}
        ${say('cancel.changedNext')}`, say('plan.changed'));
      this.values = { ...this.values, before: now.body, tag: now.tag };
      return;
    }
    const body = reason.trim() ? { reason: reason.trim() } : undefined;
    const answer = await ask('POST', `/protests/${before.id}/cancel`, body);
    if (answer.ok) {
      announce(say('cancel.done', { title: labelOf(before) }));
      this.close();
    } else {
      await this.refused(answer);
    }
  }

  placeOf(pointer) {
    return pointer.split('/')[1] ?? '';
  }
}

customElements.define('muster-cancel-form', CancelForm);
