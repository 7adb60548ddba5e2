import { html, nothing } from 'lit';

import { level } from '../live/alerts.js';
import { elapsed } from '../live/elapsed.js';
import { EMERGENCY_MUTE_MAX_MILLIS, Mute, MUTE_MAX_MILLIS } from '../live/mute.js';
import { Telling } from '../live/telling.js';
import { Tones } from '../live/tones.js';
import { Turn } from '../live/turn.js';
import { work } from '../live/work.js';
import { newAlerts, summary } from '../text/telling.js';
import { say } from '../text/text.js';
import { age } from '../text/time.js';
import { announce, announceNow } from './announce.js';
import { pressed } from './keys.js';
import { Part } from './part.js';
import { player } from './player.js';
import { speak, spoken } from './spoken.js';

/** How often it is looked whether something is to sound or to be told. */
const LOOK_MILLIS = 200;

/** The word DRILL stands beside the sound for so long after a tone for drills alone. */
const DRILL_MILLIS = 5_000;

const MUTES = [EMERGENCY_MUTE_MAX_MILLIS, 5 * 60_000, MUTE_MAX_MILLIS];

/** Lets alerts be heard, as tones and in words: in the header, whether sound is on, muted or blocked. */
class Sound extends Part {
  #tones = new Tones();
  #telling = new Telling();
  #mute = new Mute();
  #turn = new Turn();
  #timer = 0;
  #unfollow = () => {};
  /** Newest call that was heard. */
  #seq = 0;
  /** The picture whose alerts were told of in a summary. */
  #toldAt = null;
  #wasFresh = false;
  #drillAt = -Infinity;
  #shows = '';
  #keyed = event => this.keyed(event);

  constructor() {
    super();
    this.mine = true;
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('keydown', this.#keyed);
    this.#timer = setInterval(() => this.look(), LOOK_MILLIS);
    this.#unfollow = player.follow(() => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#keyed);
    clearInterval(this.#timer);
    this.#unfollow();
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

  /** What came since the last look is heard; what is due sounds and is told. */
  look() {
    if (!this.isHeard || this.picture.catchingUp) {
      return;
    }
    const now = elapsed();
    this.hear(now);
    this.mine = this.#turn.isMine();
    const fresh = this.staleAt === null;
    const due = fresh ? this.#tones.due(work.shown(this.picture.alerts), now, tone => this.#mute.silences(tone, now))
      : this.#wasFresh ? [{ tone: 'lost', drill: false }] : [];
    this.#wasFresh = fresh;
    due.filter(({ tone }) => this.mine && !this.#mute.silences(tone, now)).forEach(({ tone, drill }) => {
      this.#drillAt = drill ? now : -Infinity;
      player.play(tone, drill);
    });
    for (const sentence of this.#telling.due(now, spoken())) {
      (sentence.region === 'assertive' ? announceNow : announce)(newAlerts(sentence));
    }
    if (this.#shows !== this.state(now).join()) {
      this.requestUpdate();
    }
  }

  /** Hears each call once. What was held while the page was catching up, or stood when it was loaded, is summed up. */
  hear(now) {
    const { picture } = this;
    const calls = picture.calls.filter(({ seq, late }) => seq > this.#seq && !late);
    this.#seq = Math.max(this.#seq, picture.calls.at(-1)?.seq ?? 0);
    for (const call of calls.filter(({ held }) => !held)) {
      this.#tones.heard(call, now);
      this.#telling.heard(call, now);
    }
    if (this.#toldAt !== picture.at) {
      this.#toldAt = picture.at;
      this.sumUp(standing(picture));
    }
    const missed = this.missed(calls);
    this.sumUp(missed);
    ['high', 'medium'].map(one => missed.find(call => call.level === one)).filter(Boolean).slice(0, 1)
      .forEach(call => this.#tones.heard(call, now));
  }

  /** Of what came while the page was catching up, what still waits; an alert that came twice counts once. */
  missed(calls) {
    const newest = new Map(calls.filter(({ held }) => held).map(call => [call.id, call]));
    return [...newest.values()].filter(({ id }) => this.picture.alerts.get(id)?.state === 'unacknowledged');
  }

  sumUp(calls) {
    const words = spoken() === 'off' ? '' : summary(calls);
    if (words !== '') {
      announce(words);
    }
  }

  /** What the header shows: whether there is sound, and how long a mute lasts. */
  state(now) {
    const left = this.#mute.leftMillis(now);
    if (player.blocked) {
      return ['blocked', ''];
    }
    if (now - this.#drillAt < DRILL_MILLIS) {
      return ['drill', ''];
    }
    return left > 0 ? ['muted', clock(left)] : [this.mine ? 'on' : 'elsewhere', ''];
  }

  render() {
    if (!this.isHeard) {
      return nothing;
    }
    const [state, left] = this.state(elapsed());
    this.#shows = [state, left].join();
    return html`
      <details class="sound" data-state=${state} @keydown=${this.closeByKey} @focusout=${this.closeWhenLeft}>
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
    this.#mute.start(millis, elapsed());
    announce(say('sound.isMuted', { age: length(millis) }));
    this.requestUpdate();
  }

  unmute() {
    this.#mute.end();
    announce(say('sound.isOn'));
    this.requestUpdate();
  }

  test() {
    player.play('test');
    announce(say(player.blocked ? 'strip.blocked' : 'sound.tested'));
  }

  keyed(event) {
    if (this.isHeard && pressed(event) === 'Alt+M') {
      event.preventDefault();
      if (this.#mute.leftMillis(elapsed()) > 0) {
        this.unmute();
      } else {
        this.mute(EMERGENCY_MUTE_MAX_MILLIS);
      }
    }
  }

  closeByKey(event) {
    if (event.key === 'Escape' && event.currentTarget.open) {
      event.preventDefault();
      event.currentTarget.open = false;
      event.currentTarget.querySelector('summary').focus();
    }
  }

  closeWhenLeft(event) {
    if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) {
      event.currentTarget.open = false;
    }
  }
}

/** What stands in a picture as if it had just called, oldest first. */
function standing(picture) {
  return [...picture.alerts.values()].filter(alert => alert.state === 'unacknowledged' && !alert.late)
    .map(alert => ({ ...alert, level: level(alert) })).sort((a, b) => (a.raisedAt < b.raisedAt ? -1 : 1));
}

/** A span that runs out: `0:42`. */
function clock(millis) {
  const seconds = Math.ceil(millis / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A span to choose, in seconds up to a minute. */
function length(millis) {
  return millis <= 60_000 ? say('age.seconds', { value: millis / 1_000 }) : age(millis);
}

customElements.define('muster-sound', Sound);
