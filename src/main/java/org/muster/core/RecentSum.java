package org.muster.core;

import java.util.Arrays;

/**
 * The sum of what happened in the span (T - w, T], in any order; what was added can be taken out again. T never goes
 * back. As many slots as there are moments in the span.
 */
final class RecentSum {

    private static final int FIRST = 4;

    private final long windowMillis;
    private long[] times = new long[FIRST];
    private long[] counts = new long[FIRST];
    private int from;
    private int to;
    private long pastAt = Long.MIN_VALUE;
    private long sum;

    RecentSum(long windowMillis) {
        this.windowMillis = windowMillis;
    }

    /** Adds so many at a moment, or takes them out when negative; what is past by now is of no account. */
    void add(long at, long count) {
        if (at <= pastAt) {
            return;
        }
        int place = to > from && times[to - 1] < at ? to : placeOf(at);
        if (place == to || times[place] != at) {
            if (to == times.length) {
                int before = from;
                makeRoom();
                place -= before;
            }
            System.arraycopy(times, place, times, place + 1, to - place);
            System.arraycopy(counts, place, counts, place + 1, to - place);
            times[place] = at;
            counts[place] = 0;
            to++;
        }
        counts[place] += count;
        sum += count;
    }

    /** Leaves behind what lies at or before {@code now} minus the window; says whether that changed the sum. */
    boolean moveTo(long now) {
        pastAt = Math.max(pastAt, now - windowMillis);
        long before = sum;
        while (from < to && times[from] <= pastAt) {
            sum -= counts[from];
            from++;
        }
        return sum != before;
    }

    /** The moment at which the oldest is left behind; {@link Long#MAX_VALUE} when there is nothing. */
    long turnsAt() {
        return from == to ? Long.MAX_VALUE : times[from] + windowMillis;
    }

    long sum() {
        return sum;
    }

    private int placeOf(long at) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void makeRoom() {
        int size = to - from;
        int room = from + Math.max(FIRST, size + (size >> 1) + 1);
        times = Arrays.copyOfRange(times, from, room);
        counts = Arrays.copyOfRange(counts, from, room);
        from = 0;
        to = size;
    }
}
