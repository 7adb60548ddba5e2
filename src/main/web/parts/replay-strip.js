import { html, nothing } from 'lit';

import { isCalling } from '../live/alerts.js';
import { replay } from '../live/replay.js';
import { reasonOf } from '../text/refusal.js';
import { say } from '../text/text.js';
import { both } from '../text/time.js';
import { KEYS, keyName } from './keys.js';
import { player } from './player.js';

/** Waiting for so long is said. */
const PATIENCE_MILLIS = 1_000;

const key = action => keyName(KEYS.everywhere[action][0]);

/**
 * What stands in the reserved strip while the page shows the past, or is about to: which moment, how fast, whether live
 * alarms can be heard, and the ways back.
 *
 * @param {object} of
 * @param {import('../live/store.js').State} of.picture the live one
 * @param {boolean} of.fresh whether that is the present
 * @param {boolean} of.silent whether the engine that raises alerts is heard no more
 * @param {number} of.nowMillis the service's time
 * @param {() => void} of.critical shows the newest critical alert, live
 */
export function replayStrip({ picture, fresh, silent, nowMillis, critical }) {
  const calling = newestCritical(picture);
  return html`
    <div class="strip" data-kind="replay">
      <p><strong>${say('replay.word')}</strong><span>${[moment(nowMillis), waiting(nowMillis), alarms(fresh, silent)]
    .filter(Boolean).join(' — ')}</span></p>
      ${replay.failed ? html`<button type="button" @click=${() => replay.again()}>${say('replay.again')}</button>` : nothing}
      ${player.blocked ? html`<button type="button" @click=${() => player.allow()}>${say('strip.unblock')}</button>` : nothing}
      ${calling ? html`<button type="button" class="replay-critical" @click=${critical}>
        ${say('replay.critical', { message: calling.message })} <kbd>${key('critical')}</kbd></button>` : nothing}
      <button type="button" class="replay-live" @click=${() => replay.live()}>${say('replay.live')} <kbd>${key('live')}</kbd></button>
    </div>`;
}

/** The newest critical alert that nobody has acknowledged. @param {import('../live/store.js').State} picture */
export function newestCritical({ alerts }) {
  return [...alerts.values()]
    .filter(alert => alert.severity === 'critical' && alert.state === 'unacknowledged' && isCalling(alert))
    .reduce((newest, alert) => (newest && newest.raisedAt > alert.raisedAt ? newest : alert), null);
}

function moment(nowMillis) {
  const { shown, speed, playing } = replay;
  return shown === null ? '' : say(playing ? 'replay.playing' : 'replay.paused', { time: both(shown, nowMillis), speed });
}

/** What is still to come, or did not. */
function waiting(nowMillis) {
  const { wanted, failed } = replay;
  const time = both(wanted, nowMillis);
  if (failed) {
    return failed.status === 0 ? say('replay.unreachable', { time }) : say('replay.failed', { time, detail: reasonOf(failed) });
  }
  const millis = replay.waitingMillis();
  return millis > PATIENCE_MILLIS ? say('replay.waiting', { time, seconds: Math.floor(millis / 1_000) }) : '';
}

/** The past makes no sound: whether the present can. */
function alarms(fresh, silent) {
  return say(!fresh ? 'replay.noFeed' : silent ? 'replay.noEngine' : player.blocked ? 'strip.blocked' : 'replay.alarms');
}
