import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import messages from '../messages/en-commands.js';
import keys from '../messages/en-help.js';
import '../page.js';
import { Dialog } from '../parts/dialog.js';
import { know, say } from '../text/text.js';
import { commandsOf, matching } from './commands/all.js';

know(messages);
know(keys);

/** The command line: the name of an action, a screen or a thing is typed, Enter does it or leads to it. */
class Commands extends Dialog {
  static properties = {
    words: { state: true },
    at: { state: true },
    /** The page: what it knows, and what may be done. @type {{picture: object, session: object, act: object}} */
    page: { attribute: false },
  };

  #all = [];

  constructor() {
    super('commands');
    this.words = '';
    this.at = 0;
  }

  open() {
    this.words = '';
    this.at = 0;
    this.#all = commandsOf(this.page);
    return super.open();
  }

  heading() {
    return say('commands.heading');
  }

  content() {
    const found = matching(this.#all, this.words);
    const at = Math.min(this.at, found.length - 1);
    return html`
      <div class="commands">
        <label for="command" class="unseen">${say('commands.label')}</label>
        <input id="command" type="text" role="combobox" autocomplete="off" spellcheck="false" placeholder=${say('commands.hint')}
          aria-expanded="true" aria-controls="command-list" aria-autocomplete="list"
          aria-activedescendant=${at < 0 ? nothing : `command-${at}`} .value=${this.words}
          @input=${({ target }) => { this.words = target.value; this.at = 0; }} @keydown=${event => this.keyed(event, found, at)}>
        <ul id="command-list" role="listbox" aria-label=${say('commands.list')}>${repeat(found, ({ id }) => id, (one, index) => html`
          <li id="command-${index}" role="option" aria-selected=${String(index === at)} data-command=${one.id}
            @click=${() => this.does(one)}><span>${one.name}</span> <small>${one.kind}</small>
            ${one.key ? html`<kbd>${one.key}</kbd>` : nothing}</li>`)}</ul>
        <p class="commands-none" role="status">${found.length === 0 ? say('commands.none') : ''}</p>
      </div>`;
  }

  updated() {
    this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  keyed(event, found, at) {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (event.key === 'Enter' && found[at]) {
      event.preventDefault();
      this.does(found[at]);
    } else if (to !== undefined && found.length > 0) {
      event.preventDefault();
      this.at = (to + found.length) % found.length;
    }
  }

  does(command) {
    this.close();
    command.does();
  }
}

customElements.define('muster-commands', Commands);
