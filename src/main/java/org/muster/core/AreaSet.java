package org.muster.core;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One distinct list of areas, smallest first, with the sums of everything that lies in exactly these. An area's figures
 * are the sums over the sets that contain it, so that whatever lies in several areas is counted once in each.
 */
final class AreaSet {

    private static final long HOUR_MILLIS = 60 * 60 * 1000L;
    private static final long DAY_MILLIS = 24 * HOUR_MILLIS;

    private final List<String> ids;
    private final OfficerCount officers = new OfficerCount();
    private final OpenedTimes opened = new OpenedTimes(DAY_MILLIS);
    private final List<AreaSet> touched;
    private boolean isTouched;
    private RollingCount received = new RollingCount(HOUR_MILLIS);
    private long reports;
    private @Nullable Long lastAt;
    private int open;
    private int crowds;
    private long low;
    private long best;
    private long high;

    /** @param touched where the set puts itself when its sums change */
    AreaSet(List<String> ids, List<AreaSet> touched) {
        this.ids = List.copyOf(ids);
        this.touched = touched;
    }

    List<String> ids() {
        return ids;
    }

    void addReport(long receivedAt) {
        received.moveTo(receivedAt);
        received.add(receivedAt, 1);
        reports++;
        lastAt = receivedAt;
        touch();
    }

    void addOpened(long openedAt, long now) {
        opened.moveTo(now);
        if (openedAt > now - DAY_MILLIS) {
            opened.add(openedAt);
        }
        touch();
    }

    void removeOpened(long openedAt) {
        opened.remove(openedAt);
        touch();
    }

    /** Adds an open incident; {@code -1} takes one away. */
    void addOpen(int one) {
        open += one;
        touch();
    }

    /** Adds a present crowd. */
    void addCrowd(CrowdHistory crowd) {
        addCrowd(1, crowd.low(), crowd.best(), crowd.high());
    }

    /** Takes away a crowd that was added and has not changed since. */
    void removeCrowd(CrowdHistory crowd) {
        addCrowd(-1, -crowd.low(), -crowd.best(), -crowd.high());
    }

    private void addCrowd(int one, long ofLow, long ofBest, long ofHigh) {
        crowds += one;
        low += ofLow;
        best += ofBest;
        high += ofHigh;
        touch();
    }

    /** The officers here; whoever changes them says so by {@link #touch}. */
    OfficerCount officers() {
        return officers;
    }

    void touch() {
        if (!isTouched) {
            isTouched = true;
            touched.add(this);
        }
    }

    void untouch() {
        isTouched = false;
    }

    /** Moves the windows; {@code now} never goes back. */
    void moveTo(long now) {
        boolean received = this.received.moveTo(now);
        if (opened.moveTo(now) || received) {
            touch();
        }
    }

    void addTo(AreaSum sum) {
        sum.officers.add(officers);
        sum.open += open;
        sum.opened += opened.count();
        sum.crowds += crowds;
        sum.low += low;
        sum.best += best;
        sum.high += high;
        sum.reports += reports;
        sum.lastHour += received.count();
        if (lastAt != null) {
            sum.lastAt = sum.lastAt == null ? lastAt : Math.max(sum.lastAt, lastAt);
        }
    }

    @Nullable
    Long lastAt() {
        return lastAt;
    }

    AreaSetState state() {
        return new AreaSetState(ids, reports, lastAt, received.state());
    }

    void restore(AreaSetState state) {
        reports = state.reports();
        lastAt = state.lastAt();
        received = RollingCount.restore(state.received(), HOUR_MILLIS);
        touch();
    }
}
