import { html, nothing } from 'lit';

import { Lack } from '../../live/missing.js';
import { pastMillis } from '../../live/past.js';
import { replay } from '../../live/replay.js';
import { select, selected, Selecting } from '../../live/selection.js';
import messages from '../../messages/en-timeline.js';
import { titleOf } from '../../parts/incident.js';
import { actionOf, KEYS } from '../../parts/keys.js';
import { watchLook } from '../../parts/map/look.js';
import { Part } from '../../parts/part.js';
import { reasonOf } from '../../text/refusal.js';
import { know, say, sayOf } from '../../text/text.js';
import { both, localClock, localTime } from '../../text/time.js';
import { axisTime } from './axis-time.js';
import { controls } from './controls.js';
import { coloursOf, draw, hitAt } from './drawing.js';
import './go-to.js';
import { itemsOf, touches } from './items.js';

know(messages);

KEYS.timeline = {
  back: ['ArrowLeft'],
  forward: ['ArrowRight'],
  back10: ['Shift+ArrowLeft'],
  forward10: ['Shift+ArrowRight'],
  play: [' '],
  slower: ['['],
  faster: [']'],
  first: ['Home'],
  last: ['End'],
  zoomIn: ['+', '='],
  zoomOut: ['-'],
  earlier: ['PageUp'],
  later: ['PageDown'],
};

/** Pressed and moved by so little, it is a click. */
const CLICK_PIXELS = 4;

/** The words for a thing on the axis. @param {import('./items.js').Item} item */
export function wordsOf(item) {
  return item.type === 'alert' ? item.title : titleOf(item);
}

/** The time axis: what was, is and is planned; the moment that the page shows, moved by drag and by keys. */
class Axis extends Part {
  #selecting = new Selecting(this);
  #hits = [];
  #pressed = null;
  #items = { of: [], all: [] };
  #resize = new ResizeObserver(() => this.requestUpdate());
  #unwatch = () => {};

  constructor() {
    super();
    replay.follow(this);
    axisTime.followBy(this);
    new Lack(this, 'axis', () => axisTime.failed !== null);
  }

  connectedCallback() {
    super.connectedCallback();
    this.#resize.observe(this);
    this.#unwatch = watchLook(() => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#resize.disconnect();
    this.#unwatch();
  }

  /** The moment that is shown or, while another one is waited for, that one. */
  get moment() {
    return replay.wanted ?? this.now;
  }

  /** The present. While the past is shown `nowMillis` is a moment of it. */
  get now() {
    return replay.nowMillis();
  }

  get stretch() {
    return axisTime.stretch(this.moment, replay.isOn);
  }

  /** All that is known of the stretch, and around it. @returns {import('./items.js').Item[]} */
  items() {
    const { told } = axisTime;
    const picture = pastMillis() === null ? this.picture : null;
    const of = [told, picture?.protests, picture?.incidents, picture?.alerts];
    if (of.some((one, index) => one !== this.#items.of[index])) {
      this.#items = { of, all: itemsOf(told, picture) };
    }
    return this.#items.all;
  }

  /** What comes in many times a second is drawn with the next second. */
  shouldUpdate(changed) {
    return !(changed.size === 1 && changed.has('picture'));
  }

  render() {
    const { from, to } = this.stretch;
    return html`
      <section class="axis ${this.staleAt === null ? '' : 'is-stale'}" aria-labelledby="axis">
        <h2 id="axis" class="unseen">${say('axis.heading')}</h2>
        <div class="axis-head">${controls({ moment: this.moment, stretch: this.stretch, now: this.now })}
          ${this.noted(from, to)}</div>
        <div class="axis-area" dir="ltr">
          <canvas aria-hidden="true"></canvas><span class="axis-probe" aria-hidden="true"></span>
          <div class="axis-slider" role="slider" tabindex="0" aria-label=${say('axis.slider')}
            aria-valuemin=${Math.round(from / 1_000)} aria-valuemax=${Math.round(Math.max(this.now, this.moment) / 1_000)}
            aria-valuenow=${Math.round(this.moment / 1_000)} aria-valuetext=${this.valueText()}
            @keydown=${this.keyed} @pointerdown=${this.down} @pointermove=${this.moved} @pointerup=${this.up}
            @pointercancel=${this.cancelled}></div>
        </div>
      </section>`;
  }

  valueText() {
    if (this.staleAt !== null && !replay.isOn) {
      return say('panel.asOf', { time: both(this.staleAt, this.now) });
    }
    return say(replay.playing ? 'axis.playing' : replay.isOn ? 'axis.paused' : 'axis.live',
      { time: both(this.moment, this.now), speed: replay.speed });
  }

  noted(from, to) {
    const words = this.note(from, to);
    const isFailed = typeof words !== 'string';
    return html`<p class="axis-note" ?data-failed=${isFailed} title=${isFailed ? nothing : words}>${words}</p>`;
  }

  /** What is not drawn, and as of when it is known. */
  note(from, to) {
    const { told, failed } = axisTime;
    if (this.staleAt !== null) {
      return say('panel.asOf', { time: localClock(this.staleAt) });
    }
    if (failed) {
      return html`${failed.status === 0 ? say('axis.unreachable') : say('axis.failed', { detail: reasonOf(failed) })}
        <button type="button" @click=${() => axisTime.again()}>${say('replay.again')}</button>`;
    }
    if (told === null) {
      return say('axis.loading');
    }
    const begun = told.begun === null ? null : Date.parse(told.begun);
    return [
      ...Object.entries(told.more).filter(([, count]) => count > 0).map(([kind, count]) => say(`axis.more.${kind}`, { count })),
      replay.isOn ? say('axis.today') : '',
      begun === null ? say('axis.empty') : begun > from ? say('axis.begun', { time: localTime(begun, this.now) }) : '',
      this.items().some(item => touches(item, from, to)) ? '' : say('axis.nothing'),
    ].filter(Boolean).join(' ');
  }

  updated() {
    axisTime.look(this.stretch);
    const canvas = this.querySelector('canvas');
    const { clientWidth: width, clientHeight: height } = canvas;
    if (width === 0) {
      return;
    }
    const ratio = window.devicePixelRatio;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    const context = canvas.getContext('2d');
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const { from, to } = this.stretch;
    this.#hits = draw(context, {
      width, height, stretch: { from, to }, items: this.items().filter(item => touches(item, from, to)),
      floods: axisTime.told?.floods ?? [], now: this.now, shown: replay.shown, wanted: replay.wanted, chosen: selected(),
      titleOf: item => `${wordsOf(item)}${item.type === 'protest' && item.status !== 'planned' ? ` · ${sayOf('status', item.status)}` : ''}`,
      colours: coloursOf(this.querySelector('.axis-probe')),
    });
  }

  /** Goes to a moment; the axis stands still from then on, so that one sees the moment move. */
  goTo(millis) {
    axisTime.hold(this.stretch.from);
    replay.goTo(millis);
    if (!replay.isOn) {
      axisTime.follow();
    }
  }

  keyed(event) {
    const { step } = axisTime;
    const act = {
      back: () => this.goTo(this.moment - step), back10: () => this.goTo(this.moment - 10 * step),
      forward: () => this.goTo(this.moment + step), forward10: () => this.goTo(this.moment + 10 * step),
      play: () => this.play(), slower: () => replay.faster(-1), faster: () => replay.faster(1),
      first: () => this.goTo(this.stretch.from), last: () => replay.live(),
      zoomIn: () => axisTime.zoom(-1, this.moment, this.stretch), zoomOut: () => axisTime.zoom(1, this.moment, this.stretch),
      earlier: () => axisTime.pan(-1, this.stretch), later: () => axisTime.pan(1, this.stretch),
    }[actionOf('timeline', event)];
    if (act) {
      event.preventDefault();
      act();
    }
  }

  play() {
    if (replay.isOn) {
      replay.turn();
    }
  }

  down(event) {
    if (event.button !== 0) {
      return;
    }
    event.currentTarget.setPointerCapture(event.pointerId);
    this.#pressed = { x: event.offsetX, hit: hitAt(this.#hits, event.offsetX, event.offsetY), moved: false };
  }

  moved(event) {
    const { offsetX, offsetY, currentTarget } = event;
    if (this.#pressed === null) {
      const hit = hitAt(this.#hits, offsetX, offsetY);
      currentTarget.title = hit ? wordsOf(hit) : '';
      currentTarget.classList.toggle('is-over', hit !== null);
      return;
    }
    this.#pressed.moved ||= Math.abs(offsetX - this.#pressed.x) > CLICK_PIXELS;
    if (this.#pressed.moved) {
      this.goTo(this.at(offsetX, currentTarget.clientWidth));
    }
  }

  /** A click on something selects it, elsewhere it goes to that moment. */
  up(event) {
    const pressed = this.#pressed;
    this.#pressed = null;
    if (pressed?.hit && !pressed.moved) {
      select({ type: pressed.hit.type, id: pressed.hit.id });
    } else if (pressed && !pressed.moved) {
      this.goTo(this.at(event.offsetX, event.currentTarget.clientWidth));
    }
  }

  cancelled() {
    this.#pressed = null;
  }

  at(x, width) {
    const { from, to } = this.stretch;
    return from + Math.min(Math.max(x / width, 0), 1) * (to - from);
  }

  takeFocus() {
    this.querySelector('.axis-slider')?.focus();
  }
}

customElements.define('muster-axis', Axis);
