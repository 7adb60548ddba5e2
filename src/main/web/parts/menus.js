import { goTo, view } from '../live/view.js';

/** Menus of the header, each a `details`, close when one presses or goes on elsewhere. The map's symbols stay beside the map. */
const HEADER = 'header details[open]';
const OPEN = `${HEADER}, .map-symbols[open]`;

/** Where Esc is the browser's, or does what stands there. */
const OWN = 'input, select, textarea, dialog';

for (const event of ['pointerdown', 'focusin']) {
  window.addEventListener(event, ({ target }) => {
    [...document.querySelectorAll(HEADER)].filter(menu => !menu.contains(target)).forEach(menu => { menu.open = false; });
  }, true);
}

/** What Esc does where nothing took it: an open menu closes, else it leads back to the board; null for nothing. @returns {(() => void)|null} */
export function closeOrBack({ target }) {
  const menus = [...document.querySelectorAll(OPEN)];
  if (menus.length > 0) {
    return () => close(menus.find(menu => menu.contains(document.activeElement)) ?? menus[0]);
  }
  return view().name === 'board' || target.closest?.(OWN) ? null : () => goTo('board');
}

/** The focus of somebody who is elsewhere stays there. */
function close(menu) {
  const within = menu.contains(document.activeElement) || document.activeElement === document.body;
  menu.open = false;
  if (within) {
    menu.querySelector('summary').focus();
  }
}
