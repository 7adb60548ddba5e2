import { html, nothing } from 'lit';

import { isShelved, isSuppressed, level } from '../../live/alerts.js';
import { Brought } from '../../live/brought.js';
import { alert as alertOf } from '../../live/entries.js';
import { Lack } from '../../live/missing.js';
import { isPast, pastMillis } from '../../live/past.js';
import { both, shelfWords, stateWords } from '../../text/alerts.js';
import { count, say, sayOf } from '../../text/text.js';
import { areaNames, titleOf } from '../incident.js';
import { Light } from '../light.js';
import { aged, moment } from '../moment.js';
import { isBack } from '../part.js';
import { asideShape, stateShape, symbol } from '../severity.js';
import { unanswered } from '../told.js';
import { facts, link } from './about.js';
import './timeline.js';

/** So many who look at it are named; the others are counted, so that it stays a line. */
const NAMED_MAX = 3;

/** Why it is there comes with the first alert that is opened: the board does without. */
const why = new Brought(() => import('./why.js'));

/** An alert in full. @type {import('./kinds.js').Kind} */
export const alertKind = {
  find: (id, picture) => picture.alerts.get(id),
  title: ({ message }) => message,
  chips: (alert, nowMillis) => html`
    ${alert.drill ? html`<span class="chip mark">${say('mark.drill')}</span>` : nothing}
    ${alert.late ? html`<span class="chip mark">${say('selected.late')}</span>` : nothing}
    <span class="chip worded">${symbol(level(alert), isOver(alert))} ${say(`level.${level(alert)}`)}</span>
    <span class="chip worded">${stateShape(alert.state)} ${stateWords(alert, nowMillis)}</span>
    ${isShelved(alert) ? html`<span class="chip worded">${asideShape('shelved')} ${say('selected.shelf')}</span>` : nothing}
    ${isSuppressed(alert) ? html`<span class="chip worded">${asideShape('suppressed')} ${say('selected.suppressed')}</span>`
    : nothing}`,
  content: (alert, picture, nowMillis, session, staleAt) => {
    why.want();
    const { type, id } = alert.subject;
    return html`
    ${facts([
    [say('selected.lookers'), isPast() ? null : staleAt !== null ? say('selected.notLive') : lookers(alert, picture, session)],
    [say('selected.rule'), alert.ruleTitle ?? alert.rule],
    [say('selected.value'), values(alert)],
    [say('selected.subject'), subject(alert, picture)],
    [say('selected.areas'), areaNames(alert, picture)],
    [say('selected.raised'), html`${aged(alert.raisedAt, nowMillis)}${alert.raisedCount > 1
      ? html` <small>${say('selected.raisedCount', { count: alert.raisedCount })}</small>` : nothing}`],
    [say('selected.effective'), alert.effectiveAt === alert.raisedAt ? null : aged(alert.effectiveAt, nowMillis)],
    [say('selected.acknowledged'), by(alert.acknowledgedBy, alert.acknowledgedAt, nowMillis)],
    [say('selected.assignee'), alert.assignee ?? say('selected.nobody')],
    [say('selected.shelf'), isShelved(alert) ? shelfWords(alert, undefined, nowMillis) : null],
    [say('selected.suppressed'), isSuppressed(alert) ? suppressor(alert, picture) : null],
    [say('selected.cleared'), alert.clearedAt ? by(alert.clearedBy, alert.clearedAt, nowMillis) : null],
    [say('selected.seen'), seenBy(alert, nowMillis)],
    [say('selected.evidence'), alert.evidence.length === 0 ? say('selected.noEvidence')
      : say('selected.entries', { numbers: alert.evidence.map(count).join(', ') })],
  ])}
    ${why.isMissing ? html`<p class="empty why-missing">${say('selected.whyMissing')}</p>` : nothing}
    <muster-why .alert=${alert} .staleAt=${staleAt} .nowMillis=${nowMillis}></muster-why>
    <muster-history .alert=${alert} .staleAt=${staleAt} .nowMillis=${nowMillis}></muster-history>
    ${type === 'incident' || type === 'protest' ? html`
      <muster-timeline .of=${{ type, id }} .marked=${alert.evidence} .version=${alert} .picture=${picture} .staleAt=${staleAt}
        .nowMillis=${nowMillis} .session=${session} .reader=${picture[`${type}s`].get(id)?.sensitive ? session : null}></muster-timeline>` : nothing}`;
  },
};

/** Whether what it tells of holds no more. */
function isOver({ state }) {
  return state === 'cleared' || state === 'cleared-unacknowledged';
}

function values({ value, threshold }) {
  return value === null && threshold === null ? null
    : say(threshold === null ? 'selected.valueAlone' : 'selected.valueLimit', { value: value ?? '–', threshold: threshold ?? '–' });
}

function by(who, at, nowMillis) {
  return who ? html`${who}, ${aged(at, nowMillis)}` : say('selected.notYet');
}

function seenBy({ seen }, nowMillis) {
  return seen.length === 0 ? say('selected.notYet')
    : seen.map(({ who, at }, index) => html`${index > 0 ? ', ' : ''}${who} <small>${moment(at, nowMillis)}</small>`);
}

/** Who else looks at it now: always a line, so that nothing moves when somebody comes. */
function lookers({ id }, picture, me) {
  const { who = [], more = 0 } = picture.lookers.get(id) ?? {};
  const others = who.filter(name => name !== me.name);
  const rest = others.length - NAMED_MAX + more;
  return others.length === 0 ? say('selected.nobody')
    : others.slice(0, NAMED_MAX).join(', ') + (rest > 0 ? ` ${say('selected.lookersMore', { count: rest })}` : '');
}

/** What explains it, when one may see that. */
function suppressor({ suppressedBy }, picture) {
  const by = picture.alerts.get(suppressedBy);
  return by ? link('alert', by.id, by.message) : say('selected.anotherAlert');
}

function subject({ subject: { type, id } }, picture) {
  const objects = { area: picture.areas, incident: picture.incidents, protest: picture.protests, unit: picture.units }[type];
  const object = objects?.get(id);
  return object ? link(type, id, object.name ?? object.unit ?? titleOf(object)) : say(objects ? 'incident.linkedUnknown' : `selected.subject.${type}`);
}

/** What was done with an alert, by whom and when, oldest first; read again when the alert changes, and after an outage. */
class History extends Light {
  static properties = {
    alert: { attribute: false },
    nowMillis: { attribute: false },
    staleAt: { attribute: false },
    deeds: { state: true },
    failed: { state: true },
  };

  /** The question whose answer is shown: one that hung is overtaken by the next. */
  #asked = null;

  constructor() {
    super();
    this.deeds = [];
    /** The answer that was none. @type {import('../../live/session.js').Answer|null} */
    this.failed = null;
    new Lack(this, 'history', () => this.failed !== null);
  }

  willUpdate(changed) {
    if (changed.has('alert') || isBack(this, changed)) {
      this.load(changed.has('alert') ? changed.get('alert')?.id : this.alert.id);
    }
  }

  async load(before) {
    const { id } = this.alert;
    if (before !== id) {
      this.deeds = [];
      this.failed = null;
    }
    const asked = Symbol(id);
    this.#asked = asked;
    const answer = await alertOf(id);
    if (this.#asked === asked) {
      this.deeds = answer.ok ? answer.body.history : this.deeds;
      this.failed = answer.ok ? null : answer;
    }
  }

  render() {
    const deeds = isPast() ? this.deeds.filter(({ at }) => Date.parse(at) <= pastMillis()) : this.deeds;
    return deeds.length === 0 && this.failed === null ? nothing : html`
      <section aria-labelledby="history">
        <h3 id="history">${say('history.heading')}</h3>
        ${unanswered(this.failed, () => this.load(this.alert.id), 'history.failed')}
        <ol class="told-list">${deeds.map(({ at, what, who, second, words }) => html`
          <li class="told"><span class="told-when">${moment(at, this.nowMillis)}</span>
            <span class="told-words">${deed(what, words)}</span>
            <small class="told-by">${both(who, second)}</small></li>`)}</ol>
      </section>`;
  }
}

/** What somebody did, in words. What suppresses is named by its id, which tells nobody anything. */
function deed(what, words) {
  return what === 'alert-suppressed' ? sayOf('deed', words ? what : 'alert-released')
    : `${sayOf('deed', what)}${words ? `: ${words}` : ''}`;
}

customElements.define('muster-history', History);
