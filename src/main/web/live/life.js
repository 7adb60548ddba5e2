/** The sign of life: whether what is on the screen is live, as a pure function of the connection and the clock. */

/** The stream speaks at least every 2 s. Silence longer than this is late. */
export const LATE_MILLIS = 2_500;

/** Silence after which figures are stale. Five seconds is the promise; the rest is for drawing it. */
export const STALE_MILLIS = 4_600;

/**
 * @typedef {object} Link what is known of the connection
 * @property {'idle'|'connecting'|'catching-up'|'live'|'waiting'|'refused'} phase
 * @property {number} heardAt when the last message came, milliseconds of `elapsed()`; 0 for never
 * @property {number} freshAt when the figures were last known to be the present, likewise
 * @property {number} freshWall the same moment by the wall clock, to be shown
 * @property {number} tries attempts since the connection was lost
 * @property {number} nextTryAt when the next attempt is due, in phase waiting
 * @property {string|null} words what the service said when it closed or refused
 * @property {boolean} refused whether the last answer to a question for the stream was a refusal; also while it is asked again
 * @property {number} anew how often the service had another record than the one that was followed, as after a restore
 *
 * @typedef {object} Life
 * @property {'connecting'|'live'|'late'|'stale'|'catching-up'} word
 * @property {boolean} fresh whether figures may be read as the present
 * @property {number} ageMillis since the figures were last known to be the present
 * @property {'silent'|'lost'|'offline'|'refused'|null} reason why it is stale
 * @property {number} tryInMillis until the next attempt
 */

/**
 * @param {Link} link
 * @param {number} nowMillis `elapsed()`
 * @param {boolean} online whether the computer believes to have a network
 * @returns {Life}
 */
export function lifeOf(link, nowMillis, online) {
  const silence = nowMillis - link.heardAt;
  const ageMillis = Math.max(0, nowMillis - link.freshAt);
  const tryInMillis = Math.max(0, link.nextTryAt - nowMillis);
  const life = (word, reason = null) => ({
    word, reason, ageMillis, tryInMillis, fresh: word === 'live' || word === 'late',
  });
  const reason = !online ? 'offline' : link.refused ? 'refused' : 'lost';
  if (link.freshAt === 0) {
    return life('connecting', link.tries > 0 || reason === 'refused' ? reason : null);
  }
  if (link.phase === 'live' || link.phase === 'catching-up') {
    if (silence > STALE_MILLIS) {
      return life('stale', 'silent');
    }
    return life(link.phase === 'catching-up' ? 'catching-up' : silence > LATE_MILLIS ? 'late' : 'live');
  }
  return life('stale', reason);
}
