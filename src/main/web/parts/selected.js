import { html, nothing } from 'lit';

import { isPast } from '../live/past.js';
import { select, selected, Selecting } from '../live/selection.js';
import { one } from '../live/session.js';
import { goTo } from '../live/view.js';
import { say } from '../text/text.js';
import { panel } from './panel.js';
import { Part } from './part.js';
import { KINDS } from './selected/kinds.js';

/** What may be asked for by its id when the picture does not hold it. */
const ASKED = { incident: 'incidents', protest: 'protests' };

/** What has a screen of its own. */
const OPENED = new Set(['area', 'protest']);

/** What is selected, in full. What is over for longer than a day is asked for. */
class SelectedPanel extends Part {
  static properties = {
    /** What was asked for: `{id, object}`, the object null when there is none of that id within one's rights. */
    asked: { state: true },
  };

  #selecting = new Selecting(this, () => this.toTop());

  constructor() {
    super();
    this.asked = null;
    this.addEventListener('keydown', event => this.keyed(event));
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
        ${kind.content(object, this.picture, this.nowMillis, this.session, this.staleAt !== null)}</div>`
      : html`<p class="empty">${say(chosen && isPast() ? 'selected.notThen' : chosen ? 'selected.unknown' : 'selected.nothing')}</p>`}`);
  }

  /** What the picture does not hold, once it was answered. */
  ask({ type, id }) {
    if (isPast()) {
      return null;
    }
    if (ASKED[type] && this.asked?.id !== id) {
      this.asked = { id, object: null };
      one(ASKED[type], id).then(answer => {
        if (this.asked.id === id) {
          this.asked = { id, object: answer.ok ? answer.body : null };
        }
      });
    }
    return this.asked?.id === id ? this.asked.object : null;
  }

  /** Enter on its heading shows it in full, when there is a screen for that. */
  keyed(event) {
    const { type, id } = selected() ?? {};
    if (event.key === 'Enter' && event.target.matches('h2') && OPENED.has(type)) {
      event.preventDefault();
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
