import { isCalling } from '../../live/alerts.js';

/** What about a thing on the map asks for attention, as a number: the higher, the more urgent. */
export const RANK = { none: 0, low: 1, medium: 2, high: 3, critical: 4, emergency: 5 };

/** From this rank on a thing is never hidden in a cluster. */
export const ALONE = RANK.critical;

/** From this rank on its symbol changes in brightness. */
export const RESTLESS = RANK.high;

/**
 * @typedef {object} Attention by subject
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

/** Kept by type and then by id: with 10,000 things a key put together of both for each question took longer than the rest. */
function attention(alerts) {
  const known = new Map();
  for (const alert of alerts.values()) {
    const { state, severity, subject: { type, id } } = alert;
    if (state === 'unacknowledged' && isCalling(alert)) {
      if (!known.has(type)) {
        known.set(type, new Map());
      }
      const emergency = type === 'unit' && severity === 'critical';
      const rank = emergency ? RANK.emergency : RANK[severity] ?? RANK.none;
      const before = known.get(type).get(id);
      known.get(type).set(id, { rank: Math.max(rank, before?.rank ?? 0), count: (before?.count ?? 0) + 1 });
    }
  }
  const of = (type, id) => known.get(type)?.get(id);
  return {
    rank: (type, id) => of(type, id)?.rank ?? RANK.none,
    count: (type, id) => of(type, id)?.count ?? 0,
  };
}
