/** Makes the tones, with WebAudio alone. */

import { Followers } from '../live/followers.js';

/** @typedef {import('../live/tones.js').Tone} Tone */

/**
 * Each tone as notes: hertz, seconds, and how loud from 0 to 1; 0 Hz is a rest. They differ by rhythm and number of notes,
 * not by pitch alone.
 *
 * @type {Record<Tone, [number, number, number][]>}
 */
const NOTES = {
  emergency: [1, 2, 3, 4].flatMap(() => [[1_480, 0.11, 0.9], [1_050, 0.11, 0.9]]),
  critical: [[784, 0.16, 0.8], [0, 0.04, 0], [988, 0.16, 0.8], [0, 0.04, 0], [1_175, 0.26, 0.8]],
  high: [[659, 0.2, 0.6], [0, 0.05, 0], [523, 0.3, 0.6]],
  medium: [[880, 0.05, 0.25]],
  lost: [[330, 0.3, 0.5], [0, 0.05, 0], [220, 0.5, 0.5]],
};
NOTES.test = [...NOTES.critical, [0, 0.4, 0], ...NOTES.high];

/** A note swells and fades for so long, so that it does not click. */
const EDGE_SECONDS = 0.012;

/** How long the browser is given to say whether sound may begin by itself. */
const PROBE_MILLIS = 250;

class Player {
  /** @type {AudioContext|null} */
  #context = null;
  #freeAt = 0;
  #followers = new Followers();
  #begun = false;

  /** Whether the browser keeps the page silent; false while nothing was tried. */
  blocked = false;

  /** Begins, as far as the browser lets it; after this each press of a key or a button is taken as leave. */
  begin() {
    if (this.#begun) {
      return;
    }
    this.#begun = true;
    for (const type of ['pointerdown', 'keydown']) {
      window.addEventListener(type, () => this.allow(), { capture: true, passive: true });
    }
    if (navigator.userActivation?.hasBeenActive ?? true) {
      this.allow();
    } else {
      this.#probe();
    }
  }

  /** Somebody pressed something: sound may begin. */
  async allow() {
    this.#context ??= this.#made();
    if (this.#context?.state === 'suspended') {
      await this.#context.resume().catch(() => {});
    }
    this.#look();
  }

  /** Draws a host again when the browser blocks the sound or no longer does. @param {import('lit').ReactiveControllerHost} host */
  follow(host) {
    this.#followers.add(host);
  }

  /**
   * Plays a tone, after those that are being played; and tells the page of it, whether it can be heard or not, as the
   * event `muster-tone` of the window with `{tone, drill, blocked}`.
   *
   * @param {Tone} tone
   */
  play(tone, drill = false) {
    window.dispatchEvent(new CustomEvent('muster-tone', { detail: { tone, drill, blocked: this.blocked } }));
    if (this.#context?.state !== 'running') {
      return;
    }
    let at = Math.max(this.#context.currentTime + 0.02, this.#freeAt);
    for (const [hertz, seconds, loud] of NOTES[tone]) {
      if (hertz > 0) {
        this.#note(hertz, at, seconds, loud);
      }
      at += seconds;
    }
    this.#freeAt = at + 0.15;
  }

  #note(hertz, at, seconds, loud) {
    const oscillator = new OscillatorNode(this.#context, { type: 'triangle', frequency: hertz });
    const gain = new GainNode(this.#context, { gain: 0 });
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(loud, at + EDGE_SECONDS);
    gain.gain.setValueAtTime(loud, at + seconds - EDGE_SECONDS);
    gain.gain.linearRampToValueAtTime(0, at + seconds);
    oscillator.connect(gain).connect(this.#context.destination);
    oscillator.start(at);
    oscillator.stop(at + seconds);
  }

  /**
   * Asks without noise whether the browser lets a page sound that nobody has touched yet: an audio element with nothing
   * to play is refused at once where it does not.
   */
  async #probe() {
    const element = new Audio();
    element.srcObject = new MediaStream();
    const refused = element.play().then(() => false, fault => fault.name === 'NotAllowedError');
    const silent = await Promise.race([refused, new Promise(done => setTimeout(done, PROBE_MILLIS, false))]);
    element.srcObject = null;
    if (silent) {
      this.#look();
    } else {
      this.allow();
    }
  }

  #made() {
    try {
      const context = new AudioContext();
      context.onstatechange = () => this.#look();
      return context;
    } catch {
      return null;
    }
  }

  #look() {
    const blocked = this.#context?.state !== 'running';
    if (blocked !== this.blocked) {
      this.blocked = blocked;
      this.#followers.tell();
    }
  }
}

export const player = new Player();
