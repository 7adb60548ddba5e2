import { endedProtests, openProtests } from '../live/lists.js';
import { protestRow, protestText } from './protest.js';
import { Rows } from './rows.js';

/** Protests that are live, then planned ones, and those that ended within 24 h. */
class Protests extends Rows {
  constructor() {
    super({ kind: 'protests', type: 'protest', open: openProtests, over: endedProtests, row: protestRow, text: protestText });
  }
}

customElements.define('muster-protests', Protests);
