import { apart, count, say } from './text.js';

/** A range of people, `40–60`, or one number when both ends are the same. */
export function range({ low, high }) {
  return low === high ? count(low) : apart(`${count(low)}–${count(high)}`);
}

/** A number to one digit behind its point: `0.4`. */
export function tenths(value) {
  return count(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/** A ratio to two digits that matter: `0.4`, `1.9`, `60`. */
export function ratio(value) {
  return value < 10 ? tenths(value) : count(Math.round(value));
}

/** Whether there is a crowd now: a closed incident keeps its peak, but nobody is there. */
export function hasCrowd(crowd) {
  return crowd != null && crowd.best != null;
}

/** Observers and outliers of a fused crowd, as words. @param {import('../live/store.js').Crowd} crowd */
export function observers(crowd) {
  const outliers = crowd.estimates.filter(estimate => estimate.outlier).length;
  const seen = say('crowd.observers', { count: crowd.estimates.length });
  return outliers === 0 ? seen : `${seen}, ${say('crowd.outliers', { count: outliers })}`;
}
