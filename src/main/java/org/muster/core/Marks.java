package org.muster.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.muster.model.Plan;

/** What the reports of one protest said of its life, in effective order: 17 bytes a report. */
final class Marks {

    private static final int FIRST = 4;
    private static final int PEOPLE = 1;
    private static final int SEEN = 2;
    private static final int CLOSES = 4;

    private long[] at = new long[FIRST];
    private long[] seqs = new long[FIRST];
    private byte[] marks = new byte[FIRST];
    private int size;

    /** Adds the mark of a report; says whether it is the last in order. */
    boolean add(Moment when, Mark mark) {
        int place = placeOf(when);
        if (size == at.length) {
            int room = size + (size >> 1) + 1;
            at = Arrays.copyOf(at, room);
            seqs = Arrays.copyOf(seqs, room);
            marks = Arrays.copyOf(marks, room);
        }
        shift(place, place + 1);
        at[place] = when.at();
        seqs[place] = when.seq();
        marks[place] = (byte) ((mark.people() ? PEOPLE : 0) | (mark.seen() ? SEEN : 0)
                | (mark.closes() ? CLOSES : 0));
        size++;
        return place == size - 1;
    }

    /** Takes out the mark of a report that was struck; nothing happens when it left none. */
    void remove(Moment when) {
        int place = placeOf(when);
        if (place < size && moment(place).equals(when)) {
            shift(place + 1, place);
            size--;
        }
    }

    /** Whether any report closes it. */
    boolean haveClosing() {
        for (int i = 0; i < size; i++) {
            if ((marks[i] & CLOSES) != 0) {
                return true;
            }
        }
        return false;
    }

    /** What is of a crowd that was there: nothing between a closing and what was seen next. */
    Predicate<Moment> whileThere() {
        // Closings and, after each, what was seen next, in turn.
        List<Moment> turns = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            boolean isClosed = turns.size() % 2 == 1;
            if ((marks[i] & (isClosed ? SEEN : CLOSES)) != 0) {
                turns.add(moment(i));
            }
        }
        return when -> isThere(turns, when);
    }

    private static boolean isThere(List<Moment> turns, Moment when) {
        boolean isThere = true;
        for (int i = 0; i < turns.size(); i++) {
            boolean closes = i % 2 == 0;
            boolean isPast = closes ? turns.get(i).isBefore(when) : !when.isBefore(turns.get(i));
            if (!isPast) {
                break;
            }
            isThere = !closes;
        }
        return isThere;
    }

    /** The life of a protest with this plan, and all these marks. */
    ProtestLife life(Plan plan, @Nullable Moment cancelled) {
        ProtestLife life = new ProtestLife(plan);
        int cancelledBefore = cancelled == null ? -1 : placeOf(cancelled);
        for (int i = 0; i <= size; i++) {
            if (cancelled != null && i == cancelledBefore) {
                life.cancel(cancelled.at());
            }
            if (i < size) {
                life.report(moment(i), markOf(marks[i]));
            }
        }
        return life;
    }

    /** As {@link Packed} rows of: milliseconds since the one before, entries since the one before, what it says. */
    String state() {
        Packed.Writer rows = new Packed.Writer();
        for (int i = 0; i < size; i++) {
            rows.add(at[i] - (i == 0 ? 0 : at[i - 1]))
                    .add(seqs[i] - (i == 0 ? 0 : seqs[i - 1]))
                    .add(marks[i]);
        }
        return rows.text();
    }

    static Marks restore(String state) {
        Marks restored = new Marks();
        Packed.Reader rows = new Packed.Reader(state);
        long lastAt = 0;
        long lastSeq = 0;
        while (rows.hasMore()) {
            lastAt += rows.read();
            lastSeq += rows.read();
            restored.add(new Moment(lastAt, lastSeq), markOf(rows.readInt()));
        }
        return restored;
    }

    private Moment moment(int index) {
        return new Moment(at[index], seqs[index]);
    }

    private static Mark markOf(int bits) {
        return new Mark((bits & PEOPLE) != 0, (bits & SEEN) != 0, (bits & CLOSES) != 0);
    }

    /** Of the first that is not before this one. */
    private int placeOf(Moment when) {
        int from = 0;
        int to = size;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (moment(middle).isBefore(when)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private void shift(int from, int to) {
        int length = size - from;
        System.arraycopy(at, from, at, to, length);
        System.arraycopy(seqs, from, seqs, to, length);
        System.arraycopy(marks, from, marks, to, length);
    }
}
