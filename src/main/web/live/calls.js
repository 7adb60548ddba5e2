import { levelOf } from './alerts.js';

/**
 * @typedef {object} Call an alert calls for somebody: it was raised, or raised again
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
  return entries.filter(calls).map(({ seq, areas, body }) => {
    const known = state.alerts.get(body.alert);
    const { severity, message, late } = body.finding;
    return {
      seq, id: body.alert, message, areas, late,
      level: levelOf(severity, (body.subject ?? known?.subject)?.type),
      drill: body.drill ?? known?.drill ?? false,
      held: state.catchingUp !== null,
    };
  });
}

function calls({ type, body }) {
  return type === 'alert-raised' || (type === 'alert-updated' && body.change === 'raised-again');
}
