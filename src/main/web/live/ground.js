/** What the operator drew to lie under the areas. It is kept by the browser, which asks only whether it has changed. */

/** It may be large, and nothing waits for it. */
const DEADLINE_MILLIS = 60_000;

/** @returns {Promise<{attribution: string, features: object[]}|null>} null when the service does not give it */
export async function drawnGround() {
  try {
    const answer = await fetch('/api/v1/ground.geojson', {
      cache: 'no-cache',
      credentials: 'same-origin',
      redirect: 'error',
      signal: AbortSignal.timeout(DEADLINE_MILLIS),
    });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
