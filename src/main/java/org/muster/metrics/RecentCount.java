package org.muster.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** How often something happened in a window up to a moment, by whole seconds. Its size is that of the window. Any thread. */
final class RecentCount {

    private final int[] counts;
    private final long[] seconds;

    RecentCount(Duration window) {
        counts = new int[Math.toIntExact(window.toSeconds())];
        seconds = new long[counts.length];
        Arrays.fill(seconds, Long.MIN_VALUE);
    }

    /** It happened once. */
    synchronized void add(Instant at) {
        long second = at.getEpochSecond();
        int slot = Math.floorMod(second, counts.length);
        if (second > seconds[slot]) {
            seconds[slot] = second;
            counts[slot] = 0;
        }
        if (second == seconds[slot]) {
            counts[slot]++;
        }
    }

    /** How often, in the window that ends with this moment's second. */
    synchronized int upTo(Instant now) {
        long second = now.getEpochSecond();
        int sum = 0;
        for (int i = 0; i < counts.length; i++) {
            boolean isWithin = seconds[i] > second - counts.length && seconds[i] <= second;
            sum += isWithin ? counts[i] : 0;
        }
        return sum;
    }
}
