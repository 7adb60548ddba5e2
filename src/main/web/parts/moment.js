import { html } from 'lit';

import { say } from '../text/text.js';
import { localTime, localWindow, utcTime } from '../text/time.js';

/** A moment in local time, its UTC as title. @param {string} [key] of a message that says it as `{time}` */
export function moment(at, nowMillis, key) {
  const millis = Date.parse(at);
  const time = localTime(millis, nowMillis);
  return html`<time datetime=${at} title=${utcTime(millis)}>${key ? say(key, { time }) : time}</time>`;
}

/** A window in local time, its UTC as title. @param {{from: string, to: string}} window */
export function span({ from, to }, nowMillis) {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  return html`<span title="${utcTime(start)} – ${utcTime(end)}">${localWindow(start, end, nowMillis)}</span>`;
}
