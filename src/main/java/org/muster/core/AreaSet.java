package org.muster.core;

import java.util.List;

/**
 * One distinct list of areas, smallest first, with the sums of everything that lies in exactly these. An area's figures
 * are the sums over the sets that contain it, so that whatever lies in several areas is counted once in each.
 */
final class AreaSet {

    private static final long DAY_MILLIS = 24 * 60 * 60 * 1000L;

    private final List<String> ids;
    private final OfficerCount officers = new OfficerCount();
    private final Tally tally = new Tally();
    private final RecentSum opened = new RecentSum(DAY_MILLIS);
    private final RecentSum arrested = new RecentSum(DAY_MILLIS);
    private final Register<Long> loose;
    private final ReceivedTimes received = new ReceivedTimes();
    private final List<AreaSet> touched;
    private boolean isTouched;
    private long arrests;
    private long reports;

    /** @param touched where the set puts itself when its sums change */
    AreaSet(List<String> ids, List<AreaSet> touched, long silentMillis, long now) {
        this(new AreaSetState(ids, 0, "", List.of()), touched, silentMillis, now);
    }

    AreaSet(AreaSetState state, List<AreaSet> touched, long silentMillis, long now) {
        this.ids = state.ids();
        this.touched = touched;
        reports = state.reports();
        received.restore(state.received(), silentMillis, now);
        loose = new Register<>(state.arrests());
        state.arrests().forEach(said -> addArrests(said.when().at(), said.what()));
        touch();
    }

    /** With the windows where they were last moved to. */
    AreaSetState state() {
        return new AreaSetState(ids, reports, received.state(), loose.all());
    }

    List<String> ids() {
        return ids;
    }

    /** @param isQuiet whether it says that nothing is wrong */
    void addReport(long receivedAt, boolean isQuiet) {
        received.add(receivedAt, isQuiet);
        reports++;
        touch();
    }

    void removeReport(long receivedAt, boolean isQuiet) {
        received.remove(receivedAt, isQuiet);
        reports--;
        touch();
    }

    /** An incident opened then; it counts in the 24 hours after. */
    void addOpened(long openedAt) {
        opened.add(openedAt, 1);
        touch();
    }

    void removeOpened(long openedAt) {
        opened.add(openedAt, -1);
        touch();
    }

    void add(Presence presence) {
        tally.add(presence);
        touch();
    }

    /** Takes away what was added. */
    void remove(Presence presence) {
        tally.remove(presence);
        touch();
    }

    /** People were arrested then at an incident or protest here. */
    void addArrests(long effectiveAt, long people) {
        arrested.add(effectiveAt, people);
        arrests += people;
        touch();
    }

    void removeArrests(long effectiveAt, long people) {
        addArrests(effectiveAt, -people);
    }

    /** People were arrested here by a report that is of no incident and no protest. */
    void addLooseArrests(Moment when, long people) {
        loose.put(when, people);
        addArrests(when.at(), people);
    }

    /** Takes out the arrests of such a report, if it told of any. */
    void removeLooseArrests(Moment when) {
        Long people = loose.remove(when);
        if (people != null) {
            removeArrests(when.at(), people);
        }
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
        boolean heard = received.moveTo(now);
        boolean openings = opened.moveTo(now);
        if (arrested.moveTo(now) || openings || heard) {
            touch();
        }
    }

    void silentAfter(long millis, long now) {
        received.silentAfter(millis, now);
        touch();
    }

    void addTo(AreaSum sum) {
        sum.officers.add(officers);
        sum.tally.add(tally);
        sum.opened += opened.sum();
        sum.arrested += arrested.sum();
        sum.arrests += arrests;
        sum.reports += reports;
        sum.lastHour += received.lastHour();
        sum.heard += received.heard();
        sum.quiet += received.quiet();
        Long lastAt = received.lastAt();
        if (lastAt != null) {
            sum.lastAt = sum.lastAt == null ? lastAt : Math.max(sum.lastAt, lastAt);
        }
    }
}
