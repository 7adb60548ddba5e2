import { html, nothing } from 'lit';

import { isPast } from '../../live/past.js';
import { ask, clock } from '../../live/session.js';
import messages from '../../messages/en-read.js';
import '../../page.js';
import { range } from '../../text/figures.js';
import { referring } from '../../text/refusal.js';
import { know, say, sayOf, words } from '../../text/text.js';
import { localTime } from '../../text/time.js';
import { announce } from '../announce.js';
import { barred } from '../barred.js';
import { methane, partner, place } from '../incident-details.js';
import { Light } from '../light.js';
import { aged } from '../moment.js';
import { facts } from './about.js';

know(messages);

const READERS = new Set(['supervisor', 'auditor']);

/** Who reads the reports of what is sensitive, above its timeline. */
class Readings extends Light {
  static properties = { reader: { attribute: false } };

  render() {
    const { role } = this.reader;
    return html`<p class="readings">${!READERS.has(role) ? say('read.notAllowed', { role: sayOf('role', role) })
      : isPast() ? barred() : say('read.note')}</p>`;
  }
}

/** One report that is read in full at a press, by who may. It is asked for anew each time: nothing of it is kept. */
class Read extends Light {
  static properties = {
    /** @type {import('../../live/entries.js').Told} */
    entry: { attribute: false },
    reader: { attribute: false },
    nowMillis: { attribute: false },
    asking: { state: true },
    /** @type {import('../../live/session.js').Answer|null} */
    answer: { state: true },
  };

  #readAt = 0;

  constructor() {
    super();
    this.asking = false;
    this.answer = null;
  }

  /** Nothing of it stays on the page where it may not be read. */
  willUpdate() {
    if (!this.mayRead()) {
      this.answer = null;
    }
  }

  mayRead() {
    return READERS.has(this.reader.role) && !isPast();
  }

  async read() {
    this.asking = true;
    this.answer = null;
    const answer = await ask('GET', `/reports/${encodeURIComponent(this.entry.report)}`);
    this.asking = false;
    if (!this.isConnected || !this.mayRead()) {
      return;
    }
    this.#readAt = Date.now() + clock.offsetMillis();
    this.answer = answer;
    announce(answer.ok ? this.noted() : failure(answer));
  }

  press() {
    if (this.answer?.ok) {
      this.answer = null;
    } else if (!this.asking) {
      this.read();
    }
  }

  noted() {
    return this.answer.body.body.reduced ? say('read.reduced') : say('read.recorded', { time: localTime(this.#readAt, this.nowMillis) });
  }

  render() {
    if (!this.mayRead()) {
      return nothing;
    }
    const { answer, asking } = this;
    const time = localTime(Date.parse(this.entry.at), this.nowMillis);
    const does = answer?.ok ? 'away' : asking ? 'reading' : 'read';
    return html`
      <button type="button" aria-expanded=${answer?.ok ? 'true' : 'false'} aria-disabled=${asking ? 'true' : 'false'}
        @click=${this.press}>${say(`read.${does}`, { time })}</button>
      ${answer === null ? nothing : answer.ok ? html`
        <div role="group" aria-label=${say('read.label', { time })}>
          <p>${this.noted()}</p>
          ${shown(answer.body, this.nowMillis)}
        </div>` : html`<p>${failure(answer)}</p>`}`;
  }
}

function failure(answer) {
  return answer.status === 0 ? say('read.unreachable') : referring(say('told.failed', { detail: answer.body?.detail ?? '' }), answer);
}

/** What a report says, and nothing that it does not say. */
function shown({ actor, body: { report, observer } }, nowMillis) {
  const rows = [
    ['read.title', report.title],
    ['read.text', report.text],
    ['read.observed', aged(report.observedAt, nowMillis)],
    ['read.observer', observer],
    ['read.sender', actor === observer ? '' : actor],
    ['read.place', report.location ? place(report.location) : ''],
    ['selected.category', report.category ? words(report.category) : ''],
    ['selected.crowd', crowd(report.crowd)],
    ['selected.officers', lines(report.officers, deployment)],
    ['read.arrests', lines(report.arrests, arrest)],
    ['read.injured', injured(report.injured)],
    ['read.status', report.status ? sayOf('status', report.status) : ''],
    ['read.closedAs', report.closingCategory ? words(report.closingCategory) : ''],
    ['read.crime', report.crime ? [sayOf('crime', report.crime), report.crimeRef].filter(Boolean).join(' ') : ''],
    ['read.reason', report.reason],
    ['read.partner', partner(report)],
    ['read.also', also(report)],
  ];
  return html`${facts(rows.map(([key, value]) => [say(key), value ?? '']))}${report.methane ? methane(report.methane) : nothing}`;
}

function crowd(estimate) {
  return estimate ? [say('crowd.people', { range: range(estimate) }), estimate.method && words(estimate.method),
    estimate.mood && sayOf('mood', estimate.mood)].filter(Boolean).join(', ') : '';
}

function lines(all, line) {
  return (all ?? []).map(line).join('; ');
}

function deployment({ unit, role, count, state }) {
  return [unit, role && sayOf('unitRole', role), say('selected.unitLine', { count, state: sayOf('state', state) })].filter(Boolean).join(', ');
}

function arrest({ offence, count, ageMin, ageMax, ageBand }) {
  const ages = ageMin === undefined ? ageBand && sayOf('band', ageBand) : range({ low: ageMin, high: ageMax });
  return [say('read.offence', { arrests: say('incident.arrests', { count }), offence: words(offence) }),
    ages && say('read.aged', { range: ages })].filter(Boolean).join(', ');
}

function injured(people) {
  if (!people) {
    return '';
  }
  const officers = people.officers ?? 0;
  return [say('incident.injured', { count: (people.public ?? 0) + officers }),
    officers > 0 ? say('incident.injuredOfficers', { count: officers }) : ''].filter(Boolean).join(', ');
}

function also(report) {
  const corrects = report.corrects && !report.withdrawn;
  return ['emergency', 'allQuiet', 'reopen', 'withdrawn', 'drill'].filter(key => report[key])
    .map(key => say(`read.${key}`)).concat(corrects ? [say('read.corrects')] : []).join('; ');
}

customElements.define('muster-readings', Readings);
customElements.define('muster-read', Read);
