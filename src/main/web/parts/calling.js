import { isCalling, level } from '../live/alerts.js';
import { Mute } from '../live/mute.js';
import { prefers } from '../live/preferences.js';
import { Telling } from '../live/telling.js';
import { Tones } from '../live/tones.js';
import { Turn } from '../live/turn.js';
import { work } from '../live/work.js';
import { newAlerts, summary } from '../text/telling.js';
import { say } from '../text/text.js';
import { announce, announceNow } from './announce.js';
import { player } from './player.js';
import { spoken } from './spoken.js';

/** The word DRILL stands beside the sound for so long after a tone for drills alone. */
const DRILL_MILLIS = 5_000;

/** What is not heard while the page shows the past. */
const HUSHED = new Set(['high', 'medium']);

/** Whether somebody who works here wants to hear it at all. @param {import('../live/tones.js').Tone} tone */
const isWanted = tone => tone !== 'medium' || prefers('tick');

/**
 * Lets the alerts of a page be heard, as tones and in words. Each call is heard once; what came while the page was
 * catching up, or stood when it was loaded, is told in one sentence.
 */
export class Calling {
  #tones = new Tones();
  #telling = new Telling();
  #turn = new Turn();
  /** Newest call that was heard. */
  #seq = 0;
  /** The picture whose alerts were told of in a summary. */
  #toldAt = null;
  #wasFresh = false;
  /** What of the service's was told of: warnings of shelves that end, a flood, the engine's silence. */
  #told = { warned: null, flood: false, silent: false };
  #drillAt = -Infinity;
  mute = new Mute();

  /** Whether this window sounds, not another one of the same browser. */
  isMine = true;

  /** Whether the last tone was for drills alone, and is not long ago. */
  isDrill(now) {
    return now - this.#drillAt < DRILL_MILLIS;
  }

  /**
   * What came since the last look is heard; what is due sounds and is told.
   *
   * @param {import('../live/store.js').State} picture
   * @param {object} of
   * @param {boolean} of.fresh whether it is the present
   * @param {boolean} of.flood whether more alerts come to this desk than anybody can work
   * @param {boolean} of.silent whether the engine that raises alerts is heard no more
   * @param {boolean} of.past whether the page shows the past: then only what is critical is heard
   * @param {number} now `elapsed()`
   */
  look(picture, { fresh, flood, silent, past }, now) {
    if (picture.catchingUp) {
      return;
    }
    this.#hear(picture, now);
    this.#warn(picture, flood, silent);
    this.isMine = this.#turn.isMine(player.blocked);
    this.#due(picture, fresh, flood, now)
      .filter(({ tone }) => this.isMine && isWanted(tone) && !(past && HUSHED.has(tone)) && !this.mute.silences(tone, now))
      .forEach(({ tone, drill }) => {
        this.#drillAt = drill ? now : -Infinity;
        player.play(tone, drill);
      });
    for (const sentence of this.#telling.due(now, past && spoken() !== 'off' ? 'critical' : spoken(), flood)) {
      (sentence.region === 'assertive' ? announceNow : announce)(newAlerts(sentence));
    }
  }

  /** Of figures that are not the present only their loss is heard: nobody can acknowledge anything then. */
  #due(picture, fresh, flood, now) {
    const lost = this.#wasFresh && !fresh;
    this.#wasFresh = fresh;
    return fresh ? this.#tones.due(work.shown(picture.alerts), now, tone => this.mute.silences(tone, now), flood)
      : lost ? [{ tone: 'lost', drill: false }] : [];
  }

  /** Says once what the service warns of: what comes back from the shelf, that a flood began or is over, that it is silent. */
  #warn({ alerts, warned }, flood, silent) {
    const told = this.#told;
    this.#told = { warned, flood, silent };
    const ending = told.warned === null || told.warned === warned ? []
      : [...warned].filter(id => !told.warned.has(id)).map(id => alerts.get(id)).filter(Boolean);
    const words = [
      ...(silent === told.silent ? [] : [say(silent ? 'announce.silent' : 'announce.tested')]),
      ...(flood === told.flood ? [] : [say(flood ? 'flood.started' : 'flood.ended')]),
      ...(ending.length === 0 ? [] : [say('shelved.soon', { count: ending.length, message: ending[0].message })]),
    ];
    if (words.length > 0 && (spoken() !== 'off' || silent !== told.silent)) {
      announce(words.join(' '));
    }
    if (silent && !told.silent && this.isMine) {
      player.play('lost');
    }
  }

  #hear(picture, now) {
    const calls = picture.calls.filter(({ seq, late }) => seq > this.#seq && !late);
    this.#seq = Math.max(this.#seq, picture.calls.at(-1)?.seq ?? 0);
    for (const call of calls.filter(({ held }) => !held)) {
      this.#tones.heard(call, now);
      this.#telling.heard(call);
    }
    if (this.#toldAt !== picture.at) {
      this.#toldAt = picture.at;
      sumUp(standing(picture));
    }
    const missed = stillWaiting(calls.filter(({ held }) => held), picture);
    sumUp(missed);
    // Critical ones sound by themselves for as long as they stand.
    const loudest = ['high', 'medium'].map(one => missed.find(call => call.level === one)).find(Boolean);
    if (loudest) {
      this.#tones.heard(loudest, now);
    }
  }
}

/** Of calls that came meanwhile, those whose alert waits still; one that called twice counts once. */
function stillWaiting(calls, picture) {
  const newest = new Map(calls.map(call => [call.id, call]));
  return [...newest.values()].filter(({ id }) => waits(picture.alerts.get(id)));
}

/** What stands in a picture as if it had just called, oldest first. */
function standing(picture) {
  return [...picture.alerts.values()].filter(alert => waits(alert) && !alert.late)
    .map(alert => ({ ...alert, level: level(alert) })).sort((a, b) => (a.raisedAt < b.raisedAt ? -1 : 1));
}

function waits(alert) {
  return alert?.state === 'unacknowledged' && isCalling(alert);
}

function sumUp(calls) {
  const words = spoken() === 'off' ? '' : summary(calls);
  if (words !== '') {
    announce(words);
  }
}
