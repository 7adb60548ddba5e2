package org.muster.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The reports of one incident or protest in effective order, and who sent them: 20 bytes a report. */
final class ReportLog {

    private static final int FIRST = 4;

    private long[] at = new long[FIRST];
    private long[] seqs = new long[FIRST];
    private int[] by = new int[FIRST];
    private int size;
    private final List<String> reporters = new ArrayList<>(1);
    private final Map<String, Integer> numbers = new HashMap<>();
    private int[] told = new int[FIRST];
    private @Nullable Set<String> shown;

    /**
     * The reports of one subject, for a snapshot.
     *
     * @param rows {@link Packed} rows of: milliseconds since the one before, entries since the one before, reporter
     */
    public record State(List<String> reporters, String rows) {

        public State {
            reporters = List.copyOf(reporters);
        }
    }

    static ReportLog restore(State state) {
        ReportLog log = new ReportLog();
        state.reporters().forEach(log::number);
        Packed.Reader rows = new Packed.Reader(state.rows());
        long at = 0;
        long seq = 0;
        while (rows.hasMore()) {
            at += rows.read();
            seq += rows.read();
            log.add(new Moment(at, seq), state.reporters().get(rows.readInt()));
        }
        return log;
    }

    State state() {
        Packed.Writer rows = new Packed.Writer();
        for (int i = 0; i < size; i++) {
            rows.add(at[i] - (i == 0 ? 0 : at[i - 1]))
                    .add(seqs[i] - (i == 0 ? 0 : seqs[i - 1]))
                    .add(by[i]);
        }
        return new State(reporters, rows.text());
    }

    void add(Moment when, String reporter) {
        int place = placeOf(when);
        if (size == at.length) {
            int room = size + (size >> 1);
            at = Arrays.copyOf(at, room);
            seqs = Arrays.copyOf(seqs, room);
            by = Arrays.copyOf(by, room);
        }
        shift(place, place + 1);
        at[place] = when.at();
        seqs[place] = when.seq();
        by[place] = number(reporter);
        size++;
        tell(by[place], 1);
    }

    /** Takes a report out; says whether it was there. */
    boolean remove(Moment when) {
        int place = placeOf(when);
        if (place == size || at[place] != when.at() || seqs[place] != when.seq()) {
            return false;
        }
        tell(by[place], -1);
        shift(place + 1, place);
        size--;
        return true;
    }

    int size() {
        return size;
    }

    /** The earliest effective time; there is a report. */
    long firstAt() {
        return at[0];
    }

    /** The newest effective time; there is a report. */
    long lastAt() {
        return at[size - 1];
    }

    /** The newest entry among them; 0 without one. */
    long newestEntry() {
        long newest = 0;
        for (int i = 0; i < size; i++) {
            newest = Math.max(newest, seqs[i]);
        }
        return newest;
    }

    /** Whether nothing lies after it. */
    boolean isNewest(Moment when) {
        return size == 0 || !when.isBefore(new Moment(at[size - 1], seqs[size - 1]));
    }

    /** Who sent them; not to be changed. */
    Set<String> reporters() {
        Set<String> now = shown;
        if (now == null) {
            List<String> present = new ArrayList<>();
            for (int i = 0; i < reporters.size(); i++) {
                if (told[i] > 0) {
                    present.add(reporters.get(i));
                }
            }
            now = Set.copyOf(present);
            shown = now;
        }
        return now;
    }

    private void tell(int reporter, int one) {
        told[reporter] += one;
        if (told[reporter] == 0 || told[reporter] == one) {
            shown = null;
        }
    }

    private int number(String reporter) {
        Integer known = numbers.get(reporter);
        if (known != null) {
            return known;
        }
        int number = reporters.size();
        numbers.put(reporter, number);
        reporters.add(reporter);
        if (number == told.length) {
            told = Arrays.copyOf(told, number * 2);
        }
        return number;
    }

    private void shift(int from, int to) {
        System.arraycopy(at, from, at, to, size - from);
        System.arraycopy(seqs, from, seqs, to, size - from);
        System.arraycopy(by, from, by, to, size - from);
    }

    /** Where it stands, or belongs. */
    private int placeOf(Moment when) {
        if (size == 0 || isBefore(size - 1, when)) {
            return size;
        }
        int from = 0;
        int to = size;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (isBefore(middle, when)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private boolean isBefore(int index, Moment when) {
        return at[index] < when.at() || (at[index] == when.at() && seqs[index] < when.seq());
    }
}
