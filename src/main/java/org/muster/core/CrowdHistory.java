package org.muster.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.muster.model.Crowd;
import org.muster.model.CrowdEstimate;
import org.muster.model.CrowdMethod;

/**
 * All estimates of one crowd. The crowd is fused from the newest of each observer, without those older than the newest
 * of all by more than a window; the peak is the greatest best so fused at any estimate in effective order. What was
 * estimated while there was no crowd to speak of is kept aside and counts in neither. One in order costs as much as
 * there are observers in the window. One that comes late, or is struck, mends what it influences and no more: the fused
 * figures from its own moment up to its observer's next estimate, or to the end of its window.
 */
final class CrowdHistory {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> observers = new ArrayList<>(1);
    private EstimateRows log = new EstimateRows();
    private EstimateRows aside = new EstimateRows();
    private final NewestEstimates present = new NewestEstimates();
    private final Bench bench;
    private long windowMillis;
    private int peak;
    private long counted;

    /**
     * How a crowd changed within a span of time.
     *
     * @param percent by which it is above what it was before; below 0 when it shrank
     * @param turnsAt the first moment at which that may be another by time alone
     */
    record Growth(long percent, long turnsAt) {

        /** Nobody knows. */
        static final Growth UNKNOWN = new Growth(0, FactRow.NEVER);
    }

    /** What fusing needs for a moment; all crowds of a picture share one. */
    static final class Bench {

        private final NewestEstimates past = new NewestEstimates();
    }

    CrowdHistory(Bench bench, long windowMillis) {
        this.bench = bench;
        this.windowMillis = windowMillis;
    }

    static CrowdHistory restore(CrowdState state, Bench bench) {
        CrowdHistory crowd = new CrowdHistory(bench, state.windowMillis());
        state.observers().forEach(crowd::number);
        read(state.history(), state.methods(), crowd.log);
        read(state.aside(), state.methods(), crowd.aside);
        crowd.fillPresent();
        crowd.peak = crowd.log.greatestBest();
        crowd.countAll();
        return crowd;
    }

    CrowdState state() {
        List<CrowdMethod> methods = List.of(CrowdMethod.values());
        return new CrowdState(windowMillis, observers, methods, written(log, methods),
                written(aside, methods));
    }

    /** @param counts whether it is an estimate of a crowd that was there, or to be kept aside */
    void add(Moment when, String observer, CrowdEstimate estimate, boolean counts) {
        EstimateRows.Row row = new EstimateRows.Row(when.at(), when.seq(), number(observer),
                estimate.low(), estimate.high(), estimate.method());
        if (!counts) {
            aside.add(row);
            return;
        }
        int place = log.add(row);
        counted += mark(row.seq());
        long newestAt = log.at(log.size() - 1);
        if (row.at() >= newestAt - windowMillis) {
            present.put(row);
        }
        present.dropBefore(newestAt - windowMillis);
        if (place == log.size() - 1) {
            log.best(place, present.best());
            peak = Math.max(peak, present.best());
        } else {
            asOf(place - 1, bench.past);
            mend(place, place + 1, row.observer(), row.at() + windowMillis);
        }
    }

    /** Takes out a report's estimate, if it gave one. */
    void remove(Moment when) {
        int kept = aside.indexOf(when);
        if (kept >= 0) {
            aside.remove(kept, kept + 1);
        }
        int place = log.indexOf(when);
        if (place < 0) {
            return;
        }
        int observer = log.observer(place);
        boolean wasPeak = log.best(place) == peak;
        counted -= mark(when.seq());
        log.remove(place, place + 1);
        asOf(place - 1, bench.past);
        mend(place, place, observer, when.at() + windowMillis);
        if (wasPeak) {
            peak = log.greatestBest();
        }
        fillPresent();
    }

    /** Fuses everything anew with another window. */
    void window(long millis) {
        windowMillis = millis;
        fuseAll();
    }

    /** Fuses everything anew because other estimates count now. */
    void refold(Predicate<Moment> counts) {
        EstimateRows all = log;
        for (int i = 0; i < aside.size(); i++) {
            all.add(aside.row(i));
        }
        log = new EstimateRows();
        aside = new EstimateRows();
        for (int i = 0; i < all.size(); i++) {
            boolean does = counts.test(new Moment(all.at(i), all.seq(i)));
            (does ? log : aside).add(all.row(i));
        }
        countAll();
        fuseAll();
    }

    /** The crowd now; null without an estimate that counts. */
    Crowd.@Nullable Range range() {
        return present.size() == 0 ? null
                : new Crowd.Range(present.low(), present.best(), present.high());
    }

    /** The greatest best figure in effective order; 0 without an estimate that counts. */
    int peak() {
        return present.size() == 0 ? 0 : peak;
    }

    /**
     * By how much the crowd is above what it was a span ago: the best as of the newest estimate of that time, unless an
     * estimate as old had dropped out even then. Nobody counts as one.
     */
    Growth growth(long spanMillis, long now) {
        long then = now - spanMillis;
        int base = log.lastUpTo(then);
        long turnsAt = base + 1 < log.size() ? log.at(base + 1) + spanMillis : FactRow.NEVER;
        if (base < 0 || log.at(base) < then - windowMillis) {
            return new Growth(0, turnsAt);
        }
        long before = log.best(base);
        return new Growth(100 * (present.best() - before) / Math.max(1, before),
                Math.min(turnsAt, log.at(base) + spanMillis + windowMillis + 1));
    }

    /** A number that is the same while the same estimates count, in the same window. */
    long form() {
        return counted + mark(windowMillis);
    }

    /**
     * The crowd as it is shown; null without an estimate that counts.
     *
     * @param isThere whether there still is one: not after closing
     */
    @Nullable
    Crowd shown(boolean isThere) {
        Crowd.Range range = range();
        if (range == null) {
            return null;
        }
        List<Crowd.Estimate> estimates = new ArrayList<>(present.size());
        for (int i = present.size() - 1; i >= 0; i--) {
            estimates.add(estimate(i, range));
        }
        return new Crowd(isThere ? range : null, peak, Instant.ofEpochMilli(present.rows().at(0)),
                estimates);
    }

    /** When there were people by the newest estimate that says so; null when none does. */
    @Nullable
    Moment newestWithPeople() {
        for (int i = log.size() - 1; i >= 0; i--) {
            if (log.high(i) > 0) {
                return new Moment(log.at(i), log.seq(i));
            }
        }
        return null;
    }

    private Crowd.Estimate estimate(int i, Crowd.Range range) {
        EstimateRows.Row row = present.rows().row(i);
        return new Crowd.Estimate(observers.get(row.observer()), row.method(), row.low(),
                row.high(), Instant.ofEpochMilli(row.at()),
                row.high() < range.low() || row.low() > range.high());
    }

    /**
     * Fuses anew what one estimate influences; the bench holds what was newest before the first of them.
     *
     * @param first the first to fuse anew
     * @param next where that observer's next estimate may stand, at the earliest
     * @param lastAt when the one estimate drops out, whatever comes
     */
    private void mend(int first, int next, int observer, long lastAt) {
        boolean lowered = false;
        for (int i = first; i < log.size() && log.at(i) <= lastAt
                && (i < next || log.observer(i) != observer); i++) {
            int before = log.best(i);
            int now = bestWith(i);
            log.best(i, now);
            lowered |= before == peak && now < before;
            peak = Math.max(peak, now);
        }
        if (lowered) {
            peak = log.greatestBest();
        }
    }

    private void fuseAll() {
        bench.past.clear();
        for (int i = 0; i < log.size(); i++) {
            log.best(i, bestWith(i));
        }
        peak = log.greatestBest();
        fillPresent();
    }

    /** The fused best at an estimate, when the bench holds what was newest before it. */
    private int bestWith(int i) {
        NewestEstimates past = bench.past;
        past.put(log.row(i));
        past.dropBefore(log.at(i) - windowMillis);
        return past.best();
    }

    private void countAll() {
        counted = 0;
        for (int i = 0; i < log.size(); i++) {
            counted += mark(log.seq(i));
        }
    }

    /** Spreads numbers (the finalizer of SplitMix64), so that sums of few are told apart. */
    private static long mark(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private void fillPresent() {
        asOf(log.size() - 1, present);
    }

    /** What was newest of each observer right after the estimate at {@code last}; nothing before the first. */
    private void asOf(int last, NewestEstimates into) {
        into.clear();
        for (int i = last; i >= 0 && log.at(i) >= log.at(last) - windowMillis
                && into.size() < observers.size(); i--) {
            if (!into.knows(log.observer(i))) {
                into.putOldest(log.row(i));
            }
        }
    }

    private int number(String observer) {
        Integer known = numbers.get(observer);
        if (known != null) {
            return known;
        }
        numbers.put(observer, observers.size());
        observers.add(observer);
        return observers.size() - 1;
    }

    private static String written(EstimateRows estimates, List<CrowdMethod> methods) {
        Packed.Writer rows = new Packed.Writer();
        long at = 0;
        long seq = 0;
        for (int i = 0; i < estimates.size(); i++) {
            rows.add(estimates.at(i) - at)
                    .add(estimates.seq(i) - seq)
                    .add(estimates.observer(i))
                    .add(estimates.low(i))
                    .add((long) estimates.high(i) - estimates.low(i))
                    .add(methods.indexOf(estimates.method(i)))
                    .add(estimates.best(i));
            at = estimates.at(i);
            seq = estimates.seq(i);
        }
        return rows.text();
    }

    private static void read(String text, List<CrowdMethod> methods, EstimateRows into) {
        Packed.Reader rows = new Packed.Reader(text);
        long at = 0;
        long seq = 0;
        while (rows.hasMore()) {
            at += rows.read();
            seq += rows.read();
            int observer = rows.readInt();
            int low = rows.readInt();
            int high = low + rows.readInt();
            int place = into.add(new EstimateRows.Row(at, seq, observer, low, high,
                    methods.get(rows.readInt())));
            into.best(place, rows.readInt());
        }
    }
}
