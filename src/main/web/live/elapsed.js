let monotonic = performance.now();
let wall = Date.now();
let total = 1;

/**
 * Milliseconds that have passed on this page, never going back. The browser's monotonic clock stands still while the
 * computer sleeps and the wall clock may be set back: whichever moved further counts, so that silence is never taken
 * for shorter than it was.
 */
export function elapsed() {
  const [lastMonotonic, lastWall] = [monotonic, wall];
  monotonic = performance.now();
  wall = Date.now();
  total += Math.max(0, monotonic - lastMonotonic, wall - lastWall);
  return total;
}
