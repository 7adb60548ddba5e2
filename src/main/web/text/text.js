/** The locale of numbers, dates and plural forms. */
export const LOCALE = 'en-GB';

const plurals = new Intl.PluralRules(LOCALE);
const numbers = new Intl.NumberFormat(LOCALE);

/** What is known so far: each page brings its own messages, and a part that is loaded later brings more. */
const english = {};

/** Makes messages known. @param {Record<string, string|Record<string, string>>} messages */
export function know(messages) {
  Object.assign(english, messages);
}

/**
 * The text of a message with its places filled in.
 *
 * @param {string} key as in the message file
 * @param {Record<string, string|number>} values numbers are written by the locale's rules
 */
export function say(key, values = {}) {
  const found = english[key] ?? key;
  const pattern = typeof found === 'string' ? found : found[plurals.select(Number(values.count))] ?? found.other;
  return pattern.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name] ?? '';
    return typeof value === 'number' ? numbers.format(value) : value;
  });
}

/** The text for a member of a closed set (`status.ongoing`); a member unknown here reads as its own slug. */
export function sayOf(set, slug) {
  return english[`${set}.${slug}`] ?? words(slug);
}

/** A slug as words: `breach-of-the-peace` is "Breach of the peace". Names come from configuration, not from here. */
export function words(slug) {
  const text = slug.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function count(number) {
  return numbers.format(number);
}
