package org.muster.query;

/**
 * What a fact tells.
 *
 * @param isFlag whether it is yes or no rather than a number
 */
public record FactMeaning(String words, boolean isFlag) {

    /** Its value as a sentence has it. */
    String said(long value) {
        return isFlag ? value == 0 ? "no" : "yes" : Long.toString(value);
    }
}
