const KEY = 'muster.spoken';
const CHOICES = ['all', 'critical', 'off'];
let chosen = null;

/** Of which new alerts screen readers are told, as chosen in this browser. @returns {'all'|'critical'|'off'} */
export function spoken() {
  const found = chosen ?? stored();
  return CHOICES.includes(found) ? found : 'all';
}

/** @param {'all'|'critical'|'off'} wanted */
export function speak(wanted) {
  chosen = wanted;
  try {
    localStorage.setItem(KEY, wanted);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

function stored() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
