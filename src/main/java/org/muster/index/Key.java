package org.muster.index;

/**
 * Where the words of one text stand in the index: beside those of all other texts about the same incident or protest,
 * in the order in which these became known. So the index gives them in the order of the lists, as far as is asked.
 */
final class Key {

    private static final int BITS = 32;

    /** More entries than this the index cannot number; the record of a busy force has as many in a century. */
    private static final long ENTRIES_MAX = 1L << (BITS - 1);

    private Key() {}

    /** The first key of what the entry {@code opened} made known: of what is shown of it itself. */
    static long first(long opened) {
        return Math.clamp(opened, 0, ENTRIES_MAX - 1) << BITS;
    }

    /** The key of a report about it. */
    static long of(long opened, long seq) {
        if (seq >= ENTRIES_MAX) {
            throw new IllegalStateException(
                    "entry " + seq + " is beyond what the index can number");
        }
        return first(opened) + seq;
    }

    /** The bits of a key that name a report; a first key has none of them. */
    static final long REPORT = (1L << BITS) - 1;

    /** The entry that made known what a key belongs to. */
    static long opened(long key) {
        return key >> BITS;
    }
}
