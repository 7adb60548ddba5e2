import { isOpenAlert } from '../live/alerts.js';
import { referring } from './refusal.js';
import { say } from './text.js';
import { localTime } from './time.js';

/**
 * What came of a deed with one or several alerts, in words: the first refusal when there is one.
 *
 * @param {import('../live/work.js').Outcome[]} outcomes
 * @param {{history: {what: string, at: string}[]}|null} whole the refused alert with its history, when it was asked for
 */
export function outcomeWords(outcomes, whole, me, nowMillis) {
  const refused = outcomes.find(({ answer }) => !answer.ok);
  return refused ? referring(refusal(refused, whole, nowMillis), refused.answer) : outcomes.length === 0 ? '' : done(outcomes, me, nowMillis);
}

function done(outcomes, me, nowMillis) {
  const { verb, body } = outcomes[0].deed;
  const count = outcomes.length;
  const time = verb === 'shelve' ? localTime(Date.parse(body.until), nowMillis) : '';
  return verb !== 'assign' ? say(`work.done.${verb}`, { count, time })
    : body.to === null ? say('work.done.unassign', { count })
      : say('work.done.assign', { count, to: body.to === me ? say('work.you') : body.to });
}

function refusal({ deed, answer, alert }, whole, nowMillis) {
  const detail = answer.body?.detail ?? '';
  switch (answer.status) {
    case 409:
      return (alert && conflict(deed, alert, whole, nowMillis)) ?? say('work.conflict.other', { detail });
    case 0:
      return say('work.failed.none');
    case 404:
      return say('work.failed.gone');
    case 403:
    case 422:
      return answer.body?.code === 'second-missing' ? say('work.failed.second') : say('work.failed.refused', { detail });
    case 429:
      return say('work.failed.tooMany', { count: answer.retryAfterSeconds || 60 });
    default:
      return say('work.failed.other', { status: answer.status, detail });
  }
}

/** Somebody else was faster: who, and when. */
function conflict({ verb }, alert, whole, nowMillis) {
  const words = (key, who, at) => say(key, { who, time: localTime(Date.parse(at), nowMillis) });
  if (!isOpenAlert(alert) && alert.clearedBy !== 'system') {
    return words('work.conflict.clear', alert.clearedBy, alert.clearedAt);
  }
  if (verb === 'acknowledge' && alert.acknowledgedBy) {
    return words('work.conflict.acknowledge', alert.acknowledgedBy, alert.acknowledgedAt);
  }
  const taken = whole?.history?.findLast(({ what }) => what === 'alert-assigned');
  return verb === 'assign' && alert.assignee && taken
    ? words('work.conflict.assign', alert.assignee, taken.at) : null;
}
