import { html, nothing } from 'lit';

import { keep, kept } from '../../live/field/kept.js';
import { Known } from '../../live/field/known.js';
import { Queue } from '../../live/field/queue.js';
import { Sender } from '../../live/field/sender.js';
import { Version } from '../../live/field/version.js';
import { Whereabouts } from '../../live/field/fix.js';
import { Who } from '../../live/field/who.js';
import { bodyOf, split } from '../../live/field/bodies.js';
import { newId } from '../../live/ids.js';
import { clock, isEndOwed } from '../../live/session.js';
import { say, sayOf } from '../../text/text.js';
import { utcMinutes } from '../../text/time.js';
import { announce, announceNow } from '../announce.js';
import { Light } from '../light.js';
import { tryToken } from '../sign-in.js';
import './emergency.js';
import { ReportForm } from './form.js';
import { head } from './head.js';
import { home } from './home.js';
import { Heard } from './heard.js';
import { notices } from './notices.js';
import { reports } from './reports.js';
import { FORMS, route } from './route.js';
import { settings, theme } from './settings.js';
import { tasks } from './tasks.js';

/** The field page: one unit, one thumb, with or without signal. */
export class FieldApp extends Light {
  constructor() {
    super();
    const changed = () => this.requestUpdate();
    this.queue = new Queue(changed);
    this.who = new Who(() => this.becameWho());
    this.sender = new Sender(this.queue, this.who, changed);
    this.known = new Known(changed);
    this.whereabouts = new Whereabouts(changed);
    this.version = new Version(changed);
    this.heard = new Heard(this);
    this.route = route();
    /** @type {ReportForm|null} */
    this.form = null;
    this.isOpen = false;
    this.isPersistent = false;
    /** Whether this is known to be a private window. Chromium does not tell. */
    this.isPrivate = false;
    this.firstSteps = false;
    this.leaving = false;
    /** What is asked about a report before it is done. @type {{id: string, verb: string}|null} */
    this.asking = null;
    /** Why one has to sign in, or why it did not work. @type {string|null} */
    this.words = null;
    this.nowMillis = Date.now();
  }

  async connectedCallback() {
    super.connectedCallback();
    document.documentElement.dataset.theme = theme();
    window.addEventListener('hashchange', () => this.routed());
    window.addEventListener('popstate', () => this.routed());
    window.addEventListener('storage', ({ key }) => this.form?.changedElsewhere(key));
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.compareClocks());
    for (const event of ['online', 'offline']) {
      window.addEventListener(event, () => this.requestUpdate());
    }
    window.addEventListener('online', () => {
      this.known.askForTasks();
      this.lookForTasks();
    });
    setInterval(() => {
      this.nowMillis = Date.now();
      this.requestUpdate();
      this.lookForTasks();
    }, 1_000);
    this.whereabouts.start();
    this.version.start();
    await this.queue.open();
    this.isOpen = true;
    this.takeForm();
    this.requestUpdate();
    await this.takeLink();
    this.sender.start();
    await this.who.look();
    this.persist();
  }

  /** Reports that wait must not be cleared for space: browsers grant it to pages that are used. */
  async persist() {
    this.isPersistent = await navigator.storage?.persist?.().catch(() => false) ?? false;
    // Private windows of Firefox and Safari refuse this one.
    this.isPrivate = await navigator.storage?.getDirectory?.().then(() => false, () => true) ?? false;
    this.requestUpdate();
  }

  /** Somebody may have set the phone's clock meanwhile. */
  async compareClocks() {
    await clock.compare();
    this.requestUpdate();
  }

  /** Signs in with the token of a link, and takes it out of the address first. */
  async takeLink() {
    const token = new URLSearchParams(location.hash.slice(1)).get('token');
    if (token !== null) {
      history.replaceState(null, '', location.pathname);
      this.route = route();
      this.words = await tryToken(token);
      await this.who.look();
    }
  }

  becameWho() {
    if (this.who.state === 'in') {
      this.words = null;
      this.known.read();
      this.compareClocks();
      this.sender.now();
      if (this.route.screen === 'sign-in') {
        this.leave('');
      }
    }
    this.takeForm();
    this.requestUpdate();
  }

  async signedIn() {
    await this.who.look();
  }

  async signOut() {
    await this.queue.forgetReceived();
    await this.who.leave();
    this.leaving = false;
    document.documentElement.dataset.theme = theme();
    this.leave('');
    announce(say(isEndOwed() ? 'signIn.endOwed' : 'say.signedOut'));
  }

  askToLeave(leaving) {
    this.leaving = leaving;
    this.requestUpdate();
  }

  /** Whether it is worth saying "send": the last that was heard of the network and of the service. */
  isOnline() {
    return navigator.onLine !== false && this.who.state !== 'unreachable';
  }

  async routed() {
    if (new URLSearchParams(location.hash.slice(1)).has('token')) {
      await this.takeLink();
    }
    const before = this.route;
    this.route = route();
    if (before.screen === this.route.screen && before.id === this.route.id) {
      return;
    }
    this.asking = null;
    this.leaving = false;
    this.takeForm();
    this.requestUpdate();
    await this.updateComplete;
    scrollTo(0, 0);
    this.querySelector('main h1')?.focus();
    if (['', 'reports', 'tasks'].includes(this.route.screen) && this.who.state === 'in') {
      this.known.read();
    }
  }

  /** To another screen in place of this one: Back does not lead into a form that was sent. */
  leave(screen) {
    history.replaceState(null, '', location.pathname + (screen ? `#${screen}` : ''));
    this.routed();
  }

  takeForm() {
    const { screen, id } = this.route;
    const row = id && this.queue.row(id);
    this.form = !this.isOpen || !this.who.name || !this.who.isUnit ? null : FORMS.includes(screen) ? new ReportForm(this, screen)
      : row && row.values ? new ReportForm(this, row.kind, { verb: screen, row }) : null;
  }

  /** Something was written: it is tried at once. */
  written() {
    announce(say('say.saved'));
    this.sender.now();
  }

  /** Somebody says that what another one wrote is to be sent as theirs. */
  async takeOver(from) {
    await this.queue.takeOver(from, this.who.name);
    this.sender.now();
  }

  workOn(about) {
    keep('about', about || null);
    this.requestUpdate();
  }

  /** Whoever looks at the page is to see soon that the unit was sent somewhere, and soon that nothing can be heard of it. */
  async lookForTasks() {
    if (this.who.state !== 'in' || !this.who.isUnit || document.visibilityState !== 'visible'
      || !this.known.areTasksDue(this.nowMillis)) {
      return;
    }
    if (!(await this.known.readTasks())) {
      await this.who.look();
      if (this.who.state === 'unreachable') {
        this.sender.pump();
      }
    }
  }

  /** The place of a task that is neither an incident nor a protest. @param {string} about */
  placeOf(about) {
    return about.startsWith('place:') ? this.known.tasks.find(task => task.about === about)?.location ?? null : null;
  }

  /** What the unit said of a task that the service does not know yet; null when it knows all. */
  saidOf({ about }) {
    const [kind, id] = split(about);
    const place = this.placeOf(about);
    return this.queue.rows.findLast(row => row.kind === 'status' && row.state === 'saved' && row.who === this.who.name
      && (place ? row.body.location?.lat === place.lat && row.body.location.lon === place.lon : row.body[kind] === id))
      ?.body.officers[0].state ?? null;
  }

  /** Says what the unit does about a task, by one tap, and goes on with it. @param {import('../../live/field/tasks.js').Task} task */
  async takeUp({ about }, state) {
    this.workOn(about);
    await this.tellStatus(state);
    this.querySelector('main h1')?.focus({ preventScroll: true });
  }

  /** What the unit does, by one tap. @param {string} state */
  async tellStatus(state) {
    if (!kept('officers')) {
      this.firstSteps = true;
      location.hash = 'settings';
      return;
    }
    const { fix } = this.whereabouts;
    const about = kept('about') ?? '';
    const place = this.placeOf(about);
    const values = { ...(place ? { about: '', where: 'kept', location: place }
      : { about, where: fix && !this.whereabouts.isOld() ? 'here' : '' }), state,
    count: String(kept('officers')), role: kept('role-of-unit') ?? '' };
    const { body, follows } = bodyOf('status', values, { unit: this.who.name, nowMillis: Date.now(), fix, places: [], say,
      clock: utcMinutes });
    await this.queue.add({ who: this.who.name, kind: 'status', body: { id: newId(), ...body }, follows });
    this.written();
  }

  /** An officer in danger. Nothing is in it that could be refused. */
  async emergency() {
    const { fix } = this.whereabouts;
    const { body: { location } } = bodyOf('quiet', { where: fix ? 'here' : '' }, { unit: '', nowMillis: Date.now(), fix, places: [],
      say, clock: utcMinutes });
    const body = { id: newId(), observedAt: new Date().toISOString(), emergency: true, ...(location && { location }) };
    announceNow(say('emergency.called'));
    await this.queue.add({ who: this.who.name, kind: 'emergency', body });
    this.sender.emergency();
  }

  ask(id, verb) {
    this.asking = id && { id, verb };
    this.requestUpdate();
  }

  async answer(reason) {
    const { id, verb } = this.asking;
    this.asking = null;
    if (verb === 'drop') {
      await this.queue.drop(id);
    } else {
      await this.queue.withdraw(id, reason);
      this.sender.now();
    }
    this.querySelector('main h1')?.focus();
  }

  render() {
    const emergency = this.queue.rows.findLast(({ kind, who, id }) => kind === 'emergency' && (who === this.who.name || who === null)
      && !(kept('understood') ?? []).includes(id));
    return html`
      <a class="skip" href="#main" @click=${this.skip}>${say('field.skip')}</a>
      ${head(this)}
      ${this.isOpen ? notices(this) : nothing}
      ${this.screen()}
      <muster-emergency .row=${emergency ?? null} .signedIn=${this.who.state !== 'out'} .nowMillis=${this.nowMillis}
        .barred=${barred(this.who)} @emergency=${this.emergency} @understood=${() => this.understood(emergency.id)}></muster-emergency>`;
  }

  understood(id) {
    keep('understood', [...(kept('understood') ?? []), id].slice(-20));
    this.requestUpdate();
    // The button that had the focus goes.
    this.updateComplete.then(() => this.querySelector('main h1')?.focus({ preventScroll: true }));
  }

  screen() {
    const { screen } = this.route;
    if (screen === 'sign-in' || (this.who.state === 'out' && !(this.who.name && this.who.isUnit))) {
      return html`
        <muster-sign-in .words=${this.words} @signed-in=${this.signedIn}></muster-sign-in>
        ${this.who.name && this.who.isUnit ? html`<nav class="links" aria-label=${say('field.back')}>
          <a class="button" href="#">${say('field.back')}</a></nav>` : nothing}`;
    }
    if (!this.who.isUnit) {
      return html`<main id="main" tabindex="-1"><h1 tabindex="-1">${say('app.name')}</h1>
        <p>${say('field.wrongRole', { name: this.who.name, role: sayOf('role', this.who.role) })}</p>
        <p class="links"><a class="button" href="/">${say('field.toBoard')}</a>
          <button type="button" @click=${this.signOut}>${say('settings.signOut')}</button></p></main>`;
    }
    return html`<main id="main" tabindex="-1">${this.content(screen)}</main>`;
  }

  content(screen) {
    if (!this.isOpen) {
      return html`<h1 class="unseen" tabindex="-1">${say('app.name')}</h1><p class="hint">${say('field.loading')}</p>`;
    }
    switch (screen) {
      case 'reports':
        return reports(this);
      case 'tasks':
        return tasks(this);
      case 'settings':
        return settings(this);
      case '':
        return home(this);
      default:
        return this.form ? this.form.render()
          : html`<h1 tabindex="-1">${say('app.name')}</h1><p>${say('form.gone')}</p>
            <p class="links"><a class="button" href="#">${say('field.back')}</a></p>`;
    }
  }

  updated() {
    this.heard.look();
  }

  /** Moves the focus without leaving an anchor in the address. */
  skip(event) {
    event.preventDefault();
    this.querySelector('main').focus();
  }
}

/** Who may write no report cannot call for help from here either: that is said before it is needed. */
function barred({ state, role }) {
  return state !== 'out' && ['viewer', 'auditor', 'admin'].includes(role) ? say('emergency.barred', { role: sayOf('role', role) }) : null;
}

customElements.define('muster-field', FieldApp);
