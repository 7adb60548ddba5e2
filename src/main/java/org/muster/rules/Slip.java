package org.muster.rules;

/**
 * Something wrong in one of a rule's texts.
 *
 * @param key which text, such as {@code when}
 * @param offset the first character of the very word in that text, from 0; the text's length for its end
 * @param detail what is wrong and what would be right
 */
public record Slip(String key, int offset, String detail) {}
