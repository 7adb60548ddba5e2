const KEY = 'muster.theme';

/** The theme that was chosen in this browser; dark until then, because control rooms are. @returns {'dark'|'light'} */
export function theme() {
  return stored() === 'light' ? 'light' : 'dark';
}

/** Shows the theme without choosing it. */
export function showTheme() {
  document.documentElement.dataset.theme = theme();
}

export function toggleTheme() {
  const next = theme() === 'dark' ? 'light' : 'dark';
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  document.documentElement.dataset.theme = next;
  chosen = next;
}

let chosen = null;

function stored() {
  try {
    return chosen ?? localStorage.getItem(KEY);
  } catch {
    return chosen;
  }
}
