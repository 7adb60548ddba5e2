/** What is known so far: each page brings its own messages, and a part that is loaded later brings more. */
const texts = {};

/**
 * Texts of another language than English, where a script before the page's has put them: its `locale` and `direction` are
 * among them. What they lack is said in English.
 */
const chosen = globalThis.musterMessages;

/** Makes messages known. @param {Record<string, string|Record<string, string>>} messages */
export function know(messages) {
  Object.assign(texts, messages, chosen);
}

/** Has the page say in which language it is and to which side it runs, as its messages do. */
export function tellLanguage() {
  Object.assign(document.documentElement, { lang: say('locale'), dir: say('direction') });
}

/**
 * Something that goes by the messages' locale, made when it is first asked for.
 *
 * @template T
 * @param {(locale: string) => T} make
 */
function byLocale(make) {
  let made;
  return () => (made ??= make(say('locale')));
}

const plurals = byLocale(locale => new Intl.PluralRules(locale));
const numbers = byLocale(locale => new Intl.NumberFormat(locale));

/**
 * The text of a message with its places filled in.
 *
 * @param {string} key as in the message file
 * @param {Record<string, string|number>} values numbers are written by the locale's rules
 */
export function say(key, values = {}) {
  const found = texts[key] ?? key;
  const pattern = typeof found === 'string' ? found : found[plurals().select(Number(values.count))] ?? found.other;
  return pattern.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name] ?? '';
    return apart(typeof value === 'number' ? count(value) : value);
  });
}

/** What is filled in where text runs from right to left keeps its own order: `14:02 L`, a range, an English title. */
export function apart(text) {
  return texts.direction === 'rtl' && text !== '' ? `\u2068${text}\u2069` : text;
}

/** The text for a member of a closed set (`status.ongoing`); a member unknown here reads as its own slug. */
export function sayOf(set, slug) {
  return texts[`${set}.${slug}`] ?? words(slug);
}

/** A slug as words: `breach-of-the-peace` is "Breach of the peace". Names come from configuration, not from here. */
export function words(slug) {
  const text = slug.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A number as the locale writes it. @param {Intl.NumberFormatOptions} [form] where its digits are counted */
export function count(number, form) {
  return form ? number.toLocaleString(say('locale'), form) : numbers().format(number);
}
