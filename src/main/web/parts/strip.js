import { html, nothing } from 'lit';

import { damagedInAddress, repairAddress } from '../live/address.js';
import { missingParts } from '../live/missing.js';
import { isOutdated } from '../live/version.js';
import { isZoneNew, knowZone } from '../live/zone.js';
import { age, localClock, localTime, offset, zone } from '../text/time.js';
import { say, sayOf } from '../text/text.js';
import { player } from './player.js';
import { asideShape } from './severity.js';
import { shape } from './shapes.js';
import { showShelved } from './shelved.js';

/** The clocks may differ by this much before it is worth a warning. */
const OFFSET_MAX_MILLIS = 2_000;

/**
 * The reserved strip under the header. It is there when empty too, so that nothing moves when it speaks. One thing at a
 * time: what is wrong with the figures goes first, then a silence of the engine that raises alerts, then that the figures
 * are of another record than before, then a silence of the browser's, an address that means nothing, what comes back from the shelf, a flood, what
 * single panels lack, what is wrong with the clock, that its zone is another one, and last that there is a new version of the page.
 *
 * @param {object} of
 * @param {import('../live/life.js').Life} of.life
 * @param {import('../live/life.js').Link} of.link
 * @param {{at: string, millis: number}|null} of.silent the engine's last test, when it is heard no more
 * @param {number} of.caughtUp entries since the stream was resumed
 * @param {number} of.offsetMillis the service's clock minus this computer's
 * @param {(() => void)|null} of.anew the service has another record than before, and how to say that one knows
 * @param {import('../live/store.js').Alert[]} of.ending alerts that come back from the shelf soon, the next one first
 * @param {string|null} of.floodSince since when more alerts come to this desk than anybody can work
 * @param {number} of.nowMillis
 */
export function strip({ life, link, silent, caughtUp, offsetMillis, anew, ending, floodSince, nowMillis }) {
  const [kind, words] = [
    ['stale', wordsOf(life, link, caughtUp)],
    ['silent', silent ? say('strip.engine', { time: localTime(Date.parse(silent.at), nowMillis), age: age(silent.millis) }) : ''],
    ['anew', anew ? say('strip.anew') : ''],
    ['blocked', player.blocked ? say('strip.blocked') : ''],
    ['damaged', damagedWords()],
    ['ending', ending.length > 0 ? say('strip.ending', {
      count: ending.length, age: age(Date.parse(ending[0].shelvedUntil) - nowMillis) }) : ''],
    ['flood', floodSince ? say('strip.flood', { time: localTime(Date.parse(floodSince), nowMillis) }) : ''],
    ['missing', missingWords()],
    ['clock', clockWords(offsetMillis)],
    ['zone', zoneWords(nowMillis)],
    ['version', isOutdated() ? say('strip.version') : ''],
  ].find(([, some]) => some !== '') ?? ['empty', ''];
  return html`
    <div class="strip" data-kind=${kind}>
      ${kind === 'empty' ? '' : html`<p>${MARKS[kind]?.() ?? ''}<span>${words}</span></p>`}
      ${kind === 'anew' ? html`<button type="button" @click=${anew}>${say('strip.understood')}</button>` : nothing}
      ${kind === 'zone' ? html`<button type="button" @click=${understand}>${say('strip.understood')}</button>` : nothing}
      ${kind === 'version' ? html`<button type="button" @click=${() => location.reload()}>${say('strip.reload')}</button>`
    : nothing}
      ${kind === 'damaged' ? html`<button type="button" @click=${repair}>${say('strip.understood')}</button>` : nothing}
      ${kind === 'blocked' ? html`<button type="button" @click=${() => player.allow()}>${say('strip.unblock')}</button>`
    : nothing}
      ${kind === 'ending' ? html`<button type="button" @click=${showShelved}>${say('strip.showShelved')}</button>` : nothing}
    </div>`;
}

function damagedWords() {
  const keys = damagedInAddress();
  return keys.length === 0 ? '' : say('strip.damaged', { what: keys.map(key => sayOf('address', key)).join(', ') });
}

function missingWords() {
  const parts = missingParts();
  return parts.length === 0 ? '' : say('strip.missing', { what: parts.map(part => say(`missing.${part}`)).join(', ') });
}

function repair() {
  repairAddress();
  document.getElementById('main').focus();
}

/** What stands before some words. */
const MARKS = {
  stale: () => shape('hexagon'), silent: () => shape('hexagon'), ending: () => asideShape('shelved'), flood: () => shape('flood'),
};

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

/** That times are of another zone than somebody here knows; '' while they are not. */
export function zoneWords(nowMillis) {
  return isZoneNew() ? say('strip.zone', { zone: zone(nowMillis), offset: offset(nowMillis) }) : '';
}

function understand() {
  knowZone();
  document.querySelector('muster-app').requestUpdate();
  document.getElementById('main').focus();
}

function clockWords(offsetMillis) {
  if (Math.abs(offsetMillis) <= OFFSET_MAX_MILLIS) {
    return '';
  }
  return say(offsetMillis > 0 ? 'strip.clock.behind' : 'strip.clock.ahead', { age: age(Math.abs(offsetMillis)) });
}
