import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import { replay } from '../../live/replay.js';
import { isSelected, select, Selecting } from '../../live/selection.js';
import '../../page.js';
import { announce } from '../../parts/announce.js';
import { moment } from '../../parts/moment.js';
import { panel } from '../../parts/panel.js';
import { Part } from '../../parts/part.js';
import { Places } from '../../parts/places.js';
import { symbol } from '../../parts/severity.js';
import { count, say, sayOf } from '../../text/text.js';
import { axisTime } from './axis-time.js';
import { wordsOf } from './axis.js';
import { touches } from './items.js';

/** So many rows are listed at once. */
const LISTED_MAX = 300;

/** The timeline with the whole screen to itself: the axis, and all that stands on it as a list. */
class TimelineScreen extends Part {
  static properties = {
    /** Which rows are listed, of many; the first are 0. */
    page: { state: true },
  };

  #places = new Places(this, ['timeline', 'listed', 'selected']);
  #selecting = new Selecting(this);

  constructor() {
    super();
    this.page = 0;
    replay.follow(this);
    axisTime.followBy(this);
  }

  render() {
    const { picture, session, staleAt, nowMillis } = this;
    return html`
      ${this.#places.tabs(say('timeline.places'))}
      <div class="timeline-screen">
        ${this.#places.at('timeline', html`<muster-axis class="is-tall" .picture=${picture} .session=${session}
          .staleAt=${staleAt} .nowMillis=${nowMillis}></muster-axis>`)}
        ${this.#places.at('listed', this.list())}
        ${this.#places.at('selected', html`<muster-selected .picture=${picture} .session=${session} .staleAt=${staleAt}
          .nowMillis=${nowMillis}></muster-selected>`)}
      </div>`;
  }

  updated() {
    // The axis knows what stands on it once it is in the page.
    if (!this.axis && this.querySelector('muster-axis')) {
      this.axis = this.querySelector('muster-axis');
      this.requestUpdate();
    }
  }

  list() {
    const { from, to } = this.axis?.stretch ?? { from: 0, to: 0 };
    const all = (this.axis?.items() ?? []).filter(item => touches(item, from, to));
    const now = this.axis?.now ?? this.nowMillis;
    const first = Math.min(this.page, Math.max(0, Math.ceil(all.length / LISTED_MAX) - 1)) * LISTED_MAX;
    return html`<div>${panel({ id: 'listed', heading: say('board.listed'), staleAt: this.staleAt,
      extra: html`<span class="count">${count(all.length)}</span>` }, html`
      ${all.length === 0 ? html`<p class="empty">${say('axis.nothing')}</p>` : html`
      <div class="timeline-rows" tabindex="0" role="group" aria-label=${say('board.listed')}><table>
        <thead><tr>${['kind', 'what', 'from', 'to', 'state', 'go'].map(name => html`
          <th scope="col">${say(`timeline.${name}`)}</th>`)}</tr></thead>
        <tbody>${repeat(all.slice(first, first + LISTED_MAX), ({ id }) => id, item => this.row(item, now))}</tbody>
      </table></div>`}
      ${all.length > LISTED_MAX ? this.pages(first, all.length) : nothing}`)}</div>`;
  }

  pages(first, of) {
    const to = Math.min(of, first + LISTED_MAX);
    // Disabled by its attribute it would lose the focus.
    const button = (key, page, isOff) => html`<button type="button" aria-disabled=${String(isOff)}
      @click=${() => isOff || this.turn(page)}>${say(`timeline.${key}`)}</button>`;
    return html`<p class="empty timeline-pages">${button('before', first / LISTED_MAX - 1, first === 0)}
      <span>${say('timeline.page', { from: first + 1, to, count: of })}</span>
      ${button('after', first / LISTED_MAX + 1, to === of)}</p>`;
  }

  /** Other rows begin at their top, and which they are is said. */
  async turn(page) {
    this.page = page;
    await this.updateComplete;
    const panel = this.querySelector('.timeline-rows').closest('.panel');
    panel.scrollTo(0, 0);
    panel.scrollIntoView({ block: 'start' });
    announce(this.querySelector('.timeline-pages span').textContent);
  }

  row(item, now) {
    const wait = this.staleAt === null ? '' : say('work.stale');
    const iso = millis => new Date(millis).toISOString();
    return html`
      <tr data-item=${item.id}>
        <td>${item.type === 'alert' ? symbol(item.level, item.to !== null) : nothing} ${say(`selected.type.${item.type}`)}</td>
        <th scope="row"><button type="button" class="plain" aria-current=${isSelected(item.type, item.id) ? 'true' : nothing}
          @click=${() => select({ type: item.type, id: item.id })}>${wordsOf(item)}</button></th>
        <td>${moment(iso(item.from), now)}</td>
        <td>${item.to === null ? say('timeline.lasts') : moment(iso(item.to), now)}</td>
        <td>${item.type === 'alert' ? say(`alert.${item.status}`) : sayOf('status', item.status)}</td>
        <td>${item.from < now ? html`<button type="button" aria-disabled=${String(wait !== '')} title=${wait || nothing}
          @click=${() => (wait ? undefined : replay.goTo(item.from + 1_000))}
          aria-label=${say('timeline.goOf', { what: wordsOf(item) })}>${say('timeline.goThere')}</button>` : nothing}</td>
      </tr>`;
  }
}

customElements.define('muster-timeline-screen', TimelineScreen);

/** @param {import('../../parts/views.js').Given} given */
export function show({ picture, session, staleAt, nowMillis }) {
  return html`<muster-timeline-screen .picture=${picture} .session=${session} .staleAt=${staleAt} .nowMillis=${nowMillis}>
    </muster-timeline-screen>`;
}
