import { html, nothing } from 'lit';

import { Lack } from '../../live/missing.js';
import { pastMillis } from '../../live/past.js';
import messages from '../../messages/en-charts.js';
import '../../page.js';
import { Part } from '../../parts/part.js';
import { unanswered } from '../../parts/told.js';
import { count, know, say } from '../../text/text.js';
import { Series } from './series.js';

know(messages);

/** A crowd is told against that of so long ago, as rules see its growth. */
const SPAN_MINUTES = 15;
const MINUTE_MILLIS = 60_000;
/** A figure this far from the moment is none of that moment: there is one a minute. */
const OFF_MILLIS = 2 * MINUTE_MILLIS;
/** No change that is told is smaller than this part of what there was. */
const STEADY = 0.1;
const ARROWS = { growing: '↗', falling: '↘', steady: '→' };

/** Whether the crowd of an area grows or falls, against that of a quarter of an hour ago. */
class Trend extends Part {
  static properties = {
    /** The area's id. */
    of: { attribute: false },
    /** Its crowd now. @type {import('../../live/store.js').Range|null} */
    crowd: { attribute: false },
  };

  #series = new Series(this);

  constructor() {
    super();
    new Lack(this, 'charts', () => this.#series.failed !== null);
  }

  willUpdate() {
    this.#series.look({ subject: 'area', id: this.of, range: '2h' }, this.nowMillis, this.staleAt === null);
  }

  render() {
    const { known, failed } = this.#series;
    return html`${known ? this.told(known.points ?? []) : failed ? nothing : this.unasked()}
      ${unanswered(failed, () => this.#series.again(), 'trend.failed')}`;
  }

  /** Nothing is asked while the feed is lost. */
  unasked() {
    return this.staleAt === null ? say('trend.asked') : say('trend.unknown', { minutes: SPAN_MINUTES });
  }

  told(points) {
    const at = (pastMillis() ?? this.staleAt ?? this.nowMillis) - SPAN_MINUTES * MINUTE_MILLIS;
    const then = points.findLast(point => Date.parse(point.at) <= at);
    const isOfThen = then?.state === 'known' && at - Date.parse(then.at) < OFF_MILLIS;
    const [was, is] = [isOfThen ? then.crowd?.best ?? null : null, this.crowd?.best ?? null];
    // Where nobody estimated there is no figure, which is not nobody.
    if (was === null || is === null) {
      return html`<span class="trend">${is === null ? say('trend.noneNow') : say('trend.unknown', { minutes: SPAN_MINUTES })}</span>`;
    }
    const word = Math.abs(is - was) <= STEADY * was ? 'steady' : is > was ? 'growing' : 'falling';
    return html`<span class="trend" data-trend=${word}><span aria-hidden="true">${ARROWS[word]}</span>
      <strong>${say(`trend.${word}`)}</strong> ${say('trend.since', { minutes: SPAN_MINUTES, was: count(was) })}</span>`;
  }
}

customElements.define('muster-trend', Trend);
