import { prefers } from '../live/preferences.js';

/**
 * Every key of the page: what the help lists and what a part looks up. A key belongs to one place; those of `everywhere`
 * work wherever the focus is, the others only when it is in their part.
 *
 * @type {Record<string, Record<string, string[]>>} by place and action, the keys as `pressed` names them
 */
export const KEYS = {
  everywhere: {
    help: ['F1', '?'],
    report: ['Alt+N'],
    plan: ['Alt+P'],
    queue: ['F2'],
    map: ['F3'],
    selected: ['F4'],
    next: ['F6'],
    previous: ['Shift+F6'],
    close: ['Escape'],
    mute: ['Alt+M'],
    shelved: ['Alt+S'],
    replay: ['Alt+R'],
    live: ['Alt+L'],
    critical: ['Alt+C'],
    commands: ['/', 'Ctrl+K'],
    still: ['Alt+H'],
    'screen-board': ['Alt+1'],
    'screen-queue': ['Alt+2'],
    'screen-units': ['Alt+3'],
    'screen-arrests': ['Alt+4'],
    'screen-timeline': ['Alt+5'],
    'screen-wall': ['Alt+6'],
  },
  queue: {
    next: ['ArrowDown', 'J'],
    before: ['ArrowUp', 'K'],
    pageDown: ['PageDown'],
    pageUp: ['PageUp'],
    first: ['Home'],
    last: ['End'],
    open: ['Enter'],
    acknowledge: ['A'],
    acknowledgeVisible: ['Shift+A'],
    take: ['T'],
    assign: ['G'],
    comment: ['N'],
    shelve: ['S'],
    unshelve: ['Shift+S'],
    map: ['M'],
    clear: ['C'],
    mark: ['X'],
    undo: ['U'],
    filter: ['/'],
    health: ['H'],
  },
  map: {
    pan: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
    nearest: ['Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+ArrowUp', 'Alt+ArrowDown'],
    zoomIn: ['+', '='],
    zoomOut: ['-'],
    home: ['0'],
    choose: ['Enter'],
    list: ['L'],
  },
  form: {
    send: ['Enter'],
    newline: ['Shift+Enter'],
    options: ['ArrowDown', 'ArrowUp'],
  },
};

/**
 * A key press by name: `Alt+N`, `Shift+F6`, `Shift+A`, `?`. Letters and digits with Alt or Ctrl go by the key's place, whatever it
 * types there; others by what they type, with or without caps lock.
 */
export function pressed(event) {
  const placed = event.altKey || event.ctrlKey ? /^(?:Key|Digit)([A-Z0-9])$/.exec(event.code)?.[1] : undefined;
  const typed = /^[a-z]$/i.test(event.key) ? event.key.toUpperCase() : undefined;
  const letter = placed ?? typed;
  // Any other character already says whether Shift was held.
  const shift = event.shiftKey && (letter !== undefined || event.key.length > 1);
  return [event.metaKey && 'Meta', event.ctrlKey && 'Ctrl', event.altKey && 'Alt', shift && 'Shift', letter ?? event.key].filter(Boolean).join('+');
}

/**
 * What a key press asks for in a place, or undefined. A character typed into a field asks for nothing, nor does one where
 * somebody has switched such keys off; the command line may press them all the same.
 */
export function actionOf(place, event) {
  const typing = event.key.length === 1 && !event.altKey && !event.ctrlKey;
  if (typing && (event.target.closest?.('input, select, textarea') || (event.isTrusted && !prefers('letters')))) {
    return undefined;
  }
  const key = pressed(event);
  return Object.keys(KEYS[place]).find(action => KEYS[place][action].includes(key));
}

const NAMES = { ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc', PageUp: 'PgUp',
  PageDown: 'PgDn', ' ': 'Space' };

/** A key as it is printed on it. */
export function keyName(key) {
  return key.split(/\+(?=.)/).map(part => NAMES[part] ?? part).join('+');
}
