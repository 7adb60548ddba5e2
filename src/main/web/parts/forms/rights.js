import { say, sayOf } from '../../text/text.js';

const DESKS = new Set(['controller', 'supervisor']);

/** Whether somebody may enter what is said by radio, and plan protests. */
export function mayWrite(session) {
  return DESKS.has(session?.role);
}

/** Why somebody may not; empty when they may. */
export function whyNot(session) {
  return mayWrite(session) ? '' : say('actions.notAllowed', { role: sayOf('role', session.role) });
}
