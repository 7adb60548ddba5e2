/**
 * Whether the service has another version of this page than the one that runs: the tag of its script is compared with the
 * one that it had when the page was loaded.
 */
const SCRIPT = '/main.js';

/** A request unanswered for this long is given up. */
const DEADLINE_MILLIS = 5_000;

let ofPage = null;
let ofService = null;

/** Asks for the script's headers. @returns {Promise<Headers|null>} null when the service was not reached */
export async function askForVersion() {
  try {
    const { ok, headers } = await fetch(SCRIPT, {
      method: 'HEAD', cache: 'no-store', credentials: 'same-origin', signal: AbortSignal.timeout(DEADLINE_MILLIS),
    });
    const tag = ok ? headers.get('ETag') : null;
    ofPage ??= tag;
    ofService = tag ?? ofService;
    return headers;
  } catch {
    return null;
  }
}

/** Whether to load the page again at a quiet time. */
export function isOutdated() {
  return ofPage !== null && ofService !== ofPage;
}
