import { html } from 'lit';

import { range } from '../../text/figures.js';
import { say, sayOf, words } from '../../text/text.js';
import { localTime } from '../../text/time.js';
import { labelOf } from './about.js';
import { differences, placeText } from './plan-body.js';

/** What somebody else changed of a plan: each part as it was and as it is. */
export function changesOf(before, now, picture, nowMillis) {
  const written = differences(before, now);
  return written.length === 0 ? say('plan.changedNothing') : html`<ul class="changes">${written.map(change => html`
    <li>${say('plan.change', {
    part: say(`plan.part.${change.part}`),
    before: text(change.part, change.before, picture, nowMillis),
    now: text(change.part, change.now, picture, nowMillis),
  })}</li>`)}</ul>`;
}

function text(part, value, picture, nowMillis) {
  if (value === null || value === undefined || value.length === 0) {
    return say('nothing');
  }
  switch (part) {
    case 'startsAt':
    case 'endsAt':
    case 'noticeGivenAt':
      return localTime(Date.parse(value), nowMillis);
    case 'expected':
      return range(value);
    case 'place':
      return placeText(value);
    case 'category':
      return words(value);
    case 'status':
      return sayOf('status', value);
    case 'opposes':
      return value.map(id => (picture.protests.has(id) ? labelOf(picture.protests.get(id)) : say('protest.another'))).join(', ');
    default:
      return `${value}`;
  }
}
