package org.muster.push;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;

import org.jspecify.annotations.Nullable;

import org.muster.model.Cursor;
import org.muster.model.StoredEntry;

/**
 * A piece of the record as one message.
 *
 * @param to the last entry behind it, whether it was sent or filtered out
 * @param message null when everything was filtered out
 */
@SuppressWarnings("ArrayRecordComponent") // shared bytes; nobody compares stretches
record Stretch(long to, byte @Nullable [] message) {

    /** Pieces end at multiples of this, so that watchers who are behind soon stand at the same places. */
    static final int ALIGN = 256;

    /** A message takes entries until it is this long; one entry always fits. */
    static final int BYTES_MAX = 60 * 1024;

    /** Where the piece that begins after {@code from} ends at the latest. */
    static long end(long from, long head) {
        return Math.min(head, (from / ALIGN + 1) * ALIGN);
    }

    /**
     * The piece after {@code from}, or null when its first entry is not at hand.
     *
     * @param end the last entry it may reach
     * @param bytes the form in which an entry is shown
     */
    static @Nullable Stretch of(Subscription subscription, String epoch, long from, long end,
            LongFunction<@Nullable StoredEntry> source, Function<StoredEntry, byte[]> bytes) {
        List<byte[]> sent = new ArrayList<>();
        long to = from;
        int length = 0;
        while (to < end) {
            StoredEntry entry = source.apply(to + 1);
            if (entry == null) {
                break;
            }
            if (subscription.sees(entry.entry())) {
                byte[] shown = bytes.apply(entry);
                if (length > 0 && length + shown.length > BYTES_MAX) {
                    break;
                }
                sent.add(shown);
                length += shown.length;
            }
            to++;
        }
        if (to == from) {
            return null;
        }
        return new Stretch(to, sent.isEmpty() ? null : Messages.entries(sent, cursor(epoch, to)));
    }

    private static String cursor(String epoch, long seq) {
        return new Cursor(epoch, seq).text();
    }
}
