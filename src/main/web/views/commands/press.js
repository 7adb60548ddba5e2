/**
 * Presses a key for somebody who typed the name of what it does.
 *
 * @param {string} name as `keys.js` has it
 * @param {HTMLElement|null} place where it works; null for everywhere
 */
export function pressKey(name, place) {
  const parts = name.split(/\+(?=.)/);
  const key = parts.at(-1);
  const held = new Set(parts.slice(0, -1));
  const code = /^[A-Z]$/.test(key) ? `Key${key}` : /^\d$/.test(key) ? `Digit${key}` : key;
  place?.focus();
  (place ?? window).dispatchEvent(new KeyboardEvent('keydown', {
    key: held.has('Shift') || key.length > 1 ? key : key.toLowerCase(), code, altKey: held.has('Alt'), ctrlKey: held.has('Ctrl'),
    shiftKey: held.has('Shift'), bubbles: true, cancelable: true,
  }));
}
