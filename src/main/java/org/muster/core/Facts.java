package org.muster.core;

/** What is known of one subject, as whole numbers, flags and words. */
public interface Facts {

    /** A count; a flag as 1 or 0. Asking for words, or for a fact of another scope, is our own fault. */
    long number(Fact fact);

    /** Words for a message; discreet ones when that was asked for. */
    String words(Fact fact);
}
