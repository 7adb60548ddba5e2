import { html, nothing } from 'lit';

import { why } from '../../live/entries.js';
import { Lack } from '../../live/missing.js';
import { isPast } from '../../live/past.js';
import messages from '../../messages/en-why.js';
import '../../page.js';
import { count, know, say } from '../../text/text.js';
import { Light } from '../light.js';
import { inBothTimes, moment } from '../moment.js';
import { isBack } from '../part.js';
import { unanswered } from '../told.js';
import { facts as rows } from './about.js';

know(messages);

/** Why an alert is there, in the service's own words; the rule and what it saw, folded. Read again when the alert changes, and after an outage. */
class Why extends Light {
  static properties = {
    alert: { attribute: false },
    nowMillis: { attribute: false },
    staleAt: { attribute: false },
    answer: { state: true },
  };

  /** The question whose answer is shown: one that hung is overtaken by the next. */
  #asked = null;

  constructor() {
    super();
    /** @type {import('../../live/session.js').Answer|null} */
    this.answer = null;
    new Lack(this, 'why', () => !isPast() && this.answer?.ok === false);
  }

  willUpdate(changed) {
    if ((changed.has('alert') || isBack(this, changed)) && !isPast()) {
      this.load(changed.has('alert') ? changed.get('alert')?.id : this.alert.id);
    }
  }

  async load(before) {
    const { id } = this.alert;
    if (before !== id) {
      this.answer = null;
    }
    const asked = Symbol(id);
    this.#asked = asked;
    const answer = await why(id);
    if (this.#asked === asked) {
      this.answer = answer;
    }
  }

  render() {
    const { answer } = this;
    if (isPast()) {
      return html`<section class="why" aria-labelledby="why"><h3 id="why">${say('why.heading')}</h3>
        <p class="empty">${say('replay.presentOnly')}</p></section>`;
    }
    return answer === null ? nothing : html`
      <section class="why" aria-labelledby="why">
        <h3 id="why">${say('why.heading')}</h3>
        ${answer.ok ? this.explained(answer.body) : unanswered(answer, () => this.load(this.alert.id), 'why.failed')}
      </section>`;
  }

  explained({ words, rule, facts }) {
    return html`
      <ol class="why-words">${words.map(sentence => html`<li>${inBothTimes(sentence, this.nowMillis)}</li>`)}</ol>
      <details>
        <summary>${say('why.rule')}</summary>
        ${rule ? this.rule(rule) : nothing}
        ${facts.length === 0 ? nothing : html`
          <table class="small why-facts">
            <thead><tr><th scope="col">${say('why.meaning')}</th><th scope="col" class="number">${say('why.number')}</th>
              <th scope="col">${say('why.fact')}</th></tr></thead>
            <tbody>${facts.map(({ fact, meaning, flag, value }) => html`
              <tr><td>${meaning}</td><td class="number">${flag ? say(value === 0 ? 'why.no' : 'why.yes') : count(value)}</td>
                <th scope="row"><code>${fact}</code></th></tr>`)}</tbody>
          </table>`}
      </details>`;
  }

  rule({ id, version, since, when, clearWhen, for: held, values }) {
    const shown = [
      [say('selected.rule'), html`<code>${id}</code> <small>${since
        ? html`${say('why.since', { version: String(version) })} ${moment(since, this.nowMillis)}`
        : say('why.version', { version: String(version) })}</small>`],
      [say('why.when'), html`<code>${when}</code>`],
      [say('why.clearWhen'), clearWhen ? html`<code>${clearWhen}</code>` : null],
      [say('why.for'), held || null],
      [say('why.values'), Object.entries(values ?? {})
        .map(([name, value]) => say('why.value', { name, value })).join(', ')],
    ];
    return rows(shown);
  }
}

customElements.define('muster-why', Why);
