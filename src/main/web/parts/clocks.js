import { html } from 'lit';

import { localClock, utcClock } from '../text/time.js';

/** Both clocks of the header: local time and UTC. */
export function clocks() {
  const now = Date.now();
  return html`
    <p class="clocks">
      <time datetime=${new Date(now).toISOString()}>${localClock(now)}</time>
      <span>${utcClock(now)}</span>
    </p>`;
}
