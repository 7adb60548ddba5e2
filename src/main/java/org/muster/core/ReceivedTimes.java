package org.muster.core;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * When reports were received, in order, and how many within the last hour and within the time after which an area is
 * silent: spans (T - w, T] of a T that never goes back. What came in the same millisecond shares a slot of 8 bytes, so
 * that an hour takes 58 MB at the very most. One can be struck again; what is older than both spans is kept only as far
 * as it says when the last one came.
 */
final class ReceivedTimes {

    /** So many slots older than the spans are kept; when all of them are struck, none is known to have come. */
    static final int OLDER_MAX = 1_024;

    private static final long HOUR_MILLIS = 60 * 60 * 1000L;
    private static final int FIRST = 8;
    private static final int COUNT_BITS = 19;
    private static final int AT_SHIFT = COUNT_BITS + 1;
    private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;
    private static final long QUIET = 1L << COUNT_BITS;

    private final Span hour = new Span(HOUR_MILLIS);
    private final Span silence = new Span(HOUR_MILLIS);
    private long[] slots = new long[FIRST];
    private int from;
    private int to;

    /** How many lie in one span. */
    private static final class Span {

        private long millis;
        private int first;
        private long all;
        private long quiet;

        Span(long millis) {
            this.millis = millis;
        }

        void count(long slot, long reports) {
            all += reports;
            quiet += (slot & QUIET) == 0 ? 0 : reports;
        }
    }

    /**
     * Adds a report; none was received later.
     *
     * @param isQuiet whether it says that nothing is wrong
     */
    void add(long at, boolean isQuiet) {
        long head = head(at, isQuiet);
        int place = to - 1;
        while (place >= from && at(place) == at && !(isOf(head, place) && hasRoom(place))) {
            place--;
        }
        if (place < from || at(place) != at) {
            append(head);
            place = to - 1;
        }
        slots[place]++;
        hour.count(head, 1);
        silence.count(head, 1);
    }

    /** Takes one out that was added; what is forgotten stays forgotten. */
    void remove(long at, boolean isQuiet) {
        long head = head(at, isQuiet);
        for (int place = firstAfter(at - 1); place < to && at(place) == at; place++) {
            if (isOf(head, place) && (slots[place] & COUNT_MASK) > 0) {
                slots[place]--;
                hour.count(head, place >= hour.first ? -1 : 0);
                silence.count(head, place >= silence.first ? -1 : 0);
                return;
            }
        }
    }

    /** Leaves behind what lies at or before {@code now} minus each span; says whether that was anything. */
    boolean moveTo(long now) {
        boolean hourMoved = leave(hour, now);
        boolean silenceMoved = leave(silence, now);
        from = Math.max(from, Math.min(hour.first, silence.first) - OLDER_MAX);
        return hourMoved || silenceMoved;
    }

    /** An area is silent after another time from now on; the other windows stand at {@code now}. */
    void silentAfter(long millis, long now) {
        moveTo(now);
        silence.millis = millis;
        silence.first = firstAfter(now - millis);
        silence.all = 0;
        silence.quiet = 0;
        for (int place = silence.first; place < to; place++) {
            silence.count(slots[place], slots[place] & COUNT_MASK);
        }
    }

    /** The moment at which the hour leaves its oldest behind; {@link Long#MAX_VALUE} when there is nothing in it. */
    long hourTurnsAt() {
        return turnsAt(hour);
    }

    /** The same of the time after which an area is silent. */
    long silenceTurnsAt() {
        return turnsAt(silence);
    }

    /** The moment from which on nothing was heard, if nothing more comes; {@link Long#MAX_VALUE} when that is so now. */
    long silentAt() {
        Long last = silence.all == 0 ? null : lastAt();
        return last == null ? Long.MAX_VALUE : last + silence.millis;
    }

    long lastHour() {
        return hour.all;
    }

    /** Reports within the time after which an area is silent. */
    long heard() {
        return silence.all;
    }

    /** Of these, how many say that nothing is wrong. */
    long quiet() {
        return silence.quiet;
    }

    @Nullable
    Long lastAt() {
        for (int place = to - 1; place >= from; place--) {
            if ((slots[place] & COUNT_MASK) > 0) {
                return at(place);
            }
        }
        return null;
    }

    /** As {@link Packed} rows of: milliseconds since the one before, reports, 1 when they are quiet. */
    String state() {
        Packed.Writer rows = new Packed.Writer();
        long before = 0;
        for (int place = from; place < to; place++) {
            rows.add(at(place) - before)
                    .add(slots[place] & COUNT_MASK)
                    .add((slots[place] & QUIET) == 0 ? 0 : 1);
            before = at(place);
        }
        return rows.text();
    }

    /** Goes on where the state was taken, with the windows at {@code now}. */
    void restore(String state, long silentMillis, long now) {
        silence.millis = silentMillis;
        Packed.Reader rows = new Packed.Reader(state);
        long at = 0;
        while (rows.hasMore()) {
            at += rows.read();
            long reports = rows.read();
            long head = head(at, rows.read() == 1);
            append(head | reports);
            hour.count(head, reports);
            silence.count(head, reports);
        }
        moveTo(now);
    }

    private long turnsAt(Span span) {
        return span.first < to ? at(span.first) + span.millis : Long.MAX_VALUE;
    }

    private boolean leave(Span span, long now) {
        int first = span.first;
        while (span.first < to && at(span.first) <= now - span.millis) {
            span.count(slots[span.first], -(slots[span.first] & COUNT_MASK));
            span.first++;
        }
        return span.first > first;
    }

    private static long head(long at, boolean isQuiet) {
        return at << AT_SHIFT | (isQuiet ? QUIET : 0);
    }

    private boolean isOf(long head, int place) {
        return (slots[place] & ~COUNT_MASK) == head;
    }

    private boolean hasRoom(int place) {
        return (slots[place] & COUNT_MASK) < COUNT_MASK;
    }

    private long at(int place) {
        return slots[place] >> AT_SHIFT;
    }

    private int firstAfter(long at) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at(middle) <= at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void append(long slot) {
        if (to == slots.length) {
            int size = to - from;
            slots = Arrays.copyOfRange(slots, from, from + Math.max(FIRST, size + (size >> 1)));
            hour.first = Math.max(0, hour.first - from);
            silence.first = Math.max(0, silence.first - from);
            from = 0;
            to = size;
        }
        slots[to] = slot;
        to++;
    }
}
