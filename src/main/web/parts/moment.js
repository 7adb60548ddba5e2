import { html } from 'lit';

import { say } from '../text/text.js';
import { age, both, localTime, localWindow, utcMinutes, utcTime } from '../text/time.js';

const CLOCKS_APART_MILLIS = 1_000;

/** A moment in local time, its UTC as title. @param {string} [key] of a message that says it as `{time}` */
export function moment(at, nowMillis, key) {
  const millis = Date.parse(at);
  const time = localTime(millis, nowMillis);
  return html`<time datetime=${at} title=${utcTime(millis)}>${key ? say(key, { time }) : time}</time>`;
}

/** A moment in both times with how long ago it was, or how long it is until then: `21:40 L, 20:40 Z, 12 min ago`. */
export function aged(at, nowMillis) {
  const millis = Date.parse(at);
  // What the two clocks differ by makes nothing a thing to come.
  const isToCome = millis - nowMillis >= CLOCKS_APART_MILLIS;
  const apart = say(isToCome ? 'moment.in' : 'moment.ago', { age: age(Math.abs(nowMillis - millis)) });
  return html`<time datetime=${at}>${localTime(millis, nowMillis)} <small>${utcMinutes(millis)}</small></time>, ${apart}`;
}

/** A moment as the service's sentences have it. */
const SAID = /(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) UTC/g;

/** A sentence of the service with its moments in both times: `21:40:00 L (20:40:00 Z)`. */
export function inBothTimes(sentence, nowMillis) {
  return sentence.replace(SAID, (_, day, clock) => both(Date.parse(`${day}T${clock}Z`), nowMillis));
}

/** A window in local time, its UTC as title. @param {{from: string, to: string}} window */
export function span({ from, to }, nowMillis) {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  return html`<span title="${utcTime(start)} – ${utcTime(end)}">${localWindow(start, end, nowMillis)}</span>`;
}
