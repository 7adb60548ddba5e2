/** Whether somebody has tried the sound in this browser since they signed in: at the beginning of a shift it is to be tried. */

const KEY = 'muster.soundTested';

let tested = null;

export function isSoundTested() {
  try {
    tested ??= localStorage.getItem(KEY) !== null;
  } catch {
    tested = false;
  }
  return tested;
}

/** @param {boolean} isTested false when somebody has signed out */
export function keepSoundTested(isTested) {
  tested = isTested;
  try {
    if (isTested) {
      localStorage.setItem(KEY, 'yes');
    } else {
      localStorage.removeItem(KEY);
    }
  } catch {
    // Without storage it holds for as long as the page.
  }
}
