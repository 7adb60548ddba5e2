import { isOpenAlert, level } from '../live/alerts.js';
import { say, words } from './text.js';
import { age, localTime } from './time.js';

/**
 * @typedef {import('../live/store.js').Alert} Alert
 * @typedef {import('../live/store.js').State} State
 */

/** Names of the smallest areas of something: those that hold no other one of them. @param {{areas: string[]}} of */
export function smallestAreas({ areas }, picture) {
  const parents = new Set(areas.map(id => picture.areas.get(id)?.parent));
  return areas.filter(id => !parents.has(id)).map(id => picture.areas.get(id)?.name ?? words(id)).join(', ');
}

/** In what state it is, and by whom. @param {Alert} alert */
export function stateWords({ state, acknowledgedBy, acknowledgedAt, clearedBy, clearedAt }, nowMillis) {
  const time = at => localTime(Date.parse(at), nowMillis);
  if (state === 'acknowledged' && acknowledgedBy) {
    return say('alert.acknowledgedBy', { who: acknowledgedBy, time: time(acknowledgedAt) });
  }
  if (state === 'cleared' && clearedBy && clearedAt) {
    return clearedBy === 'system' ? say('alert.over', { time: time(clearedAt) })
      : say('alert.clearedBy', { who: clearedBy, time: time(clearedAt) });
  }
  return say(`alert.${state}`);
}

/**
 * Until when an alert is out of the queue, by whom and why.
 *
 * @param {Alert} alert
 * @param {string|null|undefined} reason null when it cannot be had, undefined while it is being asked for
 */
export function shelfWords({ shelvedUntil, shelvedBy, shelvedSecond }, reason, nowMillis) {
  const until = Date.parse(shelvedUntil);
  const words = say('alert.shelved', {
    time: localTime(until, nowMillis), age: age(until - nowMillis), who: both(shelvedBy ?? say('alert.somebody'), shelvedSecond),
  });
  return reason ? say('alert.because', { words, reason }) : words;
}

/** Who did something, and who stands for it beside them. @param {string} who @param {string|null} [second] */
export function both(who, second) {
  return second ? say('alert.both', { who, second }) : who;
}

/** What explains an alert, as far as the page knows of it. @param {Alert} alert @param {State} picture */
export function suppressedWords({ suppressedBy }, picture) {
  const by = picture.alerts.get(suppressedBy);
  return by ? say('alert.suppressedBy', { message: by.message }) : say('alert.suppressed');
}

/** Who looks after it. @param {Alert} alert */
export function ownerWords({ assignee }, me) {
  return assignee === null ? say('alert.noOwner') : assignee === me ? say('alert.yours') : say('alert.with', { who: assignee });
}

/** All that a filter looks at. @param {Alert} alert @param {State} picture */
export function searched(alert, picture, me) {
  return [
    alert.message, alert.ruleTitle, say(`level.${level(alert)}`), say(`level.short.${level(alert)}`),
    say(`alert.${alert.state}`), ownerWords(alert, me), alert.acknowledgedBy,
    ...alert.areas.map(id => picture.areas.get(id)?.name ?? id), alert.drill ? say('mark.drill') : '',
  ].join(' ');
}

/**
 * Why no alert calls: since when none was open at all, or that those that are stand aside.
 *
 * @param {Iterable<Alert>} alerts with those cleared in the last 24 h
 */
export function noneWords(alerts, nowMillis) {
  const known = [...alerts];
  const aside = known.filter(isOpenAlert).length;
  if (aside > 0) {
    return say('queue.none.calling', { count: aside });
  }
  const last = known.reduce((latest, { clearedAt }) => (clearedAt > latest ? clearedAt : latest), '');
  return last === '' ? say('queue.none.day') : say('queue.none.since', { time: localTime(Date.parse(last), nowMillis) });
}
