import { say } from '../text/text.js';
import { KEYS, keyName } from './keys.js';

/** Why nothing can be done while the past is shown. */
export function barred() {
  return say('replay.barred', { key: keyName(KEYS.everywhere.live[0]) });
}
