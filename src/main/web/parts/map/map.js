import { html, nothing } from 'lit';

import { meantInAddress, putInAddress } from '../../live/address.js';
import { asked, givePlace, Picking } from '../../live/pick.js';
import { select, selected, Selecting } from '../../live/selection.js';
import { say } from '../../text/text.js';
import { announce } from '../announce.js';
import { actionOf } from '../keys.js';
import { panel } from '../panel.js';
import { Part, show } from '../part.js';
import { Bounds } from './bounds.js';
import { described, inViewList } from './in-view.js';
import { legend, symbols } from './legend.js';
import { lookOf, watchLook } from './look.js';
import { latOf, lonOf, xOf, yOf } from './mercator.js';
import { nextIn } from './next.js';
import { Scene } from './scene.js';
import { Under } from './under.js';
import { MapView } from './view.js';

/** Half the period of the change in brightness. */
const BLINK_MILLIS = 500;

const MINUTE_MILLIS = 60_000;

/** How far an arrow key pans. */
const STEP_PIXELS = 120;

const LAYERS = ['areas', 'units', 'labels', 'base'];

/** The map of areas, incidents, protests and units, and the same as a list. */
class MapPart extends Part {
  static properties = {
    /** Whether it is only looked at: then it has no controls, and shows all of it. */
    bare: { attribute: false },
    listed: { state: true },
    off: { state: true },
    rows: { state: true },
  };

  #scene = new Scene(() => this.#view?.draw(), () => this.#list());
  #bounds = new Bounds(this, outlines => {
    this.#scene.takeOutlines(outlines);
    this.#settle(outlines);
  });
  #under = new Under(this);
  #view = null;
  #stop = [];
  #pointed = null;
  #bySelf = false;
  /** Of which what is shown was taken: what is known grows old without a word. */
  #minute = 0;
  #waiting = false;

  constructor() {
    super();
    this.bare = false;
    this.listed = false;
    this.off = meantInAddress('off', layersOf, new Set());
    this.rows = [];
    new Selecting(this, () => this.#selected());
    new Picking(this);
  }

  render() {
    return this.bare ? this.picturedOnly() : this.worked();
  }

  picturedOnly() {
    return html`
      <div class="map-frame bare">
        <div class="map-canvas" dir="ltr" role="img" aria-label=${say('map.label')}></div>
        ${this.#bounds.failed ? html`<p class="map-failed">${say('map.failed')}</p>` : nothing}
        ${this.#under.words()}
        <span class="map-probe" aria-hidden="true"></span>
      </div>
      ${legend()}`;
  }

  worked() {
    const switches = html`
      <div class="map-switches" role="group" aria-label=${say('map.layers')}>${LAYERS.filter(layer => layer !== 'base' || this.#under.base).map(layer => html`
        <button type="button" aria-pressed=${String(!this.off.has(layer))} @click=${() => this.toggle(layer)}>
          ${say(`map.layer.${layer}`)}</button>`)}
        <button type="button" aria-expanded=${String(this.listed)} aria-controls="map-list"
          @click=${() => this.toggleList()}>${say('map.inView')}</button>
        ${symbols()}
      </div>`;
    return panel({ id: 'map', heading: say('board.map'), extra: switches, staleAt: this.staleAt }, html`
      <div class="map-body ${this.listed ? 'with-list' : ''}">
        <div class="map-frame ${asked() ? 'asked' : ''}">
          <div class="map-canvas" dir="ltr" data-keys="map" tabindex="0" role="application" aria-label=${say('map.label')}
            aria-describedby="map-keys" @keydown=${this.keyed}></div>
          <p id="map-keys" class="unseen">${say('map.keys')}</p>
          <div class="map-zoom">
            <button type="button" aria-label=${say('map.zoomIn')} @click=${() => this.#view.zoomBy(1)}>+</button>
            <button type="button" aria-label=${say('map.zoomOut')} @click=${() => this.#view.zoomBy(-1)}>−</button>
            <button type="button" class="map-home" @click=${() => this.goHome()}>${say('map.home')}</button>
          </div>
          ${asked() ? html`<p class="map-asked">${say('map.asked')}
            <button type="button" @click=${() => givePlace(null)}>${say('map.noPlace')}</button></p>` : nothing}
          ${this.#bounds.failed ? html`<p class="map-failed">${say('map.failed')}
            <button type="button" @click=${() => this.#bounds.retry()}>${say('told.again')}</button></p>` : nothing}
          ${this.#under.words()}
          <span class="map-probe" aria-hidden="true"></span>
        </div>
        <div id="map-list" class="map-list" ?hidden=${!this.listed}>
          ${this.listed ? inViewList(this.rows, this.#scene.chosen, ref => this.choose(ref), this.nowMillis) : nothing}
        </div>
      </div>
      ${legend()}`);
  }

  firstUpdated() {
    const probe = this.querySelector('.map-probe');
    const wear = () => {
      const look = lookOf(probe);
      this.#scene.wear(look);
      if (this.#view) {
        this.#view.still = look.still;
        this.#view.drawNow();
      }
    };
    wear();
    this.#view = new MapView(this.querySelector('.map-canvas'), {
      paint: (context, frame, moving) => this.#scene.paint(context, frame, moving),
      clicked: pixel => this.#clicked(pixel),
      over: pixel => this.#scene.at(pixel) !== null,
      moved: () => this.#moved(),
      fixed: this.bare,
    });
    wear();
    this.#scene.layers = this.#layers();
    this.#under.lay(this.#scene);
    this.#selected();
    const blink = setInterval(() => this.#blink(), BLINK_MILLIS);
    this.#stop = [watchLook(wear), () => clearInterval(blink)];
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop.forEach(stop => stop());
    this.#scene.stop();
    this.#view?.stop();
    this.#view = null;
  }

  updated(changed) {
    if (asked() && !this.#waiting && !this.bare) {
      show(this, 'map');
    }
    this.#waiting = asked();
    const minute = Math.floor(this.nowMillis / MINUTE_MILLIS);
    if (changed.has('picture') || changed.has('staleAt') || minute !== this.#minute) {
      this.#minute = minute;
      this.#scene.take(this.picture, this.staleAt !== null, this.nowMillis);
      this.#bounds.look(this.picture);
    }
  }

  #settle(outlines) {
    if (outlines.length > 0) {
      const corners = outlines.map(({ extent }) => extent);
      const extent = [0, 1, 2, 3].map(side => Math[side < 2 ? 'min' : 'max'](...corners.map(corner => corner[side])));
      this.#view.settle(extent, () => this.#goToAddress());
    }
  }

  /** Goes to the place that the address names. */
  #goToAddress() {
    const place = this.bare ? null : meantInAddress('map', placeOf, null);
    if (place) {
      this.#view.goTo(place.centre, place.resolution);
    }
    this.home = this.#view.where();
  }

  #moved() {
    if (this.home && !this.bare) {
      const { centre, resolution } = this.#view.where();
      const away = Math.abs(resolution / this.home.resolution - 1) > 0.01
        || Math.hypot(centre[0] - this.home.centre[0], centre[1] - this.home.centre[1]) > 4 * resolution;
      if (away) {
        putInAddress('map', [lonOf(centre[0]).toFixed(5), latOf(centre[1]).toFixed(5), resolution.toFixed(2)].join('_'));
      }
    }
    this.#list();
  }

  goHome() {
    this.#view.showHome();
    putInAddress('map', null);
    this.home = this.#view.where();
  }

  #blink() {
    const dim = !this.#scene.dim && this.#scene.restless && !this.#scene.look.still;
    if (dim !== this.#scene.dim) {
      this.#scene.dim = dim;
      this.#view.draw();
    }
  }

  #layers() {
    return Object.fromEntries(LAYERS.map(layer => [layer, !this.off.has(layer)]));
  }

  toggle(layer) {
    this.off = new Set(LAYERS.filter(one => this.off.has(one) !== (one === layer)));
    putInAddress('off', this.off.size === 0 ? null : [...this.off].join('.'));
    this.#scene.switch(this.#layers());
  }

  async toggleList(listed = !this.listed) {
    this.listed = listed;
    this.#list();
    await this.updateComplete;
  }

  #list() {
    if (this.listed) {
      this.rows = this.#scene.inView();
    }
  }

  /** What is selected, or what the selected alert is about. */
  #subject() {
    const now = selected();
    return now?.type === 'alert' ? this.picture?.alerts?.get(now.id)?.subject ?? null : now;
  }

  #selected() {
    const subject = this.#subject();
    this.#pointed = null;
    this.#scene.mark(subject, null);
    if (subject && this.#view && !this.#bySelf && !this.bare) {
      this.#reveal(subject);
    }
    this.#bySelf = false;
  }

  #reveal(ref) {
    const position = this.#scene.positionOf(ref);
    if (ref.type === 'area' && this.#scene.outline(ref.id)) {
      this.#view.revealExtent(this.#scene.outline(ref.id).extent);
    } else if (position) {
      this.#view.reveal(position);
    }
  }

  /** Selects what is shown here already. */
  choose({ type, id }) {
    this.#bySelf = true;
    select({ type, id });
    this.#bySelf = false;
  }

  #clicked(pixel) {
    if (asked()) {
      this.#give(this.#view.positionAt(pixel));
      return;
    }
    const hit = this.#scene.at(pixel);
    if (!hit) {
      select(null);
    } else if (hit.type === 'cluster') {
      this.#open(hit);
    } else {
      this.choose(hit);
    }
  }

  /** Goes closer until a cluster comes apart; what lies at one place is selected one after the other. */
  #open({ group }) {
    const extent = this.#scene.extentOfGroup(group);
    if (Math.max(extent[2] - extent[0], extent[3] - extent[1]) < 1) {
      this.choose(this.#scene.members(group)[0]);
    } else {
      this.#view.revealExtent(extent, true);
    }
  }

  keyed(event) {
    if (asked() && event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      givePlace(null);
      return;
    }
    const act = this.#acts(event.key)[actionOf('map', event)];
    if (act) {
      event.preventDefault();
      act();
    }
  }

  #acts(key) {
    const [right, down] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key] ?? [0, 0];
    return {
      pan: () => this.#view.panBy(right * STEP_PIXELS, down * STEP_PIXELS),
      nearest: () => this.#pointNext(key),
      zoomIn: () => this.#view.zoomBy(1),
      zoomOut: () => this.#view.zoomBy(-1),
      home: () => this.goHome(),
      choose: () => (asked() ? this.#give(this.#view.where().centre) : this.#enter()),
      list: () => this.#toList(),
    };
  }

  #give([x, y]) {
    givePlace({ lat: latOf(y), lon: lonOf(x) });
  }

  #pointNext(key) {
    const things = this.#scene.everything();
    const here = this.#pointed ?? this.#scene.chosen;
    const from = here && things.find(({ type, id }) => type === here.type && id === here.id);
    const [x, y] = this.#view.where().centre;
    const next = nextIn(key, things, from ?? { x, y });
    if (next) {
      this.#pointed = { type: next.type, id: next.id };
      this.#scene.mark(this.#scene.chosen, this.#pointed);
      this.#reveal({ ...this.#pointed });
      announce(described(next, this.nowMillis));
    } else {
      announce(say('map.noNext'));
    }
  }

  #enter() {
    if (this.#pointed) {
      this.choose(this.#pointed);
    } else if (this.#scene.chosen) {
      show(this, 'selected');
    }
  }

  async #toList() {
    await this.toggleList(true);
    this.querySelector('.map-list button')?.focus();
  }

  takeFocus() {
    this.querySelector('.map-canvas').focus();
  }

  /** What the map shows, for tests. */
  drawn() {
    return { ...this.#scene.drawn(), base: this.#under.base?.drawn(), chosen: this.#scene.chosen, pointed: this.#pointed };
  }
}

/** The layers that an address switches off; null when one of them is none. */
function layersOf(written) {
  const layers = written.split('.');
  return layers.every(layer => LAYERS.includes(layer)) ? new Set(layers) : null;
}

/** The place that an address names; null when it is none. */
function placeOf(written) {
  const [lon, lat, resolution] = written.split('_').map(Number);
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 85 && resolution > 0 ? { centre: [xOf(lon), yOf(lat)], resolution } : null;
}

customElements.define('muster-map', MapPart);
