import { meantInAddress, oneOf, putInAddress } from '../live/address.js';

const KEY = 'muster.theme';
const THEMES = ['dark', 'light'];

let chosen = null;

/** Paper is light, also where a canvas draws on it. */
const PRINT = window.matchMedia('print');
PRINT.addEventListener('change', showTheme);

/**
 * The theme that the address names, else the one that was chosen in this browser; dark until then, because control rooms
 * are.
 *
 * @returns {'dark'|'light'}
 */
export function theme() {
  return meantInAddress('theme', oneOf(THEMES), null) ?? (stored() === 'light' ? 'light' : 'dark');
}

/** Shows the theme without choosing it. */
export function showTheme() {
  document.documentElement.dataset.theme = PRINT.matches ? 'light' : theme();
}

/** @param {'dark'|'light'} next */
export function chooseTheme(next) {
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  chosen = next;
  putInAddress('theme', next);
  showTheme();
}

export function toggleTheme() {
  chooseTheme(theme() === 'dark' ? 'light' : 'dark');
}

function stored() {
  try {
    return chosen ?? localStorage.getItem(KEY);
  } catch {
    return chosen;
  }
}
