/** What somebody prefers in this browser, beside the theme and what screen readers are told. It is kept there. */

/**
 * @typedef {'letters'|'still'|'tick'} Preference `letters`: keys without Ctrl or Alt do something; `still`: nothing moves or
 *   blinks; `tick`: medium alerts are heard
 * @type {Record<Preference, boolean>} as it is until somebody chooses
 */
const USUAL = { letters: true, still: false, tick: true };

const chosen = {};

/** @param {Preference} name */
export function prefers(name) {
  return chosen[name] ?? stored(name) ?? USUAL[name];
}

/** @param {Preference} name @param {boolean} on */
export function prefer(name, on) {
  chosen[name] = on;
  try {
    localStorage.setItem(keyOf(name), on ? 'on' : 'off');
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  showPreferences();
}

/** Lets stylesheets and the map know. */
export function showPreferences() {
  Object.keys(USUAL).forEach(name => { document.documentElement.dataset[name] = prefers(name) ? 'on' : 'off'; });
}

function stored(name) {
  try {
    const kept = localStorage.getItem(keyOf(name));
    return kept === null ? null : kept === 'on';
  } catch {
    return null;
  }
}

const keyOf = name => `muster.${name}`;
