import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

import { inAddress, withInAddress } from '../live/address.js';
import { endingSoon } from '../live/alerts.js';
import { EngineWatch, floodOf } from '../live/desk.js';
import { dropDrafts } from '../live/drafts.js';
import { elapsed } from '../live/elapsed.js';
import { lastReportAt } from '../live/lists.js';
import { fetchLimits } from '../live/old.js';
import { askAhead, forgetAhead } from '../live/outlines.js';
import { isPast } from '../live/past.js';
import { replay } from '../live/replay.js';
import { prefer, prefers, showPreferences } from '../live/preferences.js';
import { select } from '../live/selection.js';
import { clock, isEndOwed, mayBeSignedIn, signOut, whoAmI } from '../live/session.js';
import { shelves } from '../live/shelves.js';
import { soundTest } from '../live/sound-test.js';
import { standing } from '../live/standing.js';
import { NOTHING } from '../live/store.js';
import { forgetBases } from '../live/trust.js';
import { view, Viewing } from '../live/view.js';
import { Watch } from '../live/watch.js';
import { work } from '../live/work.js';
import { zoneInForce } from '../live/zone.js';
import { say, sayOf } from '../text/text.js';
import { both, localClock } from '../text/time.js';
import { announce } from './announce.js';
import './counts.js';
import './forms/actions.js';
import { fetchForms, openForm } from './forms/open.js';
import { mayWrite } from './forms/rights.js';
import { header, wallHeader } from './header.js';
import { actionOf } from './keys.js';
import { closeLater, openLater } from './later.js';
import { Light } from './light.js';
import { closeOrBack } from './menus.js';
import { pulse } from './pulse.js';
import { replayStrip } from './replay-strip.js';
import './shelved.js';
import { tryToken } from './sign-in.js';
import './sound.js';
import { strip, zoneWords } from './strip.js';
import { showTheme, toggleTheme } from './theme.js';
import { Turning } from './turning.js';
import './views.js';

/** Screens with a map on them. */
const WITH_MAP = new Set(['board', 'wall']);

/** While the service cannot be asked who is signed in, it is asked again at this pace. */
const RETRY_MILLIS = 2_000;

/** The whole page: who is signed in, and what they see. */
class App extends Light {
  static properties = {
    stage: { state: true },
    session: { state: true },
    words: { state: true },
  };

  #viewing = new Viewing(this);

  constructor() {
    super();
    /** @type {'starting'|'unreachable'|'signed-out'|'signed-in'} */
    this.stage = 'starting';
    this.session = null;
    this.words = null;
    this.watch = new Watch({ change: () => this.requestUpdate(), ended: credential => this.ended(credential) });
    this.engine = new EngineWatch();
    this.lost = false;
    /** Up to which of the service's other records it was understood that there is another. */
    this.understood = 0;
    this.toldAnew = 0;
    this.toldZone = zoneInForce();
    /** Whether anything was shown yet: what the address wants to be replayed is not preceded by the present. */
    this.wasShown = false;
    this.turning = new Turning(this);
  }

  connectedCallback() {
    super.connectedCallback();
    showTheme();
    showPreferences();
    clock.compare();
    window.addEventListener('keydown', event => this.keyed(event));
    this.addEventListener('muster-find', () => this.find());
    window.addEventListener('hashchange', showTheme);
    setInterval(() => this.requestUpdate(), 1_000);
    window.addEventListener('hashchange', () => this.takeLink());
    this.takeLink();
  }

  /** Signs in with the token of a sign-in link, if this is one, and takes it out of the address and the history first. */
  async takeLink() {
    const token = inAddress('token');
    if (token !== null) {
      history.replaceState(null, '', location.pathname + withInAddress('token', null));
      const refused = await tryToken(token);
      if (refused) {
        this.leave(refused);
        return;
      }
    } else if (this.stage !== 'starting') {
      return;
    } else if (!mayBeSignedIn()) {
      this.leave(null);
      return;
    }
    await this.enter();
  }

  /** Looks who is signed in, for as long as it takes. */
  async enter() {
    const answer = await whoAmI();
    if (answer.ok) {
      this.session = answer.body;
      this.stage = 'signed-in';
      this.words = null;
      if (WITH_MAP.has(view().name)) {
        askAhead();
      }
      this.watch.start();
      fetchLimits();
      standing.then(fetchForms).catch(() => {});
      replay.start();
    } else if (answer.status === 401) {
      this.leave(null);
    } else {
      this.stage = 'unreachable';
      setTimeout(() => this.enter(), RETRY_MILLIS);
    }
  }

  /** Goes to the sign-in, with words when there is something to say. */
  leave(words) {
    this.watch.stop();
    forgetAhead();
    replay.stop();
    this.stage = 'signed-out';
    this.session = null;
    this.words = words;
    this.lost = false;
    this.understood = 0;
    this.toldAnew = 0;
    work.forget();
    shelves.forget();
    forgetBases();
    soundTest.set(false);
    closeLater();
    if (words) {
      announce(words);
    }
  }

  ended(credential) {
    this.leave(say(credential ? 'signIn.ended' : 'signIn.noSession'));
  }

  async signedIn() {
    await this.enter();
    await this.updateComplete;
    this.querySelector('#main')?.focus();
  }

  async signOut() {
    await signOut();
    replay.live();
    select(null);
    dropDrafts();
    this.leave(null);
    announce(say(isEndOwed() ? 'signIn.endOwed' : 'session.signedOut'));
  }

  /** What the menu behind the name offers, and the command line. */
  acts() {
    return {
      theme: () => {
        toggleTheme();
        this.requestUpdate();
      },
      preferences: () => openLater('preferences'),
      letters: () => prefer('letters', !prefers('letters')),
      signOut: () => this.signOut(),
    };
  }

  find() {
    openLater('commands', { page: {
      picture: isPast() ? replay.picture : this.watch.picture, session: this.session, act: this.acts(), isLive: () => this.watch.life().fresh,
    } });
  }

  /** What a part has taken for itself, as the queue takes `/`, does nothing here. */
  keyed(event) {
    const form = what => mayWrite(this.session) && (() => openForm(what));
    const does = this.stage === 'signed-in' && !event.defaultPrevented && {
      help: () => openForm('help'),
      report: form('report'),
      plan: form('plan'),
      close: closeOrBack(event),
      commands: view().name !== 'wall' && (() => this.find()),
      still: () => {
        prefer('still', !prefers('still'));
        announce(say(prefers('still') ? 'still.on' : 'still.off'));
      },
    }[actionOf('everywhere', event)];
    if (does) {
      event.preventDefault();
      does();
    }
  }

  render() {
    const signedIn = this.stage === 'signed-in';
    const { picture, link } = this.watch;
    const life = this.watch.life();
    const now = Date.now() + clock.offsetMillis();
    const live = this.live(life, now);
    const given = this.given(live);
    const silent = signedIn ? this.engine.look(picture.alerting, life.fresh, elapsed()) : null;
    const isWall = signedIn && view().name === 'wall';
    return html`
      <a class="skip" href="#main" @click=${this.skip}>${say('app.skip')}</a>
      ${(isWall ? wallHeader : header)({
        pulse: signedIn ? pulse(life, lastReportAt(picture), now) : nothing,
        desk: signedIn && !isWall ? keyed(link.anew, this.desk(given, live, silent !== null)) : nothing,
        strip: signedIn ? this.strip(life, silent, now) : nothing,
        silent: silent !== null,
        session: this.session,
        acts: this.acts(),
      })}
      ${signedIn ? this.board(given, isWall) : this.outside()}`;
  }

  strip(life, silent, now) {
    const { picture, link } = this.watch;
    return replay.isOn ? replayStrip({
      picture, fresh: life.fresh, silent: silent !== null, nowMillis: now, critical: () => this.turning.toCritical(),
    }) : strip({
      life, link, silent, caughtUp: picture.caughtUp, offsetMillis: clock.offsetMillis(), anew: this.anew(),
      ending: endingSoon(picture.alerts.values(), picture.warned, now),
      floodSince: floodOf(picture.alerting, this.session.name), nowMillis: now,
    });
  }

  /** How to say that one knows of the service's other record; null when there is nothing to know. */
  anew() {
    const { anew } = this.watch.link;
    return anew === this.understood ? null : () => {
      this.understood = anew;
      this.requestUpdate();
      document.getElementById('main').focus();
    };
  }

  outside() {
    switch (this.stage) {
      case 'signed-out':
        return html`<muster-sign-in .words=${this.words} @signed-in=${this.signedIn}></muster-sign-in>`;
      case 'unreachable':
        return html`<main id="main" class="sign-in" tabindex="-1"><h1>${say('start.heading')}</h1>
          <p role="status">${say(navigator.onLine ? 'start.unreachable' : 'start.offline')}</p></main>`;
      default:
        return html`<main id="main" tabindex="-1"></main>`;
    }
  }

  /** The present, as far as it is known. */
  live(life, now) {
    const staleAt = life.fresh || life.word === 'connecting' ? null : this.watch.link.freshWall;
    return { picture: this.watch.picture, staleAt, nowMillis: Math.floor(now / 1_000) * 1_000 };
  }

  /** What each part of the page is given: the present, or a moment of the past; nothing before the first one was answered. */
  given(live) {
    if (isPast()) {
      return { picture: replay.picture, staleAt: null, nowMillis: replay.shown };
    }
    return replay.isOn && !this.wasShown ? { ...live, picture: NOTHING } : live;
  }

  /** What of the header concerns the desk's work. Only what can be heard is always of the present. */
  desk({ picture, staleAt, nowMillis }, live, silent) {
    const { session } = this;
    return live.picture.topics === null ? nothing : html`
      ${picture.topics === null ? nothing : html`
      <muster-counts .picture=${picture} .session=${session} .staleAt=${staleAt} .nowMillis=${nowMillis}></muster-counts>
      <muster-shelved .picture=${picture} .session=${session} .staleAt=${staleAt} .nowMillis=${nowMillis}></muster-shelved>`}
      <muster-sound .picture=${live.picture} .session=${session} .staleAt=${live.staleAt} .nowMillis=${live.nowMillis}
        .silent=${silent}></muster-sound>
      <muster-actions .picture=${picture} .session=${session} .staleAt=${staleAt} .nowMillis=${nowMillis}>
      </muster-actions>`;
  }

  /** The screen that is shown, and the forms. Nothing is worked on before a wall: it has neither them nor a sound. */
  board({ picture, staleAt, nowMillis }, isWall) {
    return html`
      <main id="main" tabindex="-1">
        <h1 class="unseen">${say('app.name')}</h1>
        ${this.watch.link.refused && picture.topics === null ? this.withheld() : keyed(this.watch.link.anew, html`
          <muster-views .picture=${picture} .session=${this.session} .staleAt=${staleAt} .nowMillis=${nowMillis}
            @muster-send=${event => { event.detail.sent = !isPast() && this.watch.say(event.detail.message); }}></muster-views>`)}
      </main>
      ${picture.topics === null || isWall ? nothing : html`
        <muster-forms .picture=${picture} .session=${this.session} .staleAt=${staleAt} .nowMillis=${nowMillis}
          @muster-signed-out=${() => this.ended(false)}></muster-forms>`}`;
  }

  /** In place of every screen, for whom the service gives no stream: why, who can help, and the way out. */
  withheld() {
    const { name, role } = this.session;
    return html`
      <div class="sign-in withheld">
        <h2>${say('withheld.heading')}</h2>
        <p>${this.watch.link.words ?? say('strip.refused')}</p>
        <p>${say('withheld.goesOn', { name, role: sayOf('role', role) })}</p>
        <button type="button" @click=${() => this.signOut()}>${say('session.signOut')}</button>
      </div>`;
  }

  updated() {
    const life = this.watch.life();
    const signedIn = this.stage === 'signed-in';
    this.watch.stream.look(this.lookedAt());
    document.title = !signedIn ? say('app.name')
      : isPast() ? say('replay.title', { time: both(replay.shown, Date.now()) })
        : say('app.title', { state: say(`life.${life.word}`) });
    if (view().name === 'wall') {
      closeLater();
    }
    if (signedIn) {
      this.wasShown ||= !replay.isOn || isPast();
      this.announceFeed(life);
      this.announceZone();
    }
  }

  /** The alert that stands open before somebody; null in a tab that is out of sight, and in a replay. */
  lookedAt() {
    return document.hidden || isPast() ? null : this.querySelector('.place:not([hidden]) .selected[data-type="alert"]')?.dataset.id ?? null;
  }

  /** Says once when the feed is lost or refused, once when it is back, and once when it is that of another record. */
  announceFeed(life) {
    const { anew } = this.watch.link;
    if (life.fresh && anew !== this.toldAnew) {
      this.toldAnew = anew;
      this.lost = false;
      announce(say('strip.anew'));
    } else if (life.word === 'connecting' && life.reason === 'refused' && !this.lost) {
      this.lost = true;
      announce([say('withheld.heading'), this.watch.link.words].filter(Boolean).join('. '));
    } else if (life.word === 'stale' && !this.lost) {
      this.lost = true;
      announce(say('announce.lost', { time: localClock(this.watch.link.freshWall) }));
    } else if (life.fresh && this.lost) {
      this.lost = false;
      announce(say('announce.restored'));
    }
  }

  /** Says once that local times are of another zone from now on. */
  announceZone() {
    const words = zoneInForce() === this.toldZone ? '' : zoneWords(Date.now());
    this.toldZone = zoneInForce();
    if (words) {
      announce(words);
    }
  }

  /** Moves the focus without leaving an anchor in the address. */
  skip(event) {
    event.preventDefault();
    document.getElementById('main').focus();
  }
}

customElements.define('muster-app', App);
