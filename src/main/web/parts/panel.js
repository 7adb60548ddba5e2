import { html, nothing } from 'lit';

import { localClock } from '../text/time.js';
import { say } from '../text/text.js';

/**
 * A panel with its heading. When its figures are not the present it gets a dashed frame, a hatched heading and the time
 * they are of; the tag's place is kept when it is empty.
 *
 * @param {object} of
 * @param {string} of.id of the heading
 * @param {string} of.heading
 * @param {unknown} [of.extra] beside the heading
 * @param {number|null} of.staleAt the wall clock's time that the figures are of; null when they are live
 * @param {boolean} [of.isStop] whether it is a stop of the Tab key: one that may have to be scrolled and has nothing else to stop at
 * @param {unknown} content
 */
export function panel({ id, heading, extra = '', staleAt, isStop = false }, content) {
  return html`
    <section class="panel ${staleAt === null ? '' : 'is-stale'}" aria-labelledby=${id}
      tabindex=${isStop ? 0 : nothing}>
      <div class="panel-head">
        <h2 id=${id}>${heading}</h2>
        ${extra}
        <span class="as-of">${staleAt === null ? '' : say('panel.asOf', { time: localClock(staleAt) })}</span>
      </div>
      ${content}
    </section>`;
}

/**
 * How many open rows a panel has, and a button when some wait to be shown; its place is kept when none do.
 *
 * @param {number} count
 * @param {number} waiting
 * @param {() => void} letGo
 */
export function counted(count, waiting, letGo) {
  return html`<span class="count">${say('rows.count', { count })}</span>
    <span class="news">${waiting === 0 ? nothing : html`
      <button type="button" @click=${letGo}>${say('rows.new', { count: waiting })}</button>`}</span>`;
}

/**
 * What stands where something is still to come: nothing for a second, then grey blocks, after three seconds the words too.
 * A question to the service is given up by itself after five seconds; what may take longer can be called off.
 *
 * @param {string} [words]
 * @param {(() => void)|null} [cancel]
 */
export function loading(words = say('panel.loading'), cancel = null) {
  return html`<p class="empty loading"><span>${words}
    ${cancel && html`<button type="button" @click=${cancel}>${say('panel.cancel')}</button>`}</span></p>`;
}

/** What stands where an answer is still to come; while the feed is lost nothing is asked, so that nothing loads. */
export function awaited(staleAt, words = say('panel.loading')) {
  return staleAt === null ? loading(words) : html`<p class="empty">${say('panel.unasked')}</p>`;
}
