import { level } from '../live/alerts.js';
import { Mute } from '../live/mute.js';
import { Telling } from '../live/telling.js';
import { Tones } from '../live/tones.js';
import { Turn } from '../live/turn.js';
import { work } from '../live/work.js';
import { newAlerts, summary } from '../text/telling.js';
import { announce, announceNow } from './announce.js';
import { player } from './player.js';
import { spoken } from './spoken.js';

/** The word DRILL stands beside the sound for so long after a tone for drills alone. */
const DRILL_MILLIS = 5_000;

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
   * @param {boolean} fresh whether it is the present
   * @param {number} now `elapsed()`
   */
  look(picture, fresh, now) {
    if (picture.catchingUp) {
      return;
    }
    this.#hear(picture, now);
    this.isMine = this.#turn.isMine();
    this.#due(picture, fresh, now).filter(({ tone }) => this.isMine && !this.mute.silences(tone, now))
      .forEach(({ tone, drill }) => {
        this.#drillAt = drill ? now : -Infinity;
        player.play(tone, drill);
      });
    for (const sentence of this.#telling.due(now, spoken())) {
      (sentence.region === 'assertive' ? announceNow : announce)(newAlerts(sentence));
    }
  }

  /** Of figures that are not the present only their loss is heard: nobody can acknowledge anything then. */
  #due(picture, fresh, now) {
    const lost = this.#wasFresh && !fresh;
    this.#wasFresh = fresh;
    return fresh ? this.#tones.due(work.shown(picture.alerts), now, tone => this.mute.silences(tone, now))
      : lost ? [{ tone: 'lost', drill: false }] : [];
  }

  #hear(picture, now) {
    const calls = picture.calls.filter(({ seq, late }) => seq > this.#seq && !late);
    this.#seq = Math.max(this.#seq, picture.calls.at(-1)?.seq ?? 0);
    for (const call of calls.filter(({ held }) => !held)) {
      this.#tones.heard(call, now);
      this.#telling.heard(call, now);
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
  return [...newest.values()].filter(({ id }) => picture.alerts.get(id)?.state === 'unacknowledged');
}

/** What stands in a picture as if it had just called, oldest first. */
function standing(picture) {
  return [...picture.alerts.values()].filter(alert => alert.state === 'unacknowledged' && !alert.late)
    .map(alert => ({ ...alert, level: level(alert) })).sort((a, b) => (a.raisedAt < b.raisedAt ? -1 : 1));
}

function sumUp(calls) {
  const words = spoken() === 'off' ? '' : summary(calls);
  if (words !== '') {
    announce(words);
  }
}
