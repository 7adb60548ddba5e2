/** Moments as people type them, of the local clock or of UTC. */

const CLOCK = /^(?:(.*?)[\sT]+)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*(L|Z|[+-]\d{2}:?\d{2})?$/i;
const DAY = /^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[.\/ ]+(\d{1,2}|[a-z]{3,9})[.\/]?(?: *(\d{4}))?)$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const HOUR = 3_600_000;
const DAY_MILLIS = 24 * HOUR;

/**
 * Which moments a text means: `13:20`, `13:20:05 L`, `12:20Z`, `6 Sept 13:20`, `6.9. 13:20`, `2014-09-06 13:20`,
 * `2014-09-06T12:20:00Z`. Without a day the one of `nearMillis`, or the day before when that would be after `lastMillis`.
 * Where clocks are set back a local time is meant twice, where they are set forward it may not exist.
 *
 * @param {string} text
 * @param {number} nearMillis
 * @param {number} lastMillis
 * @returns {number[]|null} milliseconds, none for a time that the clocks left out; null for what is no time
 */
export function momentsMeant(text, nearMillis, lastMillis) {
  const [, dayText, hours, minutes, seconds = '0', mark = 'L'] = CLOCK.exec(text.trim()) ?? [];
  if (minutes === undefined || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) {
    return null;
  }
  const isLocal = mark.toUpperCase() === 'L';
  const day = dayText === undefined ? dayOf(nearMillis, isLocal) : typedDay(dayText, nearMillis);
  if (day === null) {
    return null;
  }
  const found = at(day, hours, minutes, seconds, mark);
  return dayText === undefined && found.length > 0 && found.every(one => one > lastMillis)
    ? at(dayOf(nearMillis - DAY_MILLIS, isLocal), hours, minutes, seconds, mark) : found;
}

function dayOf(millis, isLocal) {
  const day = new Date(millis);
  return isLocal ? [day.getFullYear(), day.getMonth(), day.getDate()]
    : [day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate()];
}

function typedDay(text, nearMillis) {
  const [, year, month, date, first, next, last] = DAY.exec(text.trim().toLowerCase()) ?? [];
  const named = MONTHS.indexOf(next?.slice(0, 3));
  const monthIndex = named >= 0 ? named : Number(month ?? next) - 1;
  const day = [Number(year ?? last ?? new Date(nearMillis).getFullYear()), monthIndex, Number(date ?? first)];
  const there = new Date(Date.UTC(...day));
  return there.getUTCMonth() === day[1] && there.getUTCDate() === day[2] ? day : null;
}

function at(day, hours, minutes, seconds, mark) {
  const utc = Date.UTC(...day, Number(hours), Number(minutes), Number(seconds));
  if (mark.toUpperCase() === 'Z') {
    return [utc];
  }
  if (mark.toUpperCase() !== 'L') {
    const [, sign, east, past] = /^([+-])(\d{2}):?(\d{2})$/.exec(mark);
    return [utc - (sign === '-' ? -1 : 1) * (Number(east) * HOUR + Number(past) * 60_000)];
  }
  // By each offset that the clocks have around then; one that does not lead back to what was typed is not meant.
  const offsets = new Set([-1, 0, 1].map(days => new Date(utc + days * DAY_MILLIS).getTimezoneOffset() * 60_000));
  return [...offsets].map(offset => utc + offset)
    .filter(millis => millis - new Date(millis).getTimezoneOffset() * 60_000 === utc)
    .sort((a, b) => a - b);
}
