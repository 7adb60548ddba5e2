import { say } from './text.js';

/**
 * Words about an answer, with the request's id when it has one: whoever runs the service finds it in its log.
 *
 * @param {string} words
 * @param {import('../live/session.js').Answer} answer
 */
export function referring(words, { reference }) {
  return reference ? `${words} ${say('answer.reference', { reference })}` : words;
}

/**
 * Why the service did not do or tell what it was asked for, in its own words.
 *
 * @param {import('../live/session.js').Answer} answer one that is not as wished
 */
export function reasonOf(answer) {
  const { status, body } = answer;
  return status === 0 ? say('told.unreachable')
    : referring(body?.errors?.[0]?.detail ?? body?.detail ?? say('answer.status', { status: String(status) }), answer);
}
