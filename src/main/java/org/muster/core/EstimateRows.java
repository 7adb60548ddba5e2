package org.muster.core;

import java.util.Arrays;

import org.muster.model.CrowdMethod;

/**
 * Estimates of one crowd in columns, in effective order, each with the best that was fused at it: 36 bytes an
 * estimate. An observer is a number.
 */
final class EstimateRows {

    private static final int FIRST = 4;

    private long[] at = new long[FIRST];
    private long[] seqs = new long[FIRST];
    private int[] observers = new int[FIRST];
    private int[] lows = new int[FIRST];
    private int[] highs = new int[FIRST];
    private int[] bests = new int[FIRST];
    private CrowdMethod[] methods = new CrowdMethod[FIRST];
    private int size;

    /** One estimate on its way in. */
    record Row(long at, long seq, int observer, int low, int high, CrowdMethod method) {}

    int size() {
        return size;
    }

    long at(int index) {
        return at[index];
    }

    long seq(int index) {
        return seqs[index];
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

    Row row(int index) {
        return new Row(at[index], seqs[index], observers[index], lows[index], highs[index],
                methods[index]);
    }

    int greatestBest() {
        int greatest = 0;
        for (int i = 0; i < size; i++) {
            greatest = Math.max(greatest, bests[i]);
        }
        return greatest;
    }

    /** Adds an estimate where it belongs; says where that is. */
    int add(Row row) {
        int place = placeOf(row.at(), row.seq());
        insert(place, row);
        return place;
    }

    /** Where this report's estimate stands; -1 when there is none. */
    int indexOf(Moment when) {
        int place = placeOf(when.at(), when.seq());
        return place < size && at[place] == when.at() && seqs[place] == when.seq() ? place : -1;
    }

    /** The last that is not after a moment; -1 when there is none. */
    int lastUpTo(long effectiveAt) {
        return placeOf(effectiveAt, Long.MAX_VALUE) - 1;
    }

    void insert(int place, Row row) {
        makeRoom();
        shift(place, place + 1);
        at[place] = row.at();
        seqs[place] = row.seq();
        observers[place] = row.observer();
        lows[place] = row.low();
        highs[place] = row.high();
        bests[place] = 0;
        methods[place] = row.method();
        size++;
    }

    /** Takes out those from one index up to, not with, another. */
    void remove(int from, int to) {
        shift(to, from);
        size -= to - from;
    }

    void clear() {
        size = 0;
    }

    private int placeOf(long effectiveAt, long seq) {
        if (size == 0 || isBefore(size - 1, effectiveAt, seq)) {
            return size;
        }
        int from = 0;
        int to = size;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (isBefore(middle, effectiveAt, seq)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private boolean isBefore(int index, long effectiveAt, long seq) {
        return at[index] < effectiveAt || (at[index] == effectiveAt && seqs[index] < seq);
    }

    private void makeRoom() {
        if (size < at.length) {
            return;
        }
        int room = size + (size >> 1);
        at = Arrays.copyOf(at, room);
        seqs = Arrays.copyOf(seqs, room);
        observers = Arrays.copyOf(observers, room);
        lows = Arrays.copyOf(lows, room);
        highs = Arrays.copyOf(highs, room);
        bests = Arrays.copyOf(bests, room);
        methods = Arrays.copyOf(methods, room);
    }

    private void shift(int from, int to) {
        int length = size - from;
        System.arraycopy(at, from, at, to, length);
        System.arraycopy(seqs, from, seqs, to, length);
        System.arraycopy(observers, from, observers, to, length);
        System.arraycopy(lows, from, lows, to, length);
        System.arraycopy(highs, from, highs, to, length);
        System.arraycopy(bests, from, bests, to, length);
        System.arraycopy(methods, from, methods, to, length);
    }
}
