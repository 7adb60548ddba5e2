/** Silence for a while, never for good. Reads no clock: every moment is given, in milliseconds of `elapsed()`. */

/** Longest silence. */
export const MUTE_MAX_MILLIS = 15 * 60_000;

/** Longest silence of an emergency: it sounds again before it can be silenced again. */
export const EMERGENCY_MUTE_MAX_MILLIS = 60_000;

export class Mute {
  #until = 0;
  #emergencyUntil = 0;

  /** Begins a silence, or begins it anew; an emergency's silence under way is not made longer by that. */
  start(millis, now) {
    this.#until = now + Math.min(millis, MUTE_MAX_MILLIS);
    if (now >= this.#emergencyUntil) {
      this.#emergencyUntil = now + Math.min(millis, EMERGENCY_MUTE_MAX_MILLIS);
    }
  }

  end() {
    this.#until = 0;
    this.#emergencyUntil = 0;
  }

  /** @param {import('./tones.js').Tone} tone */
  silences(tone, now) {
    return tone !== 'test' && now < (tone === 'emergency' ? Math.min(this.#until, this.#emergencyUntil) : this.#until);
  }

  /** Until it ends by itself; 0 when nothing is muted. */
  leftMillis(now) {
    return Math.max(0, this.#until - now);
  }

  /** Until an emergency is heard again. */
  emergencyLeftMillis(now) {
    return Math.max(0, Math.min(this.#until, this.#emergencyUntil) - now);
  }
}
