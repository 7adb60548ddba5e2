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

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DATE = /^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[.\/ ]+(\d{1,2}|[a-z]{3,9})[.\/]?(?: *(\d{4}))?)$/;
const PAST_MILLIS = 30 * 24 * 3600 * 1000;

/**
 * A moment of the local clock: `13:45`, `13 Sep 13:45`, `13.9. 13:45`, `13/9/2034 13:45`, `2034-09-13 13:45`. The day
 * stands before the month. Without a day: the first such time after `fromMillis`; without a year: the first such day that
 * is not more than 30 days before it.
 *
 * @returns {number|null} milliseconds
 */
export function localMoment(text, fromMillis) {
  const [, day, hours, minutes] = /^(.*?)(?:^|[\sT]+)(\d{1,2})[:.](\d{2})$/.exec(text.trim()) ?? [];
  if (minutes === undefined || Number(hours) > 23 || Number(minutes) > 59) {
    return null;
  }
  const from = new Date(fromMillis);
  if (day === '') {
    const at = from.setHours(Number(hours), Number(minutes), 0, 0);
    return at > fromMillis ? at : from.setDate(from.getDate() + 1);
  }
  const [, year, month, date, dateFirst, monthNext, yearLast] = DATE.exec(day.trim().toLowerCase()) ?? [];
  const named = MONTHS.indexOf(monthNext?.slice(0, 3));
  const at = wanted => local(wanted, named >= 0 ? named : Number(month ?? monthNext) - 1, Number(date ?? dateFirst),
    Number(hours), Number(minutes));
  if (year ?? yearLast) {
    return at(Number(year ?? yearLast));
  }
  const thisYear = at(from.getFullYear());
  return thisYear !== null && thisYear < fromMillis - PAST_MILLIS ? at(from.getFullYear() + 1) : thisYear;
}

/** A day that there is; the 31st of June is none. */
function local(year, month, day, hours, minutes) {
  const at = new Date(year, month, day, hours, minutes);
  return at.getMonth() === month && at.getDate() === day ? at.getTime() : null;
}

/** A moment as `localMoment` reads it: `2034-09-13 13:45`. */
export function typedMoment(at) {
  const pad = number => String(number).padStart(2, '0');
  const day = new Date(at);
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())} ${pad(day.getHours())}:${pad(day.getMinutes())}`;
}
