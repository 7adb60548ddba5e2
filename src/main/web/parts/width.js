/** Draws its host again when a media query begins or ceases to match. */
export class Width {
  /** @param {import('lit').ReactiveControllerHost} host @param {string} query */
  constructor(host, query) {
    this.query = window.matchMedia(query);
    this.listener = () => host.requestUpdate();
    host.addController(this);
  }

  get matches() {
    return this.query.matches;
  }

  hostConnected() {
    this.query.addEventListener('change', this.listener);
  }

  hostDisconnected() {
    this.query.removeEventListener('change', this.listener);
  }
}
