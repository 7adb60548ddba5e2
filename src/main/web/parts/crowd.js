import { html } from 'lit';

import { hasCrowd, observers, range } from '../text/figures.js';
import { say } from '../text/text.js';
import { age } from '../text/time.js';

/** The crowd of an incident or a protest, its age, and by how many it was seen. */
export function crowdWords({ crowd }, nowMillis) {
  if (!crowd) {
    return say('crowd.none');
  }
  if (!hasCrowd(crowd)) {
    return say('crowd.peak', { peak: crowd.peak });
  }
  const old = say('crowd.age', { age: age(nowMillis - Date.parse(crowd.asOf)) });
  return html`<strong>${say('crowd.people', { range: range(crowd) })}</strong>, ${say('crowd.best', { best: crowd.best })}
    · ${old}, ${observers(crowd)}`;
}
