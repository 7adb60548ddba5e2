import { isPast } from '../../live/past.js';
import { say, sayOf } from '../../text/text.js';
import { barred } from '../barred.js';

const DESKS = new Set(['controller', 'supervisor']);

/** Whether somebody may enter what is said by radio, and plan protests. */
export function mayWrite(session) {
  return DESKS.has(session?.role) && !isPast();
}

/** Why somebody may not; empty when they may. */
export function whyNot(session) {
  return isPast() ? barred() : mayWrite(session) ? '' : say('actions.notAllowed', { role: sayOf('role', session.role) });
}
