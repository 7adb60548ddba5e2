package org.muster.core;

import java.util.Arrays;

/**
 * Several estimates of one crowd made into one: the median of the lows, the median of the highs (of an even number
 * the mean of the middle two, half up), and between them the geometric mean, rounded. Reused for one crowd after the
 * other, so that fusing makes no garbage.
 */
final class Fused {

    private static final int FIRST = 16;

    private int[] lows = new int[FIRST];
    private int[] highs = new int[FIRST];
    private int size;

    void clear() {
        size = 0;
    }

    void add(int low, int high) {
        if (size == lows.length) {
            lows = Arrays.copyOf(lows, size * 2);
            highs = Arrays.copyOf(highs, size * 2);
        }
        lows[size] = low;
        highs[size] = high;
        size++;
    }

    int low() {
        return median(lows);
    }

    int high() {
        return median(highs);
    }

    /**
     * round(sqrt(low × high)). The product stays below 2^53, so the root is exact enough; it is never a half, because
     * the square of one is no whole number.
     */
    static int best(int low, int high) {
        return (int) Math.round(Math.sqrt((double) ((long) low * high)));
    }

    private int median(int[] values) {
        Arrays.sort(values, 0, size);
        int middle = size / 2;
        return size % 2 == 1 ? values[middle]
                : (int) (((long) values[middle - 1] + values[middle] + 1) / 2);
    }
}
