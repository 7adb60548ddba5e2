import { html, nothing } from 'lit';

import { say } from '../../text/text.js';
import { age, localTime } from '../../text/time.js';
import { shape } from '../shapes.js';

/** Whose phone it is, and what became of what was written: state as shape and word. @param {import('./app.js').FieldApp} app */
export function head(app) {
  const { who } = app;
  const { kind, words } = state(app);
  const refused = app.queue.rows.filter(row => row.state === 'refused').length;
  return html`
    <header class="head">
      <strong class="unit">${who.name ? who.isUnit ? say('field.unit', { unit: who.name }) : who.name : say('field.nobody')}</strong>
      <span class="sent" data-state=${kind}>${shape(SHAPES[kind])} <span>${words}</span></span>
      ${refused > 0 ? html`<a class="sent-refused" href="#reports">${say('state.head.refused', { count: refused })}</a>` : nothing}
    </header>`;
}

const SHAPES = { sent: 'dot', idle: 'ring', sending: 'half', waiting: 'hexagon', offline: 'hexagon', out: 'hexagon' };

function state(app) {
  const { who, sender, queue, nowMillis } = app;
  const waiting = queue.waiting(who.name).length;
  if (who.state === 'out') {
    return { kind: 'out', words: [say('state.head.signedOut'),
      waiting > 0 && say('state.head.kept', { count: waiting })].filter(Boolean).join('. ') };
  }
  if (waiting > 0) {
    if (sender.inFlight) {
      return { kind: 'sending', words: say('state.head.sending', { count: waiting }) };
    }
    return app.isOnline() && sender.nextAt
      ? { kind: 'waiting', words: say('state.head.waiting', { count: waiting, age: age(sender.nextAt - nowMillis) }) }
      : { kind: 'waiting', words: say(app.isOnline() ? 'state.head.kept' : 'state.head.saved', { count: waiting }) };
  }
  if (!app.isOnline()) {
    return { kind: 'offline', words: say('state.head.offline') };
  }
  const last = queue.rows.findLast(row => row.state === 'received');
  return last
    ? { kind: 'sent', words: say('state.head.sent', { time: localTime(Date.parse(last.receipt.receivedAt), nowMillis) }) }
    : { kind: 'idle', words: say(who.state === 'unknown' ? 'state.head.starting' : 'state.head.idle') };
}
