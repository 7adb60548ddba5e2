import { html, nothing } from 'lit';

import { floodOf } from '../live/desk.js';
import { elapsed } from '../live/elapsed.js';
import { isPast } from '../live/past.js';
import { EMERGENCY_MUTE_MAX_MILLIS, MUTE_MAX_MILLIS } from '../live/mute.js';
import { soundTest } from '../live/sound-test.js';
import { apart, count, say } from '../text/text.js';
import { age } from '../text/time.js';
import { announce } from './announce.js';
import { Calling } from './calling.js';
import { pressed } from './keys.js';
import { Part } from './part.js';
import { player } from './player.js';
import { speak, spoken } from './spoken.js';

/** How often it is looked whether something is to sound or to be told. */
const LOOK_MILLIS = 200;

const MUTES = [EMERGENCY_MUTE_MAX_MILLIS, 5 * 60_000, MUTE_MAX_MILLIS];

/** Lets alerts be heard, as tones and in words: in the header, whether sound is on, muted or blocked. */
class Sound extends Part {
  static properties = {
    /** Whether the engine that raises alerts is heard no more. */
    silent: { attribute: false },
  };

  #calling = new Calling();
  #timer = 0;
  #shows = '';
  #keyed = event => this.keyed(event);

  constructor() {
    super();
    player.follow(this);
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('keydown', this.#keyed);
    this.#timer = setInterval(() => this.look(), LOOK_MILLIS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#keyed);
    clearInterval(this.#timer);
  }

  get isHeard() {
    return this.picture.topics?.includes('alerts') ?? false;
  }

  updated() {
    if (this.isHeard) {
      player.begin();
      this.look();
    }
  }

  look() {
    if (this.isHeard) {
      const now = elapsed();
      this.#calling.look(this.picture, {
        fresh: this.staleAt === null, flood: floodOf(this.picture.alerting, this.session.name) !== null, silent: this.silent, past: isPast(),
      }, now);
      if (this.#shows !== this.state(now).join()) {
        this.requestUpdate();
      }
    }
  }

  /** What the header shows: whether there is sound, and how long a mute lasts. */
  state(now) {
    const left = this.#calling.mute.leftMillis(now);
    if (player.blocked) {
      return ['blocked', ''];
    }
    if (this.#calling.isDrill(now)) {
      return ['drill', ''];
    }
    if (left > 0) {
      return ['muted', clock(left)];
    }
    return [!this.#calling.isMine ? 'elsewhere' : soundTest.isSet ? 'on' : 'untested', ''];
  }

  render() {
    if (!this.isHeard) {
      return nothing;
    }
    const [state, left] = this.state(elapsed());
    this.#shows = [state, left].join();
    return html`
      <details class="sound" data-state=${state}>
        <summary title=${say('sound.menu')}>
          <span aria-hidden="true">♪</span>
          <span class="sound-state">${say(`sound.${state}`, { left })}</span></summary>
        <div class="sound-menu">
          ${state === 'muted' ? html`<button type="button" @click=${() => this.unmute()}>${say('sound.unmute')}
            <kbd>Alt+M</kbd></button>` : nothing}
          ${MUTES.map((millis, index) => html`<button type="button" @click=${() => this.mute(millis)}>
            ${say('sound.mute', { age: length(millis) })}${index === 0 && state !== 'muted' ? html` <kbd>Alt+M</kbd>` : ''}</button>`)}
          <p>${say('sound.emergency')}</p>
          <button type="button" @click=${() => this.test()}>${say('sound.test')}</button>
          <label>${say('sound.tell')}
            <select @change=${event => speak(event.target.value)}>${['all', 'critical', 'off'].map(wanted => html`
              <option value=${wanted} ?selected=${spoken() === wanted}>${say(`sound.tell.${wanted}`)}</option>`)}</select></label>
        </div>
      </details>`;
  }

  mute(millis) {
    this.#calling.mute.start(millis, elapsed());
    announce(say('sound.isMuted', { age: length(millis) }));
    this.requestUpdate();
  }

  unmute() {
    this.#calling.mute.end();
    announce(say('sound.isOn'));
    this.requestUpdate();
  }

  test() {
    player.play('test');
    soundTest.set(!player.blocked);
    this.requestUpdate();
    announce(say(player.blocked ? 'strip.blocked' : 'sound.tested'));
  }

  keyed(event) {
    if (this.isHeard && pressed(event) === 'Alt+M') {
      event.preventDefault();
      if (this.#calling.mute.leftMillis(elapsed()) > 0) {
        this.unmute();
      } else {
        this.mute(EMERGENCY_MUTE_MAX_MILLIS);
      }
    }
  }
}

/** A span that runs out: `0:42`. */
function clock(millis) {
  const seconds = Math.ceil(millis / 1_000);
  return apart(`${count(Math.floor(seconds / 60))}:${count(seconds % 60, { minimumIntegerDigits: 2 })}`);
}

/** A span to choose, in seconds up to a minute. */
function length(millis) {
  return millis <= 60_000 ? say('age.seconds', { value: millis / 1_000 }) : age(millis);
}

customElements.define('muster-sound', Sound);
