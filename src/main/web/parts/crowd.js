import { html } from 'lit';

import { hasCrowd, observers, range } from '../text/figures.js';
import { say } from '../text/text.js';
import { age } from '../text/time.js';

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
  return hasCrowd(crowd) ? `${say('crowd.age', { age: age(nowMillis - Date.parse(crowd.asOf)) })}, ${seen}` : seen;
}
