import { tellMissing } from '../../live/missing.js';
import { say } from '../../text/text.js';
import { announce } from '../announce.js';

/**
 * The forms and the help are no part of the page's first load: they are fetched when the page is there, and if they did not
 * come, again each time one is opened.
 */
export async function fetchForms() {
  try {
    await import('./forms.js');
    tellMissing('forms', false);
  } catch (fault) {
    tellMissing('forms', true);
    throw fault;
  }
}

/**
 * Opens a form of the page.
 *
 * @param {'report'|'plan'|'change'|'cancel'|'correct'|'withdraw'|'help'} what
 * @param {string|object} [of] the protest's id, the report's entry
 */
export async function openForm(what, of) {
  try {
    await fetchForms();
  } catch {
    announce(say('views.notFetched'));
    return;
  }
  const forms = document.querySelector('muster-forms');
  await forms?.updateComplete;
  forms?.open(what, of);
}
