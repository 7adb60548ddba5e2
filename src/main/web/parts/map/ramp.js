/** The five steps by which areas are coloured: how many people each begins with. They never follow the figures. */
export const STEPS = [0, 100, 500, 2_000, 10_000];

/** @param {import('../../live/store.js').Area} area @returns {number} 0 when no crowd is known, else 1 to 5 */
export function stepOf({ crowd }) {
  if (crowd?.best == null) {
    return 0;
  }
  return STEPS.filter(from => crowd.best >= from).length;
}
