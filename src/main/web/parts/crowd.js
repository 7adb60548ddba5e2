import { html, nothing } from 'lit';

import { isOldCrowd, isOldUnit } from '../live/old.js';
import { hasCrowd, observers, range } from '../text/figures.js';
import { say } from '../text/text.js';
import { age } from '../text/time.js';
import { shape } from './shapes.js';

/** The crowd of an incident or a protest. */
export function crowdWords({ crowd }) {
  if (!crowd) {
    return say('crowd.none');
  }
  return hasCrowd(crowd)
    ? html`<strong>${say('crowd.people', { range: range(crowd) })}</strong>, ${say('crowd.best', { best: crowd.best })}`
    : say('crowd.peak', { peak: crowd.peak });
}

/** How old what is known of the crowd is, and by how many it was seen; on a line of its own, whose length may change. */
export function crowdSeen({ crowd }, nowMillis) {
  if (!crowd) {
    return say('crowd.noObserver');
  }
  const seen = observers(crowd);
  return hasCrowd(crowd)
    ? html`${say('crowd.age', { age: age(nowMillis - Date.parse(crowd.asOf)) })}${mark(isOldCrowd(crowd, nowMillis))}, ${seen}`
    : seen;
}

/**
 * Of the crowds of several incidents and protests: by how many eyes they were seen, how old the oldest estimate is, and how
 * many one source alone has seen. Null without a crowd.
 */
export function trust(things, nowMillis) {
  const crowds = things.map(({ crowd }) => crowd).filter(hasCrowd);
  if (crowds.length === 0) {
    return null;
  }
  const eyes = new Set(crowds.flatMap(({ estimates }) => estimates.map(({ observer }) => observer)));
  const oldest = crowds.reduce((one, other) => (other.asOf < one.asOf ? other : one));
  const single = crowds.filter(({ estimates }) => estimates.length < 2).length;
  return html`${say('area.sources', { count: eyes.size })},
    ${say('area.oldest', { age: age(nowMillis - Date.parse(oldest.asOf)) })}${mark(isOldCrowd(oldest, nowMillis))}
    ${single > 0 ? html` · ${say('area.single', { count: single })}` : nothing}`;
}

/** Stands beside the age of a unit's last word when that is too old to say where it is. */
export function oldUnit(unit, nowMillis) {
  return mark(isOldUnit(unit, nowMillis));
}

function mark(isOld) {
  return isOld ? html` <span class="old">${shape('hexagon')} ${say('old')}</span>` : nothing;
}
