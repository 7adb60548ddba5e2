package org.muster.model;

import java.util.Optional;

/**
 * A place in the record: everything up to and with {@code seq} lies behind it. Opaque to the outside.
 *
 * @param epoch names one life of the record; a restore begins another
 * @param seq the last entry behind the cursor, 0 at the very beginning
 */
public record Cursor(String epoch, long seq) {

    private static final int TEXT_MAX = 64;

    public Cursor {
        Valid.that(!epoch.isEmpty() && epoch.indexOf('.') < 0, "an epoch is a word without dots");
        Valid.that(seq >= 0, "seq is 0 or more");
    }

    /** The form the outside sees and gives back. */
    public String text() {
        return epoch + '.' + Long.toString(seq, Character.MAX_RADIX);
    }

    /** Reads {@link #text()}; empty when it is not one of ours. */
    public static Optional<Cursor> parse(String text) {
        int dot = text.indexOf('.');
        if (dot <= 0 || text.length() > TEXT_MAX) {
            return Optional.empty();
        }
        try {
            long seq = Long.parseLong(text.substring(dot + 1), Character.MAX_RADIX);
            Cursor cursor = seq < 0 ? null : new Cursor(text.substring(0, dot), seq);
            return Optional.ofNullable(cursor).filter(read -> read.text().equals(text));
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }
}
