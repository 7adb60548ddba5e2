package org.muster.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.muster.model.Crowd;
import org.muster.model.CrowdMethod;

/**
 * All estimates of one crowd. The crowd is fused from the newest of each observer, without those older than the newest
 * of all by more than a window; the peak is the greatest best so fused at any estimate in effective order. One in order
 * costs as much as there are observers in the window. A late one mends what it influences and no more: the fused
 * figures from its own moment up to its observer's next estimate, or to the end of its window.
 */
final class CrowdHistory {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> observers = new ArrayList<>();
    private final EstimateLog log = new EstimateLog();
    private final NewestEstimates present = new NewestEstimates();
    private final Bench bench;
    private long windowMillis;
    private int low;
    private int high;
    private int best;
    private int peak;

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
        Packed.Reader rows = new Packed.Reader(state.history());
        long at = 0;
        while (rows.hasMore()) {
            at += rows.read();
            int observer = rows.readInt();
            int low = rows.readInt();
            int high = low + rows.readInt();
            CrowdMethod method = state.methods().get(rows.readInt());
            int place = crowd.log.add(observer, at, low, high, method);
            crowd.log.best(place, rows.readInt());
        }
        crowd.asOf(crowd.log.size() - 1, crowd.present);
        crowd.fusePresent();
        crowd.peak = crowd.log.greatestBest();
        return crowd;
    }

    CrowdState state() {
        List<CrowdMethod> methods = List.of(CrowdMethod.values());
        Packed.Writer rows = new Packed.Writer();
        long before = 0;
        for (int i = 0; i < log.size(); i++) {
            rows.add(log.at(i) - before)
                    .add(log.observer(i))
                    .add(log.low(i))
                    .add((long) log.high(i) - log.low(i))
                    .add(methods.indexOf(log.method(i)))
                    .add(log.best(i));
            before = log.at(i);
        }
        return new CrowdState(windowMillis, observers, methods, rows.text());
    }

    void add(long effectiveAt, String observer, CrowdMethod method, int low, int high) {
        int number = number(observer);
        int place = log.add(number, effectiveAt, low, high, method);
        long newestAt = log.at(log.size() - 1);
        if (effectiveAt >= newestAt - windowMillis) {
            present.put(number, effectiveAt, low, high, method);
        }
        present.dropBefore(newestAt - windowMillis);
        fusePresent();
        if (place == log.size() - 1) {
            log.best(place, best);
            peak = Math.max(peak, best);
        } else {
            mendFrom(place);
        }
    }

    /** Fuses everything anew with another window. */
    void window(long millis) {
        windowMillis = millis;
        bench.past.clear();
        for (int i = 0; i < log.size(); i++) {
            log.best(i, bestWith(i));
        }
        peak = log.greatestBest();
        asOf(log.size() - 1, present);
        fusePresent();
    }

    int low() {
        return low;
    }

    int best() {
        return best;
    }

    int high() {
        return high;
    }

    /**
     * The crowd as it is shown.
     *
     * @param present whether there still is one: not after closing
     */
    Crowd shown(boolean present) {
        List<Crowd.Estimate> estimates = new ArrayList<>(this.present.size());
        for (int i = this.present.size() - 1; i >= 0; i--) {
            estimates.add(estimate(i));
        }
        return new Crowd(present ? new Crowd.Range(low, best, high) : null, peak,
                Instant.ofEpochMilli(this.present.at(0)), estimates);
    }

    private Crowd.Estimate estimate(int i) {
        int itsLow = present.low(i);
        int itsHigh = present.high(i);
        return new Crowd.Estimate(observers.get(present.observer(i)), present.method(i), itsLow,
                itsHigh, Instant.ofEpochMilli(present.at(i)), itsHigh < low || itsLow > high);
    }

    private void fusePresent() {
        low = present.low();
        high = present.high();
        best = present.best();
    }

    private void mendFrom(int place) {
        int observer = log.observer(place);
        long lastAt = log.at(place) + windowMillis;
        asOf(place - 1, bench.past);
        boolean lowered = false;
        int i = place;
        do {
            int before = log.best(i);
            int now = bestWith(i);
            log.best(i, now);
            lowered |= before == peak && now < before;
            peak = Math.max(peak, now);
            i++;
        } while (i < log.size() && log.observer(i) != observer && log.at(i) <= lastAt);
        if (lowered) {
            peak = log.greatestBest();
        }
    }

    /** The fused best at an estimate, when the bench holds what was newest before it. */
    private int bestWith(int i) {
        NewestEstimates past = bench.past;
        past.put(log.observer(i), log.at(i), log.low(i), log.high(i), log.method(i));
        past.dropBefore(log.at(i) - windowMillis);
        return past.best();
    }

    /** What was newest of each observer right after the estimate at {@code last}; nothing before the first. */
    private void asOf(int last, NewestEstimates into) {
        into.clear();
        for (int i = last; i >= 0 && log.at(i) >= log.at(last) - windowMillis
                && into.size() < observers.size(); i--) {
            if (!into.knows(log.observer(i))) {
                into.putOldest(log.observer(i), log.at(i), log.low(i), log.high(i), log.method(i));
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
}
