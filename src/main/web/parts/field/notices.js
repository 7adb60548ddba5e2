import { html, nothing } from 'lit';

import { clock } from '../../live/session.js';
import { say } from '../../text/text.js';
import { age } from '../../text/time.js';

/** A phone's clock that is off by more is told: what it writes carries its time. */
const CLOCK_OFF_MILLIS = 30_000;

/** What somebody has to know before they go on, the worst first. @param {import('./app.js').FieldApp} app */
export function notices(app) {
  const { queue, who, version, route } = app;
  const shown = [
    queue.refused ? notice('storage', say('notice.storage'))
      : app.isPrivate ? notice('private', say('notice.private')) : isUnsure(app) && notice('unsure', say('notice.unsure')),
    ...signedOut(app, route.screen === 'sign-in' || !who.name || !who.isUnit),
    ...foreign(app),
    !window.isSecureContext && notice('insecure', say('notice.insecure')),
    Math.abs(clock.offsetMillis()) > CLOCK_OFF_MILLIS
      && notice('clock', say('notice.clock', { age: age(Math.abs(clock.offsetMillis())) })),
    version.waiting && notice('version', say('notice.version'),
      html`<button type="button" @click=${() => version.take()}>${say('notice.reload')}</button>`),
  ].filter(Boolean);
  return shown.length === 0 ? nothing
    : html`<section class="notices" aria-label=${say('notice.label')}>${shown}</section>`;
}

/** Whether something waits that the browser does not promise to keep. */
function isUnsure(app) {
  return !app.isPersistent && !app.isOnline() && app.queue.waiting(app.who.name).length > 0;
}

/** What waits stays on the phone for who wrote it. @param {boolean} isSigningIn whether the sign-in is what is shown */
function signedOut({ who, queue }, isSigningIn) {
  if (who.state !== 'out') {
    return [];
  }
  if (!isSigningIn) {
    return [notice('signed-out', say('notice.signedOut'), html`<a class="button" href="#sign-in">${say('notice.signIn')}</a>`)];
  }
  const unsent = queue.rows.filter(({ state }) => state === 'saved');
  return [...new Set(unsent.map(row => row.who))].filter(Boolean).map(unit => notice('kept',
    say('notice.kept', { unit, count: unsent.filter(row => row.who === unit).length })));
}

function notice(kind, words, action = nothing) {
  return html`<div class="notice" data-notice=${kind}><p>${words}</p>${action}</div>`;
}

/** What others wrote on this phone is theirs: it is sent under another name only when somebody says so. */
function foreign(app) {
  const { queue, who } = app;
  if (who.state !== 'in') {
    return [];
  }
  const names = [...new Set(queue.rows.filter(row => row.state === 'saved' && row.who !== null && row.who !== who.name)
    .map(row => row.who))];
  return names.map(from => {
    const theirs = queue.rows.filter(row => row.state === 'saved' && row.who === from);
    const tried = theirs.filter(({ tries }) => tries > 0).length;
    const free = theirs.length - tried;
    return notice('foreign', html`${say('notice.foreign', { count: theirs.length, from, unit: who.name })}
      ${tried > 0 ? say('notice.foreignTried', { count: tried, from }) : nothing}`,
    free > 0 && who.isUnit ? html`<button type="button" @click=${() => app.takeOver(from)}>
      ${say('notice.takeOver', { count: free, unit: who.name })}</button>` : nothing);
  });
}
