import { html, nothing } from 'lit';

import { replay } from '../../live/replay.js';
import { announce } from '../../parts/announce.js';
import { Light } from '../../parts/light.js';
import { momentsMeant } from '../../text/moments.js';
import { say } from '../../text/text.js';
import { localInstant } from '../../text/time.js';
import { axisTime } from './axis-time.js';

/** A field for a moment that is typed. A local time that came twice is asked back. */
class GoTo extends Light {
  static properties = {
    moment: { attribute: false },
    now: { attribute: false },
    wrong: { state: true },
    meant: { state: true },
  };

  constructor() {
    super();
    /** Why what was typed leads nowhere. */
    this.wrong = '';
    /** The moments that it may mean, when they are several. @type {number[]} */
    this.meant = [];
  }

  render() {
    return html`
      <form class="axis-go" @submit=${this.submitted}>
        <label for="axis-go">${say('axis.goTo')}</label>
        <input id="axis-go" autocomplete="off" placeholder=${say('axis.goToHint')} aria-invalid=${String(this.wrong !== '')}
          aria-describedby=${this.wrong || this.meant.length ? 'axis-go-wrong' : nothing} @input=${this.changed}>
        ${this.meant.length === 0 ? nothing : html`<span id="axis-go-wrong" class="axis-wrong">${say('axis.twice')}</span>
          ${this.meant.map(millis => html`<button type="button" data-meant=${millis} @click=${() => this.go(millis)}>
            ${localInstant(millis, this.now)}</button>`)}`}
        ${this.wrong ? html`<span id="axis-go-wrong" class="axis-wrong">${this.wrong}</span>` : nothing}
      </form>`;
  }

  changed() {
    this.wrong = '';
    this.meant = [];
  }

  submitted(event) {
    event.preventDefault();
    const meant = momentsMeant(this.querySelector('input').value, this.moment, this.now);
    const past = meant?.filter(millis => millis <= this.now) ?? [];
    this.changed();
    if (meant === null || past.length === 0) {
      this.wrong = say(meant === null ? 'axis.noTime' : meant.length === 0 ? 'axis.leftOut' : 'axis.future');
      announce(this.wrong);
    } else if (past.length > 1) {
      this.meant = past;
      announce(say('axis.twice'));
    } else {
      this.go(past[0]);
    }
  }

  go(millis) {
    this.changed();
    this.querySelector('input').value = '';
    axisTime.follow();
    replay.goTo(millis);
    this.closest('muster-axis')?.takeFocus();
  }
}

customElements.define('muster-go-to', GoTo);
