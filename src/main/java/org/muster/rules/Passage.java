package org.muster.rules;

/**
 * A piece of a rule's text that is one expression.
 *
 * @param key which text it stands in
 * @param text the expression
 * @param begin the character of that text where it begins, from 0
 */
record Passage(String key, String text, int begin) {

    /** Something wrong at a place as CEL counts: code points from the beginning of the expression. */
    Slip slip(int codePoints, String detail) {
        int within = Math.clamp(codePoints, 0, text.codePointCount(0, text.length()));
        return new Slip(key, begin + text.offsetByCodePoints(0, within), detail);
    }
}
