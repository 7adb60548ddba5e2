import { html, nothing } from 'lit';

import { select } from '../live/selection.js';
import { reasonOf } from '../text/refusal.js';
import { say } from '../text/text.js';
import { age } from '../text/time.js';
import { inBothTimes, moment } from './moment.js';

/**
 * One entry in plain words; choosing it selects what it is about.
 *
 * @param {import('../live/entries.js').Told} entry
 * @param {import('../live/store.js').State} picture
 * @param {number} nowMillis
 * @param {{self?: {type: string, id: string}, marked?: Set<number>, struck?: Map<string, 'corrected'|'withdrawn'>}} [of] what is
 *   shown already, entries to be marked, and reports that count no more
 */
export function told(entry, picture, nowMillis, { self = null, marked = new Set(), struck = new Map() } = {}) {
  const about = aboutOf(entry);
  const words = entry.words ? inBothTimes(entry.words, nowMillis) : say('told.concealed');
  const there = about && !(self?.type === about.type && self.id === about.id);
  return html`
    <li class="told ${marked.has(entry.seq) ? 'evidence' : ''}" data-seq=${entry.seq} data-type=${entry.type}>
      <span class="told-when">${moment(entry.at, nowMillis)} <small>${age(nowMillis - Date.parse(entry.at))}</small></span>
      ${there ? html`<button type="button" class="told-words" @click=${() => select(about)}>${words}</button>`
    : html`<span class="told-words">${words}</span>`}
      <small class="told-by">${[marked.has(entry.seq) && say('told.evidence'),
    struck.has(entry.report) && say(`told.${struck.get(entry.report)}`), senderOf(entry), areaOf(entry, picture)]
    .filter(Boolean).join(' · ')}</small>
    </li>`;
}

function aboutOf({ alert, incident, protest }) {
  return alert ? { type: 'alert', id: alert }
    : incident ? { type: 'incident', id: incident }
      : protest ? { type: 'protest', id: protest } : null;
}

/** Who sent it, unless the words say so. */
function senderOf({ actor, words }) {
  return words?.startsWith(actor) ? '' : actor;
}

function areaOf({ areas }, picture) {
  return areas.length === 0 ? '' : picture.areas.get(areas[0])?.name ?? areas[0];
}

/** Why a list could not be read, and a way to ask again. @param {import('../live/pages.js').Pages<unknown>} pages */
export function unread(pages) {
  return unanswered(pages.failed, () => pages.refresh());
}

/**
 * Why something could not be read, and a way to ask again.
 *
 * @param {import('../live/session.js').Answer|null} failed the answer that was none; null when there is nothing to say
 * @param {() => void} again
 * @param {string} [words] the message that says what is missing
 */
export function unanswered(failed, again, words = 'told.failed') {
  return failed === null ? nothing : html`
    <p class="empty">${say(words, { detail: reasonOf(failed) })}
      <button type="button" @click=${again}>${say('told.again')}</button></p>`;
}
