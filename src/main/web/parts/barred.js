import { say } from '../text/text.js';
import { keyName } from './help.js';
import { KEYS } from './keys.js';

/** Why nothing can be done while the past is shown. */
export function barred() {
  return say('replay.barred', { key: keyName(KEYS.everywhere.live[0]) });
}
