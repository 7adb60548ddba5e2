package org.muster.core;

import java.util.Arrays;

import org.muster.model.CrowdMethod;

/** All estimates of one crowd in effective order, with the best that was fused at each: 28 bytes an estimate. */
final class EstimateLog {

    private static final int FIRST = 8;

    private long[] at = new long[FIRST];
    private int[] observers = new int[FIRST];
    private int[] lows = new int[FIRST];
    private int[] highs = new int[FIRST];
    private int[] bests = new int[FIRST];
    private CrowdMethod[] methods = new CrowdMethod[FIRST];
    private int size;

    int size() {
        return size;
    }

    long at(int index) {
        return at[index];
    }

    int observer(int index) {
        return observers[index];
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

    int best(int index) {
        return bests[index];
    }

    void best(int index, int best) {
        bests[index] = best;
    }

    int greatestBest() {
        int greatest = 0;
        for (int i = 0; i < size; i++) {
            greatest = Math.max(greatest, bests[i]);
        }
        return greatest;
    }

    /**
     * Adds an estimate behind all that are not later; as it came last, it is the newest of its moment.
     *
     * @return where it stands now
     */
    int add(int observer, long effectiveAt, int low, int high, CrowdMethod method) {
        int place = placeOf(effectiveAt);
        makeRoom(place);
        at[place] = effectiveAt;
        observers[place] = observer;
        lows[place] = low;
        highs[place] = high;
        bests[place] = 0;
        methods[place] = method;
        size++;
        return place;
    }

    private int placeOf(long effectiveAt) {
        int from = 0;
        int to = size;
        if (size > 0 && at[size - 1] <= effectiveAt) {
            return size;
        }
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (at[middle] <= effectiveAt) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private void makeRoom(int place) {
        if (size == at.length) {
            int room = size + (size >> 1);
            at = Arrays.copyOf(at, room);
            observers = Arrays.copyOf(observers, room);
            lows = Arrays.copyOf(lows, room);
            highs = Arrays.copyOf(highs, room);
            bests = Arrays.copyOf(bests, room);
            methods = Arrays.copyOf(methods, room);
        }
        int behind = size - place;
        System.arraycopy(at, place, at, place + 1, behind);
        System.arraycopy(observers, place, observers, place + 1, behind);
        System.arraycopy(lows, place, lows, place + 1, behind);
        System.arraycopy(highs, place, highs, place + 1, behind);
        System.arraycopy(bests, place, bests, place + 1, behind);
        System.arraycopy(methods, place, methods, place + 1, behind);
    }
}
