import { zoneInForce } from '../live/zone.js';
import { tenths } from './figures.js';
import { apart, say } from './text.js';

const HOUR_MILLIS = 3_600_000;

/** One that names no zone would go on in that of its making: it is made anew when another is in force. */
const format = options => {
  let made;
  let madeIn = null;
  return millis => {
    if (madeIn !== zoneInForce()) {
      made = new Intl.DateTimeFormat(say('locale'), options);
      madeIn = zoneInForce();
    }
    return made.format(millis);
  };
};
const minutesOf = timeZone => format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
const clockOf = timeZone => format({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone });
const dayOf = timeZone => format({ day: 'numeric', month: 'short', timeZone });

const local = { clock: clockOf(undefined), minutes: minutesOf(undefined), day: dayOf(undefined) };
const utc = { clock: clockOf('UTC'), minutes: minutesOf('UTC'), day: dayOf('UTC') };

/** Local time with its mark: `14:02:31 L`. */
export function localClock(millis) {
  return marked(local.clock(millis), millis);
}

/** UTC with its mark: `13:02:31 Z`. */
export function utcClock(millis) {
  return apart(`${utc.clock(millis)} Z`);
}

/** A time of the local clock with its mark. */
function marked(time, millis) {
  return apart(`${time} L${doubtful(millis)}`);
}

/** The day before a time, unless it is today. */
function dated(millis, nowMillis) {
  const day = local.day(millis);
  return day === local.day(nowMillis) ? '' : `${day} `;
}

/** Local time to the minute, with the day unless it is today: `21:40 L`, `6 Sept 21:40 L`. */
export function localTime(millis, nowMillis) {
  return apart(dated(millis, nowMillis) + marked(local.minutes(millis), millis));
}

/** The clock alone, for a mark of an axis; where local times come twice, which one it is. @returns {string[]} */
export function onAxis(millis) {
  return [local.minutes(millis), doubtful(millis).replace(/[ ()]/g, '')].filter(Boolean);
}

/** Local time to the second, with the day unless it is today: `13:20:00 L`, `6 Sept 13:20:00 L`. */
export function localInstant(millis, nowMillis) {
  return apart(dated(millis, nowMillis) + localClock(millis));
}

/** A moment with both of its times: `13:20:00 L (12:20:00 Z)`. */
export function both(millis, nowMillis) {
  return apart(`${localInstant(millis, nowMillis)} (${utcClock(millis)})`);
}

const weekday = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });

/** Local time with all of its day: `Wed, 13 Sept 2034 13:45 L`. */
export function localDay(millis) {
  return apart(`${weekday(millis)} ${marked(local.minutes(millis), millis)}`);
}

/** A window of less than this would begin and end in the same minute: its seconds are shown. */
const SHORT_MILLIS = 300_000;

/** A window in local time, the day where it is needed: `13:45–14:45 L`, `6 Sept 22:00 L – 7 Sept 02:00 L`. */
export function localWindow(start, end, nowMillis) {
  const sameDay = local.day(start) === local.day(end);
  if (!sameDay || doubtful(start) || doubtful(end)) {
    return apart(`${localTime(start, nowMillis)} – ${localTime(end, nowMillis)}`);
  }
  const time = end - start < SHORT_MILLIS ? local.clock : local.minutes;
  return apart(dated(start, nowMillis) + marked(`${time(start)}–${time(end)}`, start));
}

/** UTC with its mark, to the minute: `13:02 Z`. */
export function utcMinutes(millis) {
  return apart(`${utc.minutes(millis)} Z`);
}

/** UTC in full, for titles: `6 Sept 20:40:00 Z`. */
export function utcTime(millis) {
  return apart(`${utc.day(millis)} ${utcClock(millis)}`);
}

/** The zone of local times at a moment: `Europe/London, BST`. */
export function zone(millis) {
  const names = new Intl.DateTimeFormat(say('locale'), { timeZoneName: 'short' });
  const short = names.formatToParts(millis).find(({ type }) => type === 'timeZoneName')?.value;
  return [names.resolvedOptions().timeZone, short].filter(Boolean).join(', ');
}

/** How far local times are from UTC at a moment: `+01:00`. */
export function offset(millis) {
  const west = new Date(millis).getTimezoneOffset();
  const minutes = Math.abs(west);
  const pad = number => String(number).padStart(2, '0');
  return `${west > 0 ? '−' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** In the hour when clocks change a local time may come twice: its offset says which one is meant. */
function doubtful(millis) {
  const changes = [-HOUR_MILLIS, HOUR_MILLIS]
    .some(step => new Date(millis + step).getTimezoneOffset() !== new Date(millis).getTimezoneOffset());
  return changes ? ` (${offset(millis)})` : '';
}

/** An age in its largest sensible unit, rounded down: `45 s`, `12 min`, `3 h`, `2 d`. */
export function age(millis) {
  const seconds = Math.max(0, Math.floor(millis / 1_000));
  if (seconds < 60) {
    return say('age.seconds', { value: seconds });
  }
  if (seconds < 3_600) {
    return say('age.minutes', { value: Math.floor(seconds / 60) });
  }
  const hours = Math.floor(seconds / 3_600);
  return hours < 48 ? say('age.hours', { value: hours }) : say('age.days', { value: Math.floor(hours / 24) });
}

/** The age of a sign of life: tenths below ten seconds, so that it is seen to move: `0.4 s`. */
export function livelyAge(millis) {
  return millis < 10_000 ? say('age.tenths', { value: tenths(Math.floor(millis / 100) / 10) }) : age(millis);
}
