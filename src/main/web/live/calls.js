import { isShelved, isSuppressed, levelOf } from './alerts.js';
import { isOfEngine } from './desk.js';

/**
 * @typedef {object} Call an alert calls for somebody: it was raised, raised again or escalated, or has come back to the queue
 * @property {number} seq of the entry
 * @property {string} id of the alert
 * @property {import('./alerts.js').Level} level
 * @property {string} message
 * @property {string[]} areas smallest first
 * @property {boolean} drill
 * @property {boolean} late raised on old evidence: it is to be shown and not to be heard
 * @property {boolean} held it came while the page was catching up: it is told in a summary only
 */

/**
 * The calls among entries of the stream. Only entries call: none comes twice, whatever is said again of how things stand.
 *
 * @param {object[]} entries
 * @param {import('./store.js').State} state before them
 * @returns {Call[]}
 */
export function callsOf(entries, state) {
  return entries.map(entry => [entry, state.alerts.get(entry.body?.alert)]).filter(([entry, known]) => calls(entry, known) && !isOfEngine(entry))
    .map(([{ seq, areas, body }, known]) => {
      const { severity, message, late } = body.finding ?? known;
      return {
        seq, id: body.alert, message, areas, late,
        level: levelOf(severity, (body.subject ?? known?.subject)?.type),
        drill: body.drill ?? known?.drill ?? false,
        held: state.catchingUp !== null,
      };
    });
}

/** What calls nobody while it is on a shelf or explained by another alert calls when that is over. */
function calls({ type, body }, known) {
  switch (type) {
    case 'alert-raised':
      return !body.shelf && !body.suppressedBy;
    case 'alert-updated':
      return (body.change === 'raised-again' && !(known && (isShelved(known) || isSuppressed(known))))
        || body.change === 'escalated';
    case 'alert-unshelved':
      return known?.state === 'unacknowledged' && !isSuppressed(known);
    case 'alert-suppressed':
      return body.by === null && known?.state === 'unacknowledged' && !isShelved(known);
    default:
      return false;
  }
}
