import { html } from 'lit';

import { age, livelyAge } from '../text/time.js';
import { say } from '../text/text.js';
import { shape } from './shapes.js';

const SHAPE = { connecting: 'ring', live: 'dot', late: 'half', stale: 'hexagon', 'catching-up': 'arrow' };

/**
 * The sign of life in the header: shape, word, age, and when the last report came.
 *
 * @param {import('../live/life.js').Life} life
 * @param {string|null} lastReportAt
 * @param {number} nowMillis the service's time
 */
export function pulse(life, lastReportAt, nowMillis) {
  const last = lastReportAt
    ? say('life.lastReport', { age: age(nowMillis - Date.parse(lastReportAt)) })
    : say('life.noReport');
  const known = life.word !== 'connecting';
  return html`
    <div class="pulse" role="group" aria-label=${say('life.label')} data-state=${life.word}>
      <span class="pulse-state">
        ${shape(SHAPE[life.word])}
        <strong>${say(`life.${life.word}`)}</strong>
        <span class="pulse-age">${known ? livelyAge(life.ageMillis) : ''}</span>
      </span>
      <span class="pulse-report">${known ? last : ''}</span>
    </div>`;
}
