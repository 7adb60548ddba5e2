package org.muster.core;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * How many happened in the span (T - w, T], for moments that come in order and a T that never goes back. What happened
 * in the same millisecond shares one slot of 8 bytes, and slots lie in small pieces that go when they are past: five
 * million reports in an hour take 40 MB at the most.
 */
final class RollingCount {

    private static final int PIECE = 64;
    private static final int COUNT_BITS = 20;
    private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;

    private final long windowMillis;
    private final Deque<long[]> pieces = new ArrayDeque<>();
    private int first;
    private int next = PIECE;
    private long lastAt = Long.MIN_VALUE;
    private long count;

    RollingCount(long windowMillis) {
        this.windowMillis = windowMillis;
    }

    void add(long at, long howMany) {
        if (at < lastAt) {
            throw new IllegalArgumentException("moments come in order");
        }
        count += howMany;
        long rest = howMany;
        long[] piece = pieces.peekLast();
        if (piece != null && piece[next - 1] >> COUNT_BITS == at) {
            long more = Math.min(rest, COUNT_MASK - (piece[next - 1] & COUNT_MASK));
            piece[next - 1] += more;
            rest -= more;
        }
        while (rest > 0) {
            long part = Math.min(rest, COUNT_MASK);
            append((at << COUNT_BITS) | part);
            rest -= part;
        }
        lastAt = at;
    }

    /** Leaves behind what lies at or before {@code now} minus the window; says whether that was anything. */
    boolean moveTo(long now) {
        long pastAt = now - windowMillis;
        boolean moved = false;
        while (!pieces.isEmpty() && pieces.getFirst()[first] >> COUNT_BITS <= pastAt) {
            count -= pieces.getFirst()[first] & COUNT_MASK;
            first++;
            moved = true;
            boolean last = pieces.size() == 1 && first == next;
            if (last || first == PIECE) {
                pieces.removeFirst();
                first = 0;
            }
            if (last) {
                next = PIECE;
            }
        }
        return moved;
    }

    long count() {
        return count;
    }

    String state() {
        Packed.Writer rows = new Packed.Writer();
        long before = 0;
        int from = first;
        int left = pieces.size();
        for (long[] piece : pieces) {
            left--;
            for (long slot : Arrays.copyOfRange(piece, from, left == 0 ? next : PIECE)) {
                long at = slot >> COUNT_BITS;
                rows.add(at - before).add(slot & COUNT_MASK);
                before = at;
            }
            from = 0;
        }
        return rows.text();
    }

    static RollingCount restore(String state, long windowMillis) {
        RollingCount rolling = new RollingCount(windowMillis);
        Packed.Reader rows = new Packed.Reader(state);
        long at = 0;
        while (rows.hasMore()) {
            at += rows.read();
            rolling.add(at, rows.read());
        }
        return rolling;
    }

    private void append(long slot) {
        if (next == PIECE) {
            pieces.addLast(new long[PIECE]);
            next = 0;
        }
        pieces.getLast()[next] = slot;
        next++;
    }
}
