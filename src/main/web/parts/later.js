import { tellMissing } from '../live/missing.js';
import { say } from '../text/text.js';
import { announce } from './announce.js';

/** Dialogs that are fetched when they are first asked for; each module defines its element. */
const LATER = {
  preferences: () => import('../views/preferences.js'),
  commands: () => import('../views/commands.js'),
};

/**
 * Opens a dialog, and closes it when it is open already.
 *
 * @param {'preferences'|'commands'} name
 * @param {object} [given] set on its element first
 */
export async function openLater(name, given = {}) {
  const tag = `muster-${name}`;
  try {
    await LATER[name]();
    tellMissing(name, false);
  } catch {
    tellMissing(name, true);
    announce(say('views.notFetched'));
    return;
  }
  const app = document.querySelector('muster-app');
  const dialog = Object.assign(app.querySelector(tag) ?? app.appendChild(document.createElement(tag)), given);
  if (dialog.shown) {
    dialog.close();
  } else {
    dialog.open();
  }
}

/** Takes them away: somebody else may sign in. */
export function closeLater() {
  Object.keys(LATER).forEach(name => document.querySelector(`muster-${name}`)?.remove());
}
