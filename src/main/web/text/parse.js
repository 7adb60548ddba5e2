/** What people type, read. Each gives null for what it does not understand. */

const WHOLE = /^\d+$/;

/** A whole number, with or without marks of thousands: `1,200`. @returns {number|null} */
export function whole(text) {
  const digits = text.replace(/[\s,\u00a0\u202f]/g, '');
  return WHOLE.test(digits) ? Number(digits) : null;
}

/** `40-60`, `40–60`, `40 to 60`, or `50` for both ends. @returns {{low: number, high: number}|null} */
export function people(text) {
  const ends = text.split(/[-–—]|\bto\b/).map(end => whole(end.trim()));
  if (ends.includes(null) || ends.length > 2) {
    return null;
  }
  return { low: ends[0], high: ends.at(-1) };
}

/** Places as `lat, lon`, several set apart by semicolons. @returns {{lat: number, lon: number}[]|null} */
export function positions(text) {
  const found = text.split(';').map(part => part.trim()).filter(Boolean).map(position);
  return found.length === 0 || found.includes(null) ? null : found;
}

function position(text) {
  const numbers = text.split(/[,\s]+/).filter(Boolean).map(Number);
  const [lat, lon] = numbers;
  const good = numbers.length === 2 && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  return good ? { lat, lon } : null;
}

/** A position as it would be typed. */
export function typed({ lat, lon }) {
  return `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
}

/**
 * A moment: nothing for `fromMillis` itself, `-5` for so many minutes before it, `14:05` for the last time it was that
 * on the local clock.
 *
 * @returns {number|null} milliseconds
 */
export function momentBefore(text, fromMillis) {
  const trimmed = text.trim();
  if (trimmed === '') {
    return fromMillis;
  }
  const before = /^[-–−]\s*(\d{1,5})$/.exec(trimmed);
  if (before) {
    return fromMillis - Number(before[1]) * 60_000;
  }
  const clock = /^(\d{1,2})[:.]?(\d{2})$/.exec(trimmed);
  if (!clock || Number(clock[1]) > 23 || Number(clock[2]) > 59) {
    return null;
  }
  const day = new Date(fromMillis);
  const at = day.setHours(Number(clock[1]), Number(clock[2]), 0, 0);
  return at > fromMillis + 60_000 ? day.setDate(day.getDate() - 1) : at;
}
