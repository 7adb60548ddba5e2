import { html, nothing } from 'lit';

import { elapsed } from '../live/elapsed.js';
import { work } from '../live/work.js';
import { prefers } from '../live/preferences.js';
import { say } from '../text/text.js';
import { KEYS, keyName } from './keys.js';

/** Buttons for the keys, in the order of use. To open an alert one presses its row. */
const BUTTONS = ['acknowledge', 'take', 'assign', 'comment', 'shelve', 'map', 'clear', 'mark', 'acknowledgeVisible'];

/**
 * What can be done with the current alert, or with the marked ones, always in the same place; below it what came of the
 * last deed, and for 10 s the way back.
 */
export function bar(queue) {
  const barred = queue.work.barred();
  return html`
    <div class="queue-bar">
      <div class="queue-buttons" role="group" aria-label=${label(queue)}>${BUTTONS.map(what => button(queue, what === 'shelve' && queue.tab === 'shelved' ? 'unshelve' : what))}</div>
      <p class="queue-said"><span id="queue-said">${[queue.work.words, barred].filter(Boolean).join(' ')}</span>${undo(queue)}</p>
    </div>`;
}

function label(queue) {
  const targets = queue.work.targets();
  return targets.length === 0 ? say('queue.actionsNone')
    : targets.length === 1 ? say('queue.actions', { message: targets[0].message })
      : say('queue.actionsMarked', { count: targets.length });
}

/** A button that cannot be used says why. One that takes the place of another is as wide. */
function button(queue, what) {
  const why = queue.work.why(what);
  const key = keyName(KEYS.queue[what][0]);
  return html`
    <button type="button" data-do=${what} aria-disabled=${String(why !== null)} title=${why ?? nothing}
      aria-keyshortcuts=${prefers('letters') ? key : nothing} @click=${() => queue.work.start(what)}>${say(`do.${what}`)}
      <kbd aria-hidden="true">${key.replace('Shift+', '⇧')}</kbd></button>`;
}

function undo(queue) {
  const last = work.undoable();
  if (last === null) {
    return nothing;
  }
  const seconds = Math.max(1, Math.ceil((last.until - elapsed()) / 1_000));
  return html`<button type="button" class="queue-undo" title=${say(`do.undo.${last.what.verb}`)}
    @click=${() => queue.work.start('undo')}>${say('do.undo', { seconds })} <kbd>${keyName(KEYS.queue.undo[0])}</kbd></button>`;
}
