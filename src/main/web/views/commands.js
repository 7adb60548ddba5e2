import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import { isPast } from '../live/past.js';
import { Search } from '../live/search.js';
import { clock } from '../live/session.js';
import messages from '../messages/en-commands.js';
import keys from '../messages/en-help.js';
import '../page.js';
import { announce } from '../parts/announce.js';
import { Dialog } from '../parts/dialog.js';
import { reasonOf } from '../text/refusal.js';
import { know, say } from '../text/text.js';
import { commandsOf, foundOf, matching } from './commands/all.js';

know(messages);
know(keys);

/**
 * Finds by what is typed: actions, screens and things of the loaded picture by their names, then what the service finds by its
 * words. Enter does it or leads to it.
 */
class Commands extends Dialog {
  static properties = {
    words: { state: true },
    at: { state: true },
    /** The page: what it knows, what may be done, whether it is live. @type {{picture: object, session: object, act: object, isLive: () => boolean}} */
    page: { attribute: false },
  };

  #all = [];
  #search = new Search(() => {
    this.requestUpdate();
    announce(this.outcome());
  });

  constructor() {
    super('commands');
    this.words = '';
    this.at = 0;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#search.stop();
  }

  open() {
    this.words = '';
    this.at = 0;
    this.#all = commandsOf(this.page);
    return super.open();
  }

  close() {
    this.#search.stop();
    super.close();
  }

  heading() {
    return say('commands.heading');
  }

  content() {
    const found = this.found();
    const at = Math.min(this.at, found.length - 1);
    return html`
      <div class="commands">
        <label for="command" class="unseen">${say('commands.label')}</label>
        <input id="command" type="text" role="combobox" autocomplete="off" spellcheck="false" placeholder=${say('commands.hint')}
          aria-expanded="true" aria-controls="command-list" aria-autocomplete="list"
          aria-activedescendant=${at < 0 ? nothing : `command-${at}`} .value=${this.words}
          maxlength="200" @input=${({ target }) => this.typed(target.value)} @keydown=${event => this.keyed(event, found, at)}>
        <ul id="command-list" role="listbox" aria-label=${say('commands.list')}>${repeat(found, ({ id }) => id, (one, index) => html`
          <li id="command-${index}" role="option" aria-selected=${String(index === at)} data-command=${one.id}
            @click=${() => this.does(one)}><span>${one.name}</span> <small>${one.kind}</small>
            ${one.key ? html`<kbd>${one.key}</kbd>` : nothing}</li>`)}</ul>
        <p class="commands-words">${this.outcome()}</p>
      </div>`;
  }

  typed(words) {
    this.words = words;
    this.at = 0;
    if (isPast() || !this.page.isLive()) {
      this.#search.stop();
      announce(this.outcome());
    } else {
      this.#search.begin(words, this.page.picture.topics ?? [], new Set(matching(this.#all, words).map(({ id }) => id)));
    }
  }

  /** What the picture holds stays first: nothing that is pointed at moves when the service has answered. */
  found() {
    const { found = [] } = this.#search.state;
    return [...matching(this.#all, this.words), ...foundOf(found, Date.now() + clock.offsetMillis())];
  }

  /** What is to be said of all that was found. */
  outcome() {
    const { state } = this.#search;
    const { found, more, isUncounted, failed } = state;
    const none = this.found().length === 0 ? say('commands.none') : '';
    if (this.words.trim() === '') {
      return '';
    }
    if (state === 'idle') {
      const why = isPast() ? say('commands.past') : this.page.isLive() ? '' : say('commands.notLive');
      return [none, why].filter(Boolean).join(' ');
    }
    return state === 'asking' ? say('commands.asking') : [
      none || (found.length > 0 ? say('commands.found', { count: found.length }) : failed ? '' : say('commands.foundNone')),
      more > 0 || isUncounted ? say(isUncounted ? 'commands.moreThan' : 'commands.more', { count: more }) : '',
      failed ? say('commands.failed', { detail: reasonOf(failed) }) : '',
    ].filter(Boolean).join(' ');
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
