/** The session and what else the page asks over HTTP. Nothing here throws: an answer says how it went. */

import { Flag } from './flag.js';
import { Followers } from './followers.js';
import { isPast } from './past.js';
import { askForVersion } from './version.js';

const BASE = '/api/v1';

/** A request unanswered for this long is given up: a frozen service must not hold the page. */
const DEADLINE_MILLIS = 5_000;

/** What may be sent while the page shows the past, in which nothing can be changed. */
const ALWAYS = new Set(['/session', '/stream/ticket']);

/** @type {Answer} */
const NOT_ANSWERED = Object.freeze({ ok: false, status: 0, body: null, reference: null, tag: null, retryAfterSeconds: 0 });

/**
 * @typedef {object} Answer
 * @property {boolean} ok
 * @property {number} status HTTP status; 0 when the service was not reached
 * @property {any} body parsed JSON, or null
 * @property {string|null} reference the request's id, to be quoted
 * @property {string|null} tag the version of what was answered, to be named when it is changed
 * @property {number} retryAfterSeconds when the service wants to be asked again; 0 when it does not say
 */

/**
 * Asks the service; while it was not told that a session is over, it is told that first.
 *
 * @param {string} path below the base path
 * @param {object} [body] sent as JSON
 * @param {Record<string, string>} [headers]
 * @param {number} [deadlineMillis] after which it counts as not answered
 * @param {AbortSignal} [signal] gives up instead
 * @returns {Promise<Answer>}
 */
export async function ask(method, path, body, headers = {}, deadlineMillis = DEADLINE_MILLIS, signal = null) {
  if (isPast() && method !== 'GET' && !ALWAYS.has(path)) {
    return NOT_ANSWERED;
  }
  if (isEndOwed()) {
    const answer = await end();
    if (isEndOwed()) {
      return answer;
    }
  }
  return send(method, path, body, headers, signal ?? AbortSignal.timeout(deadlineMillis));
}

async function send(method, path, body, headers, signal) {
  try {
    const response = await fetch(BASE + path, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: body === undefined ? headers : { 'Content-Type': 'application/json', ...headers },
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'error',
      signal,
    });
    const text = await response.text();
    return {
      ok: response.ok,
      status: response.status,
      body: parsed(text),
      reference: response.headers.get('X-Request-Id'),
      tag: response.headers.get('ETag'),
      retryAfterSeconds: Number(response.headers.get('Retry-After')) || 0,
    };
  } catch {
    return NOT_ANSWERED;
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Who is signed in: `{name, role, areas}`. */
export async function whoAmI() {
  const answer = await ask('GET', '/session');
  if (answer.status === 401) {
    signedIn.set(false);
  }
  return answer;
}

export async function signIn(token) {
  const answer = await ask('POST', '/session', { token });
  signedIn.set(answer.ok);
  return answer;
}

/** Whoever signs out and walks away leaves nothing on the screen: the service is waited for no longer than this. */
const END_WITHIN_MILLIS = 500;

/** Signs out here, and at the service as soon as it answers. */
export async function signOut() {
  signedIn.set(false);
  owe(true);
  await Promise.race([end(), new Promise(over => { setTimeout(over, END_WITHIN_MILLIS); })]);
}

const END_OWED = 'muster.endOwed';
const endOwed = new Flag(END_OWED);

/** A session that the service was not told the end of is ended at this pace, and when there is a network again. */
const END_AGAIN_MILLIS = 5_000;

const followers = new Followers();

/** @type {Promise<Answer>|null} */
let ending = null;
let endAgain = 0;

/** Whether somebody has signed out and the service does not know it yet: until it does nothing else is asked. */
export function isEndOwed() {
  return endOwed.isSet;
}

function owe(isOwed) {
  endOwed.set(isOwed);
  followers.tell();
}

/** Tells the service that the session is over: once, whoever waits for it, in whichever tab. */
function end() {
  const alone = navigator.locks ? work => navigator.locks.request(END_OWED, work) : work => work();
  ending ??= alone(tellEnd).finally(() => { ending = null; });
  return ending;
}

async function tellEnd() {
  if (!isEndOwed()) {
    return NOT_ANSWERED;
  }
  const answer = await send('DELETE', '/session', undefined, {}, AbortSignal.timeout(DEADLINE_MILLIS));
  if (answer.status === 0 || answer.status === 429 || answer.status >= 500) {
    clearTimeout(endAgain);
    endAgain = setTimeout(endWhatIsOwed, END_AGAIN_MILLIS);
  } else {
    owe(false);
  }
  return answer;
}

function endWhatIsOwed() {
  if (isEndOwed()) {
    end();
  } else {
    followers.tell();
  }
}

window.addEventListener('online', endWhatIsOwed);
window.addEventListener('storage', ({ key }) => key === END_OWED && followers.tell());
endWhatIsOwed();

/** Draws its host again when the service was told. */
export class Ending {
  /** @param {import('lit').ReactiveControllerHost} host @param {() => void} changed called before the host is drawn again */
  constructor(host, changed) {
    followers.add(host, changed);
  }
}

/** Where nothing can be kept the question is asked each time. */
const signedIn = new Flag('muster.signedIn', true);

/** Whether it is worth asking who is signed in. The cookie itself is out of a script's sight. */
export function mayBeSignedIn() {
  return signedIn.isSet;
}

/** A ticket opens one stream within 30 s. */
export const ticket = () => ask('POST', '/stream/ticket');

/** An incident, a protest or an alert. @param {'incidents'|'protests'|'alerts'} kind */
export const one = (kind, id) => ask('GET', `/${kind}/${encodeURIComponent(id)}`);

/** How far the service's clock is from this computer's. */
export const clock = {
  /** The service's clock minus this one lies in [low, high], milliseconds; unknown at first. */
  low: -Infinity,
  high: Infinity,

  /** Compares the clocks by the Date header of this page's script: whole seconds, written somewhen between sending and receiving. */
  async compare() {
    const sentAt = Date.now();
    const headers = await askForVersion();
    const date = Date.parse(headers?.get('Date') ?? '');
    // When the service is away the clocks are compared again later.
    if (Number.isFinite(date)) {
      this.low = date - Date.now();
      this.high = date + 1_000 - sentAt;
    }
  },

  /** The least offset that explains what was seen, milliseconds: 0 when the clocks may well agree. */
  offsetMillis() {
    return this.low > 0 ? this.low : this.high < 0 ? this.high : 0;
  },
};
