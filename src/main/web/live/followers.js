/** Those who are drawn again when something outside of them changes. */
export class Followers {
  #all = new Set();

  /** It has changed. @param {...unknown} said what each of them is told of it */
  tell(...said) {
    this.#all.forEach(follower => follower(...said));
  }

  /**
   * From now on a host is drawn again at each change, while it is on the page.
   *
   * @param {import('lit').ReactiveControllerHost} host
   * @param {(...said: unknown[]) => void} [first] called before the host is drawn again
   */
  add(host, first = () => {}) {
    const follower = (...said) => {
      first(...said);
      host.requestUpdate();
    };
    host.addController({
      hostConnected: () => this.#all.add(follower),
      hostDisconnected: () => this.#all.delete(follower),
    });
  }
}
