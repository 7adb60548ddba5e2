import { html, nothing } from 'lit';

import { SPEEDS } from '../../live/moment.js';
import { replay } from '../../live/replay.js';
import { linkTo, view } from '../../live/view.js';
import { KEYS, keyName } from '../../parts/keys.js';
import { say } from '../../text/text.js';
import { age } from '../../text/time.js';
import { axisTime } from './axis-time.js';

/** A replay that is begun by its button begins so long ago, as by its key. */
const BACK_MILLIS = 300_000;

/**
 * The row of buttons above the axis; what moves along it stands as it moves, whichever way texts run. A button that has nothing to do says why and keeps its place.
 *
 * @param {{moment: number, stretch: {from: number, to: number}, now: number}} of
 */
export function controls({ moment, stretch, now }) {
  const { isOn, playing, speed } = replay;
  const off = isOn ? null : say('axis.onlyPast');
  const step = age(axisTime.step);
  const at = SPEEDS.indexOf(speed);
  return html`
    <div class="axis-controls">
      <span class="axis-group" dir="ltr" role="group" aria-label=${say('axis.replay')}>
        ${isOn ? button('live', say('replay.live'), () => replay.live(), null, KEYS.everywhere.live)
    : button('replay', say('axis.replay'), () => replay.goTo(now - BACK_MILLIS), null, KEYS.everywhere.replay)}
        ${button('back', say('axis.back', { step }), () => move(-axisTime.step, moment, stretch), null)}
        ${button('play', say(playing ? 'axis.pause' : 'axis.play'), () => replay.turn(), off)}
        ${button('forward', say('axis.forward', { step }), () => move(axisTime.step, moment, stretch), off)}
        ${button('slower', say('axis.slower'), () => replay.faster(-1), off ?? (at === 0 ? say('axis.slowest') : null))}
        <span class="axis-speed">${say('axis.speed', { speed })}</span>
        ${button('faster', say('axis.faster'), () => replay.faster(1), off ?? (at === SPEEDS.length - 1 ? say('axis.fastest') : null))}
      </span>
      <muster-go-to .moment=${moment} .now=${now}></muster-go-to>
      <span class="axis-group" role="group" aria-label=${say('axis.stretch')}>
        ${button('zoomIn', say('axis.zoomIn'), () => axisTime.zoom(-1, moment, stretch), null)}
        <span class="axis-span">${age(axisTime.span)}</span>
        ${button('zoomOut', say('axis.zoomOut'), () => axisTime.zoom(1, moment, stretch), null)}
        ${button('earlier', say('axis.earlier'), () => axisTime.pan(-1, stretch), null)}
        ${button('later', say('axis.later'), () => axisTime.pan(1, stretch), null)}
      </span>
      ${view().name === 'timeline' ? nothing : html`<a class="axis-all" href=${linkTo('timeline')}>${say('axis.all')}</a>`}
    </div>`;
}

function move(by, moment, stretch) {
  axisTime.hold(stretch.from);
  replay.goTo(moment + by);
}

function button(name, words, act, off, keys) {
  return html`<button type="button" data-axis=${name} aria-disabled=${String(off !== null)} title=${off ?? nothing}
    @click=${() => (off === null ? act() : undefined)}>${words}${keys ? html` <kbd>${keyName(keys[0])}</kbd>` : nothing}</button>`;
}
