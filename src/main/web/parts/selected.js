import { html, nothing } from 'lit';

import { Lack } from '../live/missing.js';
import { isPast } from '../live/past.js';
import { select, selected, Selecting } from '../live/selection.js';
import { one } from '../live/session.js';
import { goTo } from '../live/view.js';
import { say } from '../text/text.js';
import { actionOf } from './keys.js';
import { loading, panel } from './panel.js';
import { isBack, Part } from './part.js';
import { KINDS } from './selected/kinds.js';
import { unanswered } from './told.js';

/** What may be asked for by its id when the picture does not hold it. */
const ASKED = { incident: 'incidents', protest: 'protests', alert: 'alerts' };

/** Answers that there is no such thing, or not for who asks. */
const UNKNOWN = new Set([403, 404]);

/** What has a screen of its own. */
const OPENED = new Set(['area', 'protest']);

/** What is selected, in full. What is over for longer than a day is asked for. */
class SelectedPanel extends Part {
  static properties = {
    /** What was asked for: `{type, id, answer}`, the answer null until it is there. */
    asked: { state: true },
  };

  #selecting = new Selecting(this, () => this.toTop());

  constructor() {
    super();
    this.asked = null;
    new Lack(this, 'selected', () => this.unread !== null);
    new Lack(this, 'why', () => this.querySelector('.why-missing') !== null);
    new Lack(this, 'course', () => this.querySelector('.course-missing') !== null);
    this.addEventListener('keydown', event => this.keyed(event));
  }

  /** What was asked for is asked for again after an outage; until the answer it stays as it was. */
  willUpdate(changed) {
    const chosen = selected();
    if (isBack(this, changed) && chosen && this.answerTo(chosen) !== null) {
      this.load(chosen, this.asked.answer.ok ? this.asked.answer : null);
    }
  }

  render() {
    const chosen = selected();
    const kind = KINDS[chosen?.type];
    const object = chosen && (kind.find(chosen.id, this.picture) ?? this.ask(chosen));
    const heading = object ? kind.title(object) : say('board.selected');
    return panel({ id: 'selected', heading, staleAt: this.staleAt, isStop: !chosen }, html`
      ${chosen ? html`<div class="selected-head"><span class="type">${say(`selected.type.${chosen.type}`)}</span>
        ${object ? html`<span class="chips">${kind.chips(object, this.nowMillis)}</span>` : nothing}
        <button type="button" @click=${this.unselect}>${say('selected.none')}</button></div>` : nothing}
      ${object
      ? html`<div class="selected" data-type=${chosen.type} data-id=${chosen.id}>
        ${kind.content(object, this.picture, this.nowMillis, this.session, this.staleAt)}</div>`
      : this.none(chosen)}`);
  }

  /** Why there is nothing to show. */
  none(chosen) {
    const isAwaited = chosen && !isPast() && ASKED[chosen.type] && this.answerTo(chosen) === null;
    return this.unread ? unanswered(this.unread, () => this.again(), 'selected.failed')
      : isAwaited ? loading(say('selected.asked'))
        : html`<p class="empty">${say(chosen && isPast() ? 'selected.notThen' : chosen ? 'selected.unknown' : 'selected.nothing')}</p>`;
  }

  /** What the picture does not hold, once it was answered. */
  ask(chosen) {
    if (isPast() || !ASKED[chosen.type]) {
      return null;
    }
    if (this.asked?.type !== chosen.type || this.asked.id !== chosen.id) {
      this.load(chosen);
    }
    return this.answerTo(chosen)?.ok ? this.asked.answer.body : null;
  }

  /** @param {import('../live/session.js').Answer|null} [before] what is shown until the answer */
  async load({ type, id }, before = null) {
    const asked = { type, id, answer: before };
    this.asked = asked;
    const answer = await one(ASKED[type], id);
    if (this.asked === asked) {
      this.asked = { type, id, answer };
    }
  }

  /** What was answered when this was asked for; null before. */
  answerTo({ type, id }) {
    return this.asked?.type === type && this.asked.id === id ? this.asked.answer : null;
  }

  /** The answer to what is selected that is none; null when there is another one, or there is no such thing. */
  get unread() {
    const chosen = selected();
    const answer = chosen && !isPast() && !KINDS[chosen.type].find(chosen.id, this.picture) ? this.answerTo(chosen) : null;
    return answer && !answer.ok && !UNKNOWN.has(answer.status) ? answer : null;
  }

  /** Asks once more; the button that was pressed goes away. */
  again() {
    this.load(selected());
    this.takeFocus();
  }

  /** Enter on its heading shows it in full, when there is a screen for that; so does the key that leads here, pressed once more. */
  keyed(event) {
    const { type, id } = selected() ?? {};
    const opens = (event.key === 'Enter' && event.target.matches('h2')) || actionOf('everywhere', event) === 'selected';
    if (opens && OPENED.has(type)) {
      event.preventDefault();
      event.stopPropagation();
      goTo(type, id);
    }
  }

  /** Something else begins at its top. */
  toTop() {
    this.querySelector('.panel')?.scrollTo(0, 0);
  }

  unselect() {
    select(null);
  }

  takeFocus() {
    const head = this.querySelector('h2');
    head.tabIndex = -1;
    head.focus();
  }
}

customElements.define('muster-selected', SelectedPanel);
