import { awaits, isOpenAlert, isShelved } from './alerts.js';

/**
 * @typedef {import('./store.js').Alert} Alert
 * @typedef {'acknowledge'|'unacknowledge'|'assign'|'comment'|'clear'|'shelve'|'unshelve'} Verb
 * @typedef {object} Deed what a person does with an alert
 * @property {Verb} verb as the service calls it
 * @property {string} id of the alert
 * @property {object} body sent with it
 */

/** What the alert will be when the service agrees. @param {Alert} alert @param {Deed} deed @returns {Alert} */
export function expected(alert, { verb, body }, me, at) {
  switch (verb) {
    case 'acknowledge': {
      const over = alert.state === 'cleared-unacknowledged';
      return { ...alert, state: over ? 'cleared' : 'acknowledged', acknowledgedBy: me, acknowledgedAt: at };
    }
    case 'unacknowledge': {
      const state = isOpenAlert(alert) ? 'unacknowledged' : 'cleared-unacknowledged';
      return { ...alert, state, acknowledgedBy: null, acknowledgedAt: null };
    }
    case 'assign':
      return { ...alert, assignee: body.to };
    case 'clear':
      return { ...alert, state: 'cleared', clearedAt: at, clearedBy: me };
    case 'shelve':
      return { ...alert, shelvedUntil: body.until, shelvedBy: me, shelvedSecond: null };
    case 'unshelve':
      return { ...alert, shelvedUntil: null, shelvedBy: null, shelvedSecond: null };
    default:
      return alert;
  }
}

/**
 * What takes a deed back; null when nothing does.
 *
 * @param {Alert} before
 * @param {Deed} deed
 * @param {string|null} reason why it was on a shelf before
 * @returns {Deed|null}
 */
export function reverse(before, { verb, id, body }, reason) {
  switch (verb) {
    case 'acknowledge':
      return { verb: 'unacknowledge', id, body: {} };
    case 'assign':
      return { verb: 'assign', id, body: { to: before.assignee, from: body.to } };
    case 'shelve':
      return isShelved(before) ? backOn(before, reason) : { verb: 'unshelve', id, body: {} };
    case 'unshelve':
      return backOn(before, reason);
    default:
      return null;
  }
}

/** To the shelf that it was on, when it is known why. */
function backOn({ id, shelvedUntil }, reason) {
  return reason ? { verb: 'shelve', id, body: { until: shelvedUntil, reason } } : null;
}

/** Whether the service says by now what was expected of a deed. @param {Alert} alert @param {Alert} wanted */
export function agrees(alert, wanted) {
  return alert.state === wanted.state && alert.assignee === wanted.assignee
    && alert.acknowledgedBy === wanted.acknowledgedBy && (alert.shelvedUntil ?? null) === (wanted.shelvedUntil ?? null);
}

/**
 * Why a deed makes no sense on an alert as it is: the key of a message with its values, or null when it does.
 *
 * @param {Alert|undefined} alert
 * @param {'acknowledge'|'take'|'assign'|'comment'|'clear'|'shelve'|'unshelve'} what
 * @param {{name: string, role: string}} session who would do it
 */
export function pointless(alert, what, { name, role }) {
  if (!alert) {
    return ['work.none'];
  }
  if (what === 'acknowledge' && !awaits(alert)) {
    return alert.acknowledgedBy === null ? ['work.over'] : ['work.known', { who: alert.acknowledgedBy, at: alert.acknowledgedAt }];
  }
  if (what === 'take' && alert.assignee === name) {
    return ['work.yours'];
  }
  if (what === 'unshelve') {
    return isShelved(alert) ? null : ['work.notShelved'];
  }
  if (what === 'shelve' && alert.severity === 'critical' && role !== 'supervisor') {
    return ['work.supervisors'];
  }
  return what !== 'comment' && !isOpenAlert(alert) ? ['work.over'] : null;
}
