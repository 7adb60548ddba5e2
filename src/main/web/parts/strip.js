import { html, nothing } from 'lit';

import { age, localClock } from '../text/time.js';
import { say } from '../text/text.js';
import { player } from './player.js';
import { shape } from './shapes.js';

/** The clocks may differ by this much before it is worth a warning. */
const OFFSET_MAX_MILLIS = 2_000;

/**
 * The reserved strip under the header. It is there when empty too, so that nothing moves when it speaks. One thing at a
 * time: what is wrong with the figures goes first, then that they are of another record than before, then a silence of
 * the browser's, then what is wrong with the clock.
 *
 * @param {import('../live/life.js').Life} life
 * @param {import('../live/life.js').Link} link
 * @param {number} caughtUp entries since the stream was resumed
 * @param {number} offsetMillis the service's clock minus this computer's
 * @param {(() => void)|null} anew the service has another record than before, and how to say that one knows
 */
export function strip(life, link, caughtUp, offsetMillis, anew) {
  const [kind, words] = [
    ['stale', wordsOf(life, link, caughtUp)],
    ['anew', anew ? say('strip.anew') : ''],
    ['blocked', player.blocked ? say('strip.blocked') : ''],
    ['clock', clockWords(offsetMillis)],
  ].find(([, some]) => some !== '') ?? ['empty', ''];
  return html`
    <div class="strip" data-kind=${kind}>
      ${kind === 'empty' ? '' : html`<p>${kind === 'stale' ? shape('hexagon') : ''}<span>${words}</span></p>`}
      ${kind === 'anew' ? html`<button type="button" @click=${anew}>${say('strip.understood')}</button>` : nothing}
      ${kind === 'blocked' ? html`<button type="button" @click=${() => player.allow()}>${say('strip.unblock')}</button>`
    : nothing}
    </div>`;
}

function wordsOf(life, link, caughtUp) {
  if (life.fresh || (life.word === 'connecting' && life.reason === null)) {
    return '';
  }
  const known = life.word !== 'connecting';
  return [
    known ? say('strip.asOf', { time: localClock(link.freshWall) }) : say('strip.noPicture'),
    life.word === 'catching-up' ? say('strip.catchingUp', { count: caughtUp }) : why(life, link),
    known && life.word !== 'catching-up' ? say('strip.works') : '',
  ].join(' ');
}

function why(life, link) {
  const reason = say(`strip.${life.reason}`, { age: age(life.ageMillis) });
  if (life.reason === 'silent') {
    return reason;
  }
  const next = life.tryInMillis > 0
    ? say('strip.next', { age: age(life.tryInMillis + 999) })
    : say('strip.trying', { tries: link.tries });
  return [reason, link.words ?? '', next].filter(Boolean).join(' ');
}

function clockWords(offsetMillis) {
  if (Math.abs(offsetMillis) <= OFFSET_MAX_MILLIS) {
    return '';
  }
  return say(offsetMillis > 0 ? 'strip.clock.behind' : 'strip.clock.ahead', { age: age(Math.abs(offsetMillis)) });
}
