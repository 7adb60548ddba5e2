/**
 * Says something to screen readers, politely. Counters, ages and changing rows are never said: only what the user did,
 * whether the feed is lost or back, and new high alerts.
 */
export function announce(words) {
  put('polite', words);
}

/** Says something at once, over whatever is being read: emergencies and new critical alerts only. */
export function announceNow(words) {
  put('assertive', words);
}

function put(id, words) {
  const region = document.getElementById(id);
  // The same words twice would not be read twice.
  region.textContent = region.textContent === words ? `${words}\u00a0` : words;
}
