package org.muster.core;

import java.util.Arrays;

/**
 * When incidents were opened, as far as that is within the span (T - w, T], in any order; one can be taken out again,
 * because an incident moves. T never goes back. As many slots as incidents opened in the span.
 */
final class OpenedTimes {

    private static final int FIRST = 4;

    private final long windowMillis;
    private long[] times = new long[FIRST];
    private int from;
    private int to;

    OpenedTimes(long windowMillis) {
        this.windowMillis = windowMillis;
    }

    void add(long at) {
        if (to == times.length) {
            makeRoom();
        }
        int place = to;
        if (to > from && times[to - 1] > at) {
            place = placeOf(at);
            System.arraycopy(times, place, times, place + 1, to - place);
        }
        times[place] = at;
        to++;
    }

    /** Takes one out that was put in; nothing happens when it is past already. */
    void remove(long at) {
        int place = placeOf(at);
        if (place < to && times[place] == at) {
            System.arraycopy(times, place + 1, times, place, to - place - 1);
            to--;
        }
    }

    /** Leaves behind what lies at or before {@code now} minus the window; says whether that was anything. */
    boolean moveTo(long now) {
        int before = from;
        while (from < to && times[from] <= now - windowMillis) {
            from++;
        }
        return from > before;
    }

    int count() {
        return to - from;
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
        times = Arrays.copyOfRange(times, from, from + Math.max(FIRST, size + (size >> 1) + 1));
        from = 0;
        to = size;
    }
}
