import { html, nothing } from 'lit';

import { say } from '../../text/text.js';
import { localTime } from '../../text/time.js';
import { announce, announceNow } from '../announce.js';
import { Light } from '../light.js';

/** As long as somebody must mean it. */
const HOLD_MILLIS = 1_000;

/** A click comes this soon after the press it belongs to. */
const CLICK_MILLIS = 400;

/**
 * The emergency button at the foot of every screen: held for a second by thumb or key; whoever cannot hold, as with a screen
 * reader, presses it and then the button that comes. Fires `emergency` and `understood`.
 */
class Emergency extends Light {
  static properties = {
    /** The last emergency of this phone that nobody has said to know of. @type {import('../../live/field/queue.js').Row|null} */
    row: { attribute: false },
    signedIn: { attribute: false },
    /** Why none can be sent, or null. @type {string|null} */
    barred: { attribute: false },
    nowMillis: { attribute: false },
    stage: { state: true },
  };

  #timer = 0;
  #hadFocus = false;
  /** When the last press ended: the click that follows belongs to it. */
  #endedAt = -Infinity;

  constructor() {
    super();
    this.row = null;
    this.barred = null;
    /** @type {'idle'|'holding'|'asking'} */
    this.stage = 'idle';
  }

  render() {
    const isWaiting = this.row?.state === 'saved';
    return html`
      <div class="emergency" data-stage=${this.stage} role="region" aria-label=${say('emergency.label')}>
        ${this.row ? this.told() : nothing}
        ${this.stage === 'asking' ? html`
          <div class="emergency-asks">
            <p id="emergency-short">${say('emergency.short')}</p>
            <div class="buttons">
              <button type="button" class="danger" aria-describedby="emergency-short" @click=${this.call}>
                ${say('emergency.now')}</button>
              <button type="button" @click=${this.refrain}>${say('emergency.no')}</button>
            </div>
          </div>` : nothing}
        ${this.barred ? html`<p class="emergency-barred">${this.barred}</p>` : nothing}
        ${isWaiting || this.barred ? nothing : html`
          <button type="button" class="hold" @pointerdown=${this.press} @pointerup=${this.release} @pointercancel=${this.release}
            @pointerleave=${this.release} @keydown=${this.onKey} @keyup=${this.release} @blur=${this.release}
            @click=${this.onClick} @contextmenu=${event => event.preventDefault()}>
            <svg class="sos" viewBox="0 0 48 48" width="40" height="40" aria-hidden="true">
              <path d="M15 3h18l12 12v18L33 45H15L3 33V15z" fill="none" stroke="currentColor" stroke-width="3"/>
              <path d="M17 8h14l9 9v14l-9 9H17l-9-9V17z" fill="currentColor"/>
            </svg>
            <span>${say(this.stage === 'holding' ? 'emergency.holding' : 'emergency.hold')}</span>
            <span class="hold-fill" aria-hidden="true"></span>
          </button>`}
      </div>`;
  }

  /** What became of the one that was called. */
  told() {
    const { state, tries, receipt, problem, writtenAt } = this.row;
    const time = at => localTime(at, this.nowMillis);
    const words = state === 'received' ? say('emergency.received', { time: time(Date.parse(receipt.receivedAt)) })
      : state === 'refused' ? say('emergency.refused', { detail: problem.detail })
        : this.signedIn ? say('emergency.saved', { time: time(writtenAt), tries: Math.max(1, tries) }) : say('emergency.signedOut');
    return html`
      <div class="emergency-told" data-state=${state}>
        <p tabindex="-1">${words}</p>
        ${state === 'saved' ? nothing : html`
          <button type="button" @click=${() => this.dispatchEvent(new Event('understood'))}>${say('emergency.understood')}</button>`}
      </div>`;
  }

  press(event) {
    if (event.button > 0 || this.stage === 'holding') {
      return;
    }
    this.stage = 'holding';
    this.#timer = setTimeout(() => this.call(), HOLD_MILLIS);
  }

  /** Let go too early: nothing is sent, and that is said. */
  release() {
    this.#endedAt = performance.now();
    if (this.stage === 'holding') {
      clearTimeout(this.#timer);
      this.ask();
    }
  }

  ask() {
    this.stage = 'asking';
    announceNow(say('emergency.short'));
  }

  /** A key that is held repeats itself. */
  onKey(event) {
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      if (!event.repeat) {
        this.press(event);
      }
    }
  }

  /** A press without holding, as screen readers do it. */
  onClick() {
    if (this.stage === 'idle' && performance.now() - this.#endedAt > CLICK_MILLIS) {
      this.ask();
    }
  }

  call() {
    clearTimeout(this.#timer);
    this.stage = 'idle';
    this.#hadFocus = this.contains(document.activeElement);
    this.dispatchEvent(new Event('emergency'));
  }

  /** The button that had the focus is gone: what became of it stands in its place. */
  updated() {
    if (this.#hadFocus && this.row?.state === 'saved') {
      this.#hadFocus = false;
      this.querySelector('.emergency-told p').focus({ preventScroll: true });
    }
  }

  refrain() {
    this.stage = 'idle';
    announce(say('emergency.cancelled'));
    this.updateComplete.then(() => this.querySelector('.hold')?.focus());
  }
}

customElements.define('muster-emergency', Emergency);
