import { actionOf } from './keys.js';

/** What each key of the queue does; all else is done with the alerts themselves. */
const MOVES = {
  next: queue => queue.move(queue.at() + 1),
  before: queue => queue.move(queue.at() - 1),
  pageDown: queue => queue.move(queue.list.page(queue.at(), 1)),
  pageUp: queue => queue.move(queue.list.page(queue.at(), -1)),
  first: queue => queue.showNew(),
  last: queue => queue.move(queue.rows.length - 1),
  filter: queue => queue.querySelector('.queue-filter').focus(),
  health: queue => queue.showHealth(),
};

/** Where a key is a button's or a field's own. */
const OWN = {
  BUTTON: new Set(['next', 'before', 'pageDown', 'pageUp', 'first', 'last', 'open']),
  INPUT: new Set(['first', 'last', 'open', 'pageDown', 'pageUp', 'before']),
};

/** A key was pressed while the focus is in the queue. */
export function queueKey(queue, event) {
  if (event.defaultPrevented || event.target.closest('dialog')) {
    return;
  }
  const input = event.target.closest('input');
  if (input && event.key === 'Escape') {
    event.preventDefault();
    queue.filterBy('');
    queue.takeFocus();
    return;
  }
  const action = actionOf('queue', event);
  if (!action || OWN[event.target.tagName]?.has(action)) {
    return;
  }
  event.preventDefault();
  if (input) {
    queue.takeFocus();
  } else if (MOVES[action]) {
    MOVES[action](queue);
  } else {
    queue.work.start(action);
  }
}
