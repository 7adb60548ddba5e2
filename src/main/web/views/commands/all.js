import { isOpenAlert } from '../../live/alerts.js';
import { openIncidents, openProtests } from '../../live/lists.js';
import { select } from '../../live/selection.js';
import { goTo } from '../../live/view.js';
import { titleOf } from '../../parts/incident.js';
import { KEYS, keyName } from '../../parts/keys.js';
import { bring } from '../../parts/part.js';
import { SCREENS } from '../../parts/views.js';
import { say, sayOf } from '../../text/text.js';
import { localTime } from '../../text/time.js';
import { pressKey } from './press.js';

/**
 * @typedef {object} Command
 * @property {string} id
 * @property {string} name what is typed
 * @property {string} kind of thing or place it belongs to
 * @property {string} [key] that does the same
 * @property {() => void} does
 */

/** So many are shown at once. */
const SHOWN_MAX = 12;

/** Keys that are for hands on the keyboard alone: a name for them would lead nowhere. */
const MOVES = new Set(['next', 'previous', 'close', 'commands', 'before', 'pageDown', 'pageUp', 'first', 'last', 'pan', 'nearest',
  'choose', 'open', 'filter']);

/** All that can be done now. @returns {Command[]} actions first, then screens, then things */
export function commandsOf({ picture, act }) {
  return [...actions(), ...acts(act), ...screens(), ...things(picture)];
}

/** What has a key does what the key does, in its place. */
function actions() {
  return Object.entries(KEYS).flatMap(([place, keys]) => Object.entries(keys)
    .filter(([action]) => !MOVES.has(action) && !action.startsWith('screen-'))
    .filter(() => place === 'everywhere' || document.querySelector(`[data-keys='${place}']`))
    .map(([action, [key]]) => ({
      id: `${place}.${action}`, name: say(`keys.${place}.${action}`), kind: say(`keys.${place}`), key: keyName(key),
      does: () => pressKey(key, document.querySelector(`[data-keys='${place}']`)),
    })));
}

function acts(act) {
  return Object.entries(act).map(([name, does]) => ({ id: `act.${name}`, name: say(`commands.${name}`), kind: say('commands.page'), does }));
}

function screens() {
  return ['board', ...Object.keys(SCREENS)].filter(name => KEYS.everywhere[`screen-${name}`]).map(name => ({
    id: `screen.${name}`, name: say(`screens.${name}`), kind: say('commands.screen'),
    key: keyName(KEYS.everywhere[`screen-${name}`][0]), does: () => goTo(name),
  }));
}

function things(picture) {
  const of = (type, all, nameOf) => all.map(one => {
    const id = one.id ?? one.unit;
    return { id: `${type}.${id}`, name: nameOf(one), kind: say(`selected.type.${type}`), does: () => open(type, id) };
  });
  return [
    ...of('area', [...picture.areas.values()], ({ name }) => name),
    ...of('incident', openIncidents(picture), titleOf),
    ...of('protest', openProtests(picture), titleOf),
    ...of('unit', [...picture.units.values()].filter(({ state }) => state !== 'released'), ({ unit }) => unit),
    ...of('alert', [...picture.alerts.values()].filter(isOpenAlert), ({ message }) => message),
  ];
}

/** What the service found, with when it was: much of it is long over. @param {import('../../live/search.js').Outcome['found']} found @returns {Command[]} */
export function foundOf(found, nowMillis) {
  return found.map(({ type, object }) => ({
    id: `${type}.${object.id}`, name: titleOf(object), does: () => open(type, object.id),
    kind: say('commands.told', { type: say(`selected.type.${type}`), status: sayOf('status', object.status),
      time: localTime(Date.parse(object.openedAt ?? object.startsAt), nowMillis) }),
  }));
}

/** Shows a thing: on a screen of its own where there is one, else as what is selected. */
function open(type, id) {
  select({ type, id });
  if (SCREENS[type]) {
    goTo(type, id);
  } else {
    bring('selected');
  }
}

/**
 * Those that hold each word that was typed, those first whose name begins so.
 *
 * @param {Command[]} all
 * @param {string} typed
 */
export function matching(all, typed) {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const start = wanted.join(' ');
  const found = all.filter(({ name, kind }) => {
    const said = `${name} ${kind}`.toLowerCase();
    return wanted.every(word => said.includes(word));
  });
  const begins = ({ name }) => name.toLowerCase().startsWith(start);
  return [...found.filter(begins), ...found.filter(one => !begins(one))].slice(0, SHOWN_MAX);
}
