import { isCalling } from '../../live/alerts.js';

/** What about a thing on the map asks for attention, as a number: the higher, the more urgent. */
export const RANK = { none: 0, low: 1, medium: 2, high: 3, critical: 4, emergency: 5 };

/** From this rank on a thing is never hidden in a cluster. */
export const ALONE = RANK.critical;

/** From this rank on its symbol changes in brightness. */
export const RESTLESS = RANK.high;

/**
 * @typedef {object} Attention by subject, as `incident <id>`
 * @property {(type: string, id: string) => number} rank of its most urgent alert in the queue that nobody has acknowledged
 * @property {(type: string, id: string) => number} count of those alerts
 */

/** @type {WeakMap<Map<string, object>, Attention>} */
const made = new WeakMap();

/** Made once for as long as the alerts stay the same. @param {import('../../live/store.js').State} picture @returns {Attention} */
export function attentionOf({ alerts }) {
  if (!made.has(alerts)) {
    made.set(alerts, attention(alerts));
  }
  return made.get(alerts);
}

function attention(alerts) {
  const known = new Map();
  for (const alert of alerts.values()) {
    const { state, severity, subject } = alert;
    if (state === 'unacknowledged' && isCalling(alert)) {
      const key = `${subject.type} ${subject.id}`;
      const emergency = subject.type === 'unit' && severity === 'critical';
      const rank = emergency ? RANK.emergency : RANK[severity] ?? RANK.none;
      const before = known.get(key) ?? { rank: 0, count: 0 };
      known.set(key, { rank: Math.max(rank, before.rank), count: before.count + 1 });
    }
  }
  const of = (type, id) => known.get(`${type} ${id}`);
  return {
    rank: (type, id) => of(type, id)?.rank ?? RANK.none,
    count: (type, id) => of(type, id)?.count ?? 0,
  };
}
