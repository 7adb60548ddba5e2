/**
 * Says something to screen readers, politely. Counters, ages and changing rows are never said: only what the user did
 * and whether the feed is lost or back.
 */
export function announce(words) {
  const region = document.getElementById('polite');
  // The same words twice would not be read twice.
  region.textContent = region.textContent === words ? `${words}\u00a0` : words;
}
