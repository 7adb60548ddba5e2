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
  },
  map: {
    pan: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
    nearest: ['Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+ArrowUp', 'Alt+ArrowDown'],
    zoomIn: ['+', '='],
    zoomOut: ['-'],
    home: ['0'],
    choose: ['Enter'],
    list: ['l', 'L'],
  },
  form: {
    send: ['Enter'],
    newline: ['Shift+Enter'],
    options: ['ArrowDown', 'ArrowUp'],
  },
};

/** A key press by name: `Alt+N`, `Shift+F6`, `?`. Letters with Alt go by the key's place, whatever it types there. */
export function pressed(event) {
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  const named = event.key.length > 1;
  const key = event.altKey || event.ctrlKey ? letter ?? event.key : event.key;
  // A character already says whether Shift was held.
  return [event.ctrlKey && 'Ctrl', event.altKey && 'Alt', event.shiftKey && (named || letter && event.altKey) && 'Shift',
    key].filter(Boolean).join('+');
}

/** What a key press asks for in a place, or undefined. A single character typed into a field asks for nothing. */
export function actionOf(place, event) {
  const key = pressed(event);
  if (key.length === 1 && event.target.closest?.('input, select, textarea')) {
    return undefined;
  }
  return Object.keys(KEYS[place]).find(action => KEYS[place][action].includes(key));
}
