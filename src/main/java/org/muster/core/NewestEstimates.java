package org.muster.core;

import java.util.Arrays;

import org.muster.model.CrowdMethod;

/**
 * The newest estimate of each observer as of some moment, oldest first, without those that the newest of all has left
 * behind. An observer is a number.
 */
final class NewestEstimates {

    private static final int FIRST = 4;

    private int[] observers = new int[FIRST];
    private long[] at = new long[FIRST];
    private int[] lows = new int[FIRST];
    private int[] highs = new int[FIRST];
    private CrowdMethod[] methods = new CrowdMethod[FIRST];
    private final SortedNumbers sortedLows = new SortedNumbers();

    private final SortedNumbers sortedHighs = new SortedNumbers();

    private int size;

    void clear() {
        size = 0;
        sortedLows.clear();
        sortedHighs.clear();
    }

    int size() {
        return size;
    }

    int observer(int index) {
        return observers[index];
    }

    long at(int index) {
        return at[index];
    }

    int low(int index) {
        return lows[index];
    }

    int high(int index) {
        return highs[index];
    }

    CrowdMethod method(int index) {
        return methods[index];
    }

    boolean knows(int observer) {
        return indexOf(observer) >= 0;
    }

    /** Takes in an estimate, unless the observer's own is newer; of equal times the later to come is the newer. */
    void put(int observer, long effectiveAt, int low, int high, CrowdMethod method) {
        int held = indexOf(observer);
        if (held >= 0) {
            if (at[held] > effectiveAt) {
                return;
            }
            sortedLows.remove(lows[held]);
            sortedHighs.remove(highs[held]);
            shift(held + 1, held);
            size--;
        }
        int place = size;
        while (place > 0 && at[place - 1] > effectiveAt) {
            place--;
        }
        insert(place, observer, effectiveAt, low, high, method);
    }

    /** Puts an estimate before all others: for filling backwards in time. */
    void putOldest(int observer, long effectiveAt, int low, int high, CrowdMethod method) {
        insert(0, observer, effectiveAt, low, high, method);
    }

    /** Drops what is older than {@code oldestAt}. */
    void dropBefore(long oldestAt) {
        int gone = 0;
        while (gone < size && at[gone] < oldestAt) {
            sortedLows.remove(lows[gone]);
            sortedHighs.remove(highs[gone]);
            gone++;
        }
        if (gone > 0) {
            shift(gone, 0);
            size -= gone;
        }
    }

    /** The median of the lows, of one estimate or more. */
    int low() {
        return sortedLows.median();
    }

    /** The median of the highs, of one estimate or more. */
    int high() {
        return sortedHighs.median();
    }

    /**
     * The fused best: round(sqrt(low × high)). The product stays below 2^53, so the root is exact enough; it is never
     * a half, because the square of one is no whole number.
     */
    int best() {
        return (int) Math.round(Math.sqrt((double) ((long) low() * high())));
    }

    private int indexOf(int observer) {
        for (int i = size - 1; i >= 0; i--) {
            if (observers[i] == observer) {
                return i;
            }
        }
        return -1;
    }

    private void insert(int place, int observer, long effectiveAt, int low, int high,
            CrowdMethod method) {
        if (size == observers.length) {
            observers = Arrays.copyOf(observers, size * 2);
            at = Arrays.copyOf(at, size * 2);
            lows = Arrays.copyOf(lows, size * 2);
            highs = Arrays.copyOf(highs, size * 2);
            methods = Arrays.copyOf(methods, size * 2);
        }
        sortedLows.add(low);
        sortedHighs.add(high);
        shift(place, place + 1);
        observers[place] = observer;
        at[place] = effectiveAt;
        lows[place] = low;
        highs[place] = high;
        methods[place] = method;
        size++;
    }

    private void shift(int from, int to) {
        int length = size - from;
        System.arraycopy(observers, from, observers, to, length);
        System.arraycopy(at, from, at, to, length);
        System.arraycopy(lows, from, lows, to, length);
        System.arraycopy(highs, from, highs, to, length);
        System.arraycopy(methods, from, methods, to, length);
    }
}
