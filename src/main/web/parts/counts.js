import { html, nothing } from 'lit';

import { SEVERITIES, unacknowledged } from '../live/alerts.js';
import { work } from '../live/work.js';
import { count, say } from '../text/text.js';
import { bring, Part } from './part.js';
import { symbol } from './severity.js';

/** How many alerts nobody has acknowledged, by severity: in the header, always in sight. */
class Counts extends Part {
  constructor() {
    super();
    work.follow(this);
  }

  render() {
    if (!this.picture.topics.includes('alerts')) {
      return nothing;
    }
    const counts = unacknowledged(work.shown(this.picture.alerts).values());
    return html`
      <button type="button" class="counts" @click=${() => bring('queue')}>
        <span class="unseen">${say('counts.label')}:</span>
        ${SEVERITIES.filter(severity => severity !== 'low' || counts.low > 0).map(severity => this.one(severity, counts))}
        ${counts.drill === 0 ? nothing : html`<span class="chip mark">${say('counts.drill', { count: counts.drill })}</span>`}
      </button>`;
  }

  one(severity, counts) {
    const number = counts[severity];
    const level = severity === 'critical' && counts.emergency > 0 ? 'emergency' : severity;
    return html`<span class="counted" data-level=${level} ?data-none=${number === 0}>
      <span aria-hidden="true"><span class="level">${say(`level.short.${severity}`)}</span>
        ${symbol(level)}<b>${count(number)}</b></span>
      <span class="unseen">${say('counts.of', { level: say(`level.${severity}`), count: count(number) })}</span></span>`;
  }
}

customElements.define('muster-counts', Counts);
