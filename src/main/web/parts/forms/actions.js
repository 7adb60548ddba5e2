import { html, nothing } from 'lit';

import { keptDraft } from '../../live/drafts.js';
import { prefers } from '../../live/preferences.js';
import { say } from '../../text/text.js';
import { KEYS, keyName } from '../keys.js';
import { Part } from '../part.js';
import { openForm } from './open.js';
import { whyNot } from './rights.js';

/** The buttons in the header: enter a report, plan a protest, find something (fires `muster-find`); and the help. */
class Actions extends Part {
  render() {
    const why = whyNot(this.session);
    return html`
      <div class="actions" role="group" aria-label=${say('actions.label')}>
        ${this.button('report', why)}
        ${this.button('plan', why)}
        ${this.find()}
        ${this.button('help', '')}
      </div>`;
  }

  /** Its key is always in sight; where single characters do nothing, the other one. */
  find() {
    const key = KEYS.everywhere.commands[prefers('letters') ? 0 : 1];
    return html`
      <button type="button" data-action="find" @click=${() => this.dispatchEvent(new Event('muster-find', { bubbles: true }))}>
        ${say('actions.find')} <kbd>${keyName(key)}</kbd></button>`;
  }

  /** Who may not use it finds out why. */
  button(what, why) {
    const draft = why === '' && what !== 'help' && keptDraft(what, this.session.name) !== null;
    return html`
      <button type="button" data-action=${what} aria-label=${say(`actions.${what}`)} aria-disabled=${why ? 'true' : 'false'} title=${why || nothing}
        aria-describedby=${why ? `why-not-${what}` : nothing}
        @click=${() => (why === '' ? openForm(what) : undefined)}>
        <span class="long">${say(`actions.${what}`)}</span><span class="short">${say(`actions.short.${what}`)}</span> <kbd>${keyName(KEYS.everywhere[what][0])}</kbd>${draft ? html`
          <span class="chip">${say('actions.draft')}</span>` : nothing}</button>
      ${why ? html`<span id="why-not-${what}" class="unseen">${why}</span>` : nothing}`;
  }
}

customElements.define('muster-actions', Actions);
