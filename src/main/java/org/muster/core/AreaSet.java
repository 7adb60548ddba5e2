package org.muster.core;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.muster.model.AlertSubject;
import org.muster.model.Severity;

/**
 * One distinct list of areas, smallest first, with the sums of everything that lies in exactly these. An area's figures
 * are the sums over the sets that contain it, so that whatever lies in several areas is counted once in each.
 */
final class AreaSet {

    private static final long HOUR_MILLIS = 60 * 60 * 1000L;
    private static final long DAY_MILLIS = 24 * HOUR_MILLIS;

    /** What changes with time alone. */
    private static final Set<Fact> WINDOWED = EnumSet.of(Fact.AREA_INCIDENTS_OPENED_LAST_24H,
            Fact.AREA_ARRESTS_LAST_HOUR, Fact.AREA_ARRESTS_LAST_24H, Fact.AREA_REPORTS_LAST_HOUR,
            Fact.AREA_SILENT, Fact.AREA_QUIET);

    private final List<String> ids;
    private final OfficerCount officers = new OfficerCount();
    private final Tally tally = new Tally();
    private final RecentSum opened = new RecentSum(DAY_MILLIS);
    private final RecentSum arrested = new RecentSum(DAY_MILLIS);
    private final RecentSum arrestedLately = new RecentSum(HOUR_MILLIS);
    private final RecentSum under18Lately = new RecentSum(HOUR_MILLIS);
    private final RecentSum injuredLately = new RecentSum(DAY_MILLIS);
    private final AlertTally alerts = new AlertTally();
    private final Register<AreaSetState.Harm> loose;
    private final ReceivedTimes received = new ReceivedTimes();
    private final Touched touched;
    private boolean isTouched;
    private boolean isStirred;
    private FactRow counted = new FactRow(AlertSubject.Type.AREA);
    private long arrests;
    private long under18;
    private long injured;
    private long reports;

    /**
     * Where sets put themselves when their sums change.
     *
     * @param shown for whoever is shown the figures
     * @param stirred for rules
     */
    record Touched(List<AreaSet> shown, List<AreaSet> stirred) {

        Touched() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    AreaSet(List<String> ids, Touched touched, long silentMillis, long now) {
        this(new AreaSetState(ids, 0, "", List.of()), touched, silentMillis, now);
    }

    AreaSet(AreaSetState state, Touched touched, long silentMillis, long now) {
        this.ids = state.ids();
        this.touched = touched;
        reports = state.reports();
        received.restore(state.received(), silentMillis, now);
        loose = new Register<>(state.harm());
        state.harm().forEach(said -> count(said.when(), said.what(), 1));
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

    /**
     * People were arrested then at an incident or protest here; fewer than said before when negative.
     *
     * @param young so many of them are under 18
     */
    void addArrests(long effectiveAt, long people, long young) {
        arrested.add(effectiveAt, people);
        arrestedLately.add(effectiveAt, people);
        arrests += people;
        if (young != 0) {
            under18Lately.add(effectiveAt, young);
            under18 += young;
        }
        touch();
    }

    /** People were injured then at an incident or protest here; fewer than said before when negative. No rule sees it. */
    void addInjured(long effectiveAt, long people) {
        injuredLately.add(effectiveAt, people);
        injured += people;
        show();
    }

    /** People were arrested or injured here by a report that is of no incident and no protest. */
    void addLoose(Moment when, AreaSetState.Harm people) {
        loose.put(when, people);
        count(when, people, 1);
    }

    /** Takes out what such a report told of, if anything. */
    void removeLoose(Moment when) {
        AreaSetState.Harm struck = loose.remove(when);
        if (struck != null) {
            count(when, struck, -1);
        }
    }

    private void count(Moment when, AreaSetState.Harm people, int sign) {
        if (people.arrested() != 0) {
            addArrests(when.at(), sign * people.arrested(), sign * people.under18());
        }
        if (people.injured() != 0) {
            addInjured(when.at(), sign * people.injured());
        }
    }

    /** So many open alerts more; fewer when negative. */
    void addAlert(Severity severity, int count) {
        alerts.add(severity, count);
        show();
    }

    /** The officers here; whoever changes them says so by {@link #touch}. */
    OfficerCount officers() {
        return officers;
    }

    void touch() {
        show();
        stir();
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
        if (injuredLately.moveTo(now)) {
            show();
        }
        boolean arrestsLately = arrestedLately.moveTo(now);
        if (under18Lately.moveTo(now) || arrestsLately) {
            stir();
        }
    }

    /**
     * The next moment at which time alone may make one of these facts another; {@link FactRow#NEVER} if none.
     *
     * @param mask as {@link FactRow#mask} has it
     */
    long turnsAt(long mask) {
        long first = FactRow.NEVER;
        for (Fact fact : WINDOWED) {
            if ((mask & FactRow.bit(fact)) != 0) {
                first = Math.min(first, turnsAt(fact));
            }
        }
        return first;
    }

    private long turnsAt(Fact fact) {
        return switch (fact) {
            case AREA_INCIDENTS_OPENED_LAST_24H -> opened.turnsAt();
            case AREA_ARRESTS_LAST_HOUR -> arrestedLately.turnsAt();
            case AREA_ARRESTS_LAST_24H -> arrested.turnsAt();
            case AREA_REPORTS_LAST_HOUR -> received.hourTurnsAt();
            case AREA_SILENT -> received.silentAt();
            case AREA_QUIET -> received.silenceTurnsAt();
            default -> FactRow.NEVER;
        };
    }

    /** What is other in the facts that rules see than when last asked; null when nothing is. */
    @Nullable
    FactRow takeDifference() {
        isStirred = false;
        AreaSum sum = new AreaSum();
        addTo(sum);
        FactRow now = sum.facts();
        if (now.isSame(counted)) {
            return null;
        }
        FactRow difference = sum.facts();
        difference.add(counted, -1);
        counted = now;
        return difference;
    }

    /** All that rules see counts as new. */
    void countAnew() {
        counted = new FactRow(AlertSubject.Type.AREA);
        stir();
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
        sum.arrestedLately += arrestedLately.sum();
        sum.alerts.add(alerts);
        sum.arrests += arrests;
        sum.under18 += under18;
        sum.under18Lately += under18Lately.sum();
        sum.injured += injured;
        sum.injuredLately += injuredLately.sum();
        sum.reports += reports;
        sum.lastHour += received.lastHour();
        sum.heard += received.heard();
        sum.quiet += received.quiet();
        Long lastAt = received.lastAt();
        if (lastAt != null) {
            sum.lastAt = sum.lastAt == null ? lastAt : Math.max(sum.lastAt, lastAt);
        }
    }

    private void show() {
        if (!isTouched) {
            isTouched = true;
            touched.shown().add(this);
        }
    }

    private void stir() {
        if (!isStirred) {
            isStirred = true;
            touched.stirred().add(this);
        }
    }
}
