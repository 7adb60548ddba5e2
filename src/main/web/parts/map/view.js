import OlMap from 'ol/Map.js';
import View from 'ol/View.js';
import DragPan from 'ol/interaction/DragPan.js';
import MouseWheelZoom from 'ol/interaction/MouseWheelZoom.js';
import PinchZoom from 'ol/interaction/PinchZoom.js';
import Layer from 'ol/layer/Layer.js';

/** Moving to a place takes this long, or no time where motion is unwanted. */
const MOVE_MILLIS = 200;

/** Free space round what is brought into sight, in pixels. */
const PADDING = 44;

/** What is only looked at is drawn for a stylesheet that shows it larger. */
const LARGE = 2;

const RESOLUTION_MIN = 0.3;

/**
 * OpenLayers' view with a canvas of our own in it: it knows about panning and zooming, and nothing of what is drawn.
 */
export class MapView {
  #canvas = document.createElement('canvas');
  #home = null;

  /**
   * @param {HTMLElement} target
   * @param {object} on
   * @param {(context: CanvasRenderingContext2D, frame: import('./ground.js').Frame, moving: boolean) => void} on.paint
   * @param {(pixel: [number, number]) => void} on.clicked
   * @param {(pixel: [number, number]) => boolean} on.over whether something is there to click on
   * @param {() => void} on.moved the view has come to rest
   * @param {boolean} on.fixed whether it is only looked at: then all of it is shown, whatever its size becomes
   */
  constructor(target, { paint, clicked, over, moved, fixed }) {
    this.paint = paint;
    this.still = false;
    this.layer = new Layer({ render: state => this.#render(state) });
    this.map = new OlMap({
      target,
      controls: [],
      pixelRatio: window.devicePixelRatio * (fixed ? LARGE : 1),
      interactions: fixed ? [] : [new DragPan(), new MouseWheelZoom({ duration: MOVE_MILLIS }), new PinchZoom()],
      layers: [this.layer],
      view: new View({ center: [0, 0], resolution: 100, enableRotation: false, minResolution: RESOLUTION_MIN }),
    });
    this.map.on('moveend', moved);
    if (!fixed) {
      this.map.on('click', event => clicked(event.pixel));
      this.map.on('pointermove', event => {
        if (!event.dragging) {
          target.classList.toggle('over', over(event.pixel));
        }
      });
    }
    this.map.on('change:size', () => {
      if (this.#waiting || fixed) {
        this.showHome(this.#waiting ?? undefined);
      }
    });
  }

  /** What to do once the map has a size. */
  #waiting = null;

  #render({ viewState, size, pixelRatio, viewHints }) {
    const [width, height] = size;
    const canvas = this.#canvas;
    const pixels = [Math.round(width * pixelRatio), Math.round(height * pixelRatio)];
    if (canvas.width !== pixels[0] || canvas.height !== pixels[1]) {
      [canvas.width, canvas.height] = pixels;
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
      canvas.style.position = 'absolute';
    }
    const context = canvas.getContext('2d');
    context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    const frame = { resolution: viewState.resolution, centre: viewState.center, width, height, ratio: pixelRatio };
    this.paint(context, frame, viewHints.some(hint => hint > 0));
    return canvas;
  }

  /** Draws again with the next frame. */
  draw() {
    this.layer.changed();
  }

  /** Draws again at once: what is printed waits for no frame. */
  drawNow() {
    this.draw();
    this.map.renderSync();
  }

  /** Where home is: shown at once, unless the reader is elsewhere already. @param {number[]} extent in map units */
  settle(extent, then) {
    const first = this.#home === null;
    this.#home = extent;
    const view = this.map.getView();
    view.setMaxZoom(view.getZoomForResolution(RESOLUTION_MIN));
    if (first) {
      this.showHome(then);
    }
  }

  showHome(then = () => {}) {
    const size = this.map.getSize();
    if (!this.#home) {
      return;
    }
    if (!size || size[0] === 0 || size[1] === 0) {
      this.#waiting = then;
      return;
    }
    this.#waiting = null;
    // A move that is still under way would go on beside it and end somewhere else.
    this.map.getView().cancelAnimations();
    this.map.getView().fit(this.#home, { size, padding: [PADDING, PADDING, PADDING, PADDING], duration: 0 });
    then();
  }

  panBy(dx, dy) {
    const view = this.map.getView();
    const resolution = view.getResolution();
    const [x, y] = view.getCenter();
    this.#move({ center: [x + dx * resolution, y - dy * resolution] });
  }

  /** @param {number} levels doublings of the scale */
  zoomBy(levels) {
    const view = this.map.getView();
    this.#move({ zoom: view.getConstrainedZoom(view.getZoom() + levels) });
  }

  /** Brings a position into sight, and moves nothing when it is there already. */
  reveal([x, y]) {
    const pixel = this.map.getPixelFromCoordinate([x, y]);
    const size = this.map.getSize();
    const seen = pixel && pixel.every((value, axis) => value >= PADDING && value <= size[axis] - PADDING);
    if (size && !seen) {
      this.#move({ center: [x, y] });
    }
  }

  /** Brings an extent into sight as a whole, likewise. @param {boolean} [closer] also when it could be seen from afar */
  revealExtent(extent, closer = false) {
    const view = this.map.getView();
    const size = this.map.getSize();
    if (!size) {
      return;
    }
    const [left, bottom, right, top] = view.calculateExtent(size);
    const seen = extent[0] >= left && extent[1] >= bottom && extent[2] <= right && extent[3] <= top;
    if (!seen || closer) {
      view.cancelAnimations();
      view.fit(extent, { size, padding: [PADDING, PADDING, PADDING, PADDING], minResolution: RESOLUTION_MIN,
        duration: this.still ? 0 : MOVE_MILLIS });
    }
  }

  #move(to) {
    const view = this.map.getView();
    view.cancelAnimations();
    if (this.still) {
      if (to.center) {
        view.setCenter(to.center);
      }
      if (to.zoom !== undefined) {
        view.setZoom(to.zoom);
      }
    } else {
      view.animate({ ...to, duration: MOVE_MILLIS });
    }
  }

  /** @param {[number, number]} pixel @returns {[number, number]} in map units */
  positionAt(pixel) {
    return this.map.getCoordinateFromPixel(pixel);
  }

  /** The middle and the resolution, for the address. */
  where() {
    const view = this.map.getView();
    return { centre: view.getCenter(), resolution: view.getResolution() };
  }

  /** Goes where an address says, without a way between. */
  goTo(centre, resolution) {
    const view = this.map.getView();
    view.setCenter(centre);
    view.setResolution(resolution);
  }

  stop() {
    this.map.setTarget(undefined);
    this.map.dispose();
  }
}
