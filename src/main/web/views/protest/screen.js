import { html, nothing } from 'lit';

import { isOpenAlert, level } from '../../live/alerts.js';
import { Lack } from '../../live/missing.js';
import { isPast } from '../../live/past.js';
import { one } from '../../live/session.js';
import { isOpen } from '../../live/store.js';
import { view } from '../../live/view.js';
import messages from '../../messages/en-protest.js';
import '../../page.js';
import { areaNames, harm, marks, titleOf } from '../../parts/incident.js';
import { loading, panel } from '../../parts/panel.js';
import { isBack, Part, show as bring } from '../../parts/part.js';
import { clashLine, details, life } from '../../parts/protest.js';
import { facts } from '../../parts/selected/about.js';
import { actions, planned } from '../../parts/selected/protest.js';
import '../../parts/selected/timeline.js';
import { symbol } from '../../parts/severity.js';
import { aged } from '../../parts/moment.js';
import { unanswered } from '../../parts/told.js';
import { stateWords } from '../../text/alerts.js';
import { know, say, sayOf, words } from '../../text/text.js';
import { age } from '../../text/time.js';
import '../charts/charts.js';
import { ofProtest } from '../reading.js';
import { to } from '../to.js';

know(messages);

/** One protest in full: what was planned, what is seen, how it went, and all that was said of it. */
class ProtestScreen extends Part {
  static properties = {
    /** What was asked for because the picture does not hold it: `{id, object, failed}`. */
    asked: { state: true },
  };

  constructor() {
    super();
    this.asked = null;
    new Lack(this, 'protest', () => this.unread !== null);
  }

  /** What was asked for is asked for again after an outage. */
  willUpdate(changed) {
    if (isBack(this, changed) && this.asked) {
      this.load(this.asked.id, this.asked.object);
    }
  }

  render() {
    const { picture, session, staleAt, nowMillis } = this;
    const { id } = view();
    if (picture.topics === null) {
      return panel({ id: 'protest', heading: say('screens.protest'), staleAt: null }, loading());
    }
    const protest = picture.protests.get(id) ?? this.ask(id);
    if (!protest) {
      return panel({ id: 'protest', heading: say('screens.protest'), staleAt }, this.none());
    }
    const chips = html`<span class="chips">${marks(protest)}
      <span class="chip" data-status=${protest.status}>${sayOf('status', protest.status)}</span></span>`;
    return html`
      <div class="detail">
        <div class="detail-main">
          ${panel({ id: 'protest', heading: titleOf(protest), staleAt, extra: chips }, html`<div class="detail-body">
            <p>${life(protest, nowMillis)}</p>
            ${this.clashes(protest)}
            ${planned(protest, nowMillis)}
            ${this.facts(protest)}
            ${details(protest, picture, nowMillis)}
            ${actions(protest, session, staleAt !== null)}</div>`)}
          <muster-charts .of=${{ subject: 'protest', id }} .live=${protest.status === 'live' ? ofProtest(protest, picture) : null}
            .staleAt=${staleAt} .nowMillis=${nowMillis} .picture=${picture} .session=${session}></muster-charts>
        </div>
        <div class="detail-side">${this.alerts(protest)}
          ${panel({ id: 'protest-timeline', heading: say('protest.timeline'), staleAt }, html`
            <div class="detail-body" @click=${this.brought}><muster-timeline .picture=${picture} .nowMillis=${nowMillis}
              .of=${{ type: 'protest', id }} .version=${protest} .titled=${true} .staleAt=${staleAt} .session=${session}
              .reader=${protest.sensitive ? session : null}></muster-timeline></div>`)}</div>
      </div>`;
  }

  /** None of them matters once it is over. */
  clashes(protest) {
    return !isOpen(protest) ? nothing : protest.clashes.map(clash => html`<p>${clashLine(clash, protest, this.picture, this.nowMillis)}
      ${this.picture.protests.has(clash.protest) ? html`${to('protest', clash.protest, say('protest.openOther'))}` : nothing}</p>`);
  }

  facts(protest) {
    const { picture, nowMillis } = this;
    return facts([
      [say('selected.harm'), harm(protest)],
      [say('selected.category'), words(protest.category)],
      [say('selected.organisation'), protest.organisation],
      [say('protest.place'), say(`protest.place.${protest.place?.type ?? 'none'}`)],
      [say('selected.areas'), areaNames(protest, picture)],
      [say('selected.lastReport'), protest.lastReportAt ? aged(protest.lastReportAt, nowMillis) : null],
    ]);
  }

  alerts(protest) {
    const { picture, staleAt, nowMillis } = this;
    const open = (protest.alerts ?? []).map(id => picture.alerts.get(id)).filter(alert => alert && isOpenAlert(alert));
    return panel({ id: 'protest-alerts', heading: say('protest.alerts'), staleAt }, open.length === 0
      ? html`<p class="empty">${say('protest.noAlerts')}</p>` : html`<ul class="links detail-body">${open.map(alert => html`<li>
        <span class="worded">${symbol(level(alert), alert.state === 'cleared-unacknowledged')} ${say(`level.${level(alert)}`)}</span>
        ${to('alert', alert.id, alert.message)}
        <small>${stateWords(alert, nowMillis)}, ${age(nowMillis - Date.parse(alert.raisedAt))}</small></li>`)}</ul>`);
  }

  /** What an entry of the timeline is about was selected by it. */
  brought(event) {
    if (event.target.closest('button.told-words')) {
      bring(event.target, 'selected');
    }
  }

  none() {
    return isPast() ? html`<p class="empty">${say('selected.notThen')}</p>`
      : this.unread ? unanswered(this.unread, () => { this.asked = null; }, 'protest.failed')
      : this.asked?.failed ? html`<p class="empty">${say('protest.unknown')}</p>`
        : loading();
  }

  /** The answer that was none, while there is nothing else to show; null when there is no such protest. */
  get unread() {
    const { id, failed } = this.asked ?? {};
    return failed && !isPast() && failed.status !== 404 && id === view().id && !this.picture.protests.has(id) ? failed : null;
  }

  /** What is over for longer than a day. The service tells it as it is now, which is nothing for a replay. */
  ask(id) {
    if (isPast()) {
      return null;
    }
    if (this.asked?.id !== id) {
      this.load(id, null);
    }
    return this.asked.object;
  }

  /** @param {object|null} before what is shown until the answer */
  async load(id, before) {
    const asked = { id, object: before };
    this.asked = asked;
    const answer = await one('protests', id);
    if (this.asked === asked) {
      this.asked = { id, object: answer.ok ? answer.body : null, failed: answer.ok ? undefined : answer };
    }
  }
}

customElements.define('muster-protest-screen', ProtestScreen);

/** @param {import('../../parts/views.js').Given} given */
export function show({ picture, session, staleAt, nowMillis }) {
  return html`<muster-protest-screen .picture=${picture} .session=${session} .staleAt=${staleAt} .nowMillis=${nowMillis}>
    </muster-protest-screen>`;
}
