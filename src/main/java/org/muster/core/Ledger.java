package org.muster.core;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.muster.model.Arrest;
import org.muster.model.Crowd;
import org.muster.model.CrowdEstimate;
import org.muster.model.Entry.ReportRecorded;
import org.muster.model.Figures;
import org.muster.model.Injured;
import org.muster.model.Subject;

/**
 * The figures of one incident or protest: what its reports, without those struck, add up to, and what that counts as in
 * the areas it lies in. Officers come and go by its {@link Post}.
 */
final class Ledger {

    private final Post post;
    private final Fusing fusing;
    private final ReportLog reports;
    private final ArrestCount arrests;
    private final Register<Injured> injured;
    private final Set<Long> sensitive = new TreeSet<>();
    private boolean isConcealed;
    private @Nullable CrowdHistory crowd;
    private long peopleInjured;
    private long officersInjured;
    private Presence presence = Presence.NONE;

    /** How the crowds of a picture are fused. */
    static final class Fusing {

        private final CrowdHistory.Bench bench = new CrowdHistory.Bench();
        private long windowMillis;

        Fusing(long windowMillis) {
            this.windowMillis = windowMillis;
        }

        /** Fuses what comes from now on with another window; says whether it is another. */
        boolean window(long millis) {
            boolean changes = millis != windowMillis;
            windowMillis = millis;
            return changes;
        }
    }

    Ledger(Subject subject, AreaSet areas, Fusing fusing, LedgerState state) {
        this.post = new Post(subject, areas);
        this.fusing = fusing;
        this.reports = ReportLog.restore(state.reports());
        this.arrests = new ArrestCount(state.arrests());
        this.injured = new Register<>(state.injured());
        state.arrests().forEach(said -> count(areas, said.when(), said.what(), 1));
        state.injured().forEach(said -> hurt(areas, said.when(), said.what(), 1));
        sensitive.addAll(state.sensitive());
        crowd = state.crowd() == null ? null : CrowdHistory.restore(state.crowd(), fusing.bench);
        post.restore(state.requests());
    }

    LedgerState state() {
        return new LedgerState(post.areas().ids(), reports.state(),
                crowd == null ? null : crowd.state(), arrests.all(), injured.all(), post.state(),
                List.copyOf(sensitive));
    }

    Post post() {
        return post;
    }

    AreaSet areas() {
        return post.areas();
    }

    ReportLog reports() {
        return reports;
    }

    /** Whether no report is left. */
    boolean isVoid() {
        return reports.size() == 0;
    }

    boolean isSensitive() {
        return isConcealed || !sensitive.isEmpty();
    }

    /** Shows it as sensitive, whatever its reports say; says whether it was shown otherwise. No state keeps this. */
    boolean conceal() {
        boolean isNew = !isSensitive();
        isConcealed = true;
        return isNew;
    }

    /**
     * Takes in a report; its officers are taken in elsewhere.
     *
     * @param counts whether its estimate is of a crowd that was there
     */
    void add(Moment when, ReportRecorded body, String by, boolean counts) {
        mark(when, body);
        reports.add(when, by);
        CrowdEstimate estimate = body.report().crowd();
        if (estimate != null) {
            if (crowd == null) {
                crowd = new CrowdHistory(fusing.bench, fusing.windowMillis);
            }
            crowd.add(when, body.observer(), estimate, counts);
        }
        List<Arrest> made = body.report().arrests();
        if (!made.isEmpty()) {
            arrests.add(when, made);
            count(areas(), when, made, 1);
        }
        Injured told = body.report().injured();
        if (told != null) {
            injured.put(when, told);
            hurt(areas(), when, told, 1);
        }
    }

    /** Keeps the mark of a sensitive entry, also of one that only withdraws another. */
    void mark(Moment when, ReportRecorded body) {
        if (body.sensitive()) {
            sensitive.add(when.seq());
        }
    }

    /** Whether that entry is one of those that make it sensitive. */
    boolean isSensitiveBy(long seq) {
        return sensitive.contains(seq);
    }

    /** Takes a report out, as if it had never been; its units are taken out elsewhere. */
    void strike(Moment when) {
        sensitive.remove(when.seq());
        if (!reports.remove(when)) {
            return;
        }
        if (crowd != null) {
            crowd.remove(when);
        }
        count(areas(), when, arrests.remove(when), -1);
        Injured told = injured.remove(when);
        if (told != null) {
            hurt(areas(), when, told, -1);
        }
        post.strike(when);
    }

    /** Fuses the crowd anew because other estimates count now. */
    void refold(Predicate<Moment> counts) {
        if (crowd != null) {
            crowd.refold(counts);
        }
    }

    /** Fuses the crowd anew with the window in force. */
    void fuse() {
        if (crowd != null) {
            crowd.window(fusing.windowMillis);
        }
    }

    /** The crowd by its estimates; null without one that counts. */
    Crowd.@Nullable Range crowd() {
        return crowd == null ? null : crowd.range();
    }

    /** The greatest best figure of the crowd so far; 0 without an estimate that counts. */
    int peak() {
        return crowd == null ? 0 : crowd.peak();
    }

    /** How the crowd changed within a span. */
    CrowdHistory.Growth growth(long spanMillis, long now) {
        return crowd == null ? CrowdHistory.Growth.UNKNOWN : crowd.growth(spanMillis, now);
    }

    /** A number that is the same while the same estimates count; 0 while there are none. */
    long crowdForm() {
        return crowd == null ? 0 : crowd.form();
    }

    long arrestedUnder18() {
        return arrests.under18();
    }

    long arrested() {
        return arrests.total();
    }

    long peopleInjured() {
        return peopleInjured;
    }

    long officersInjured() {
        return officersInjured;
    }

    /** The newest estimate that counts of more than nobody; null without one. */
    @Nullable
    Moment newestWithPeople() {
        return crowd == null ? null : crowd.newestWithPeople();
    }

    /** Puts it, with all that counts in its areas, into these; says whether they are others. */
    boolean moveTo(AreaSet to) {
        AreaSet from = areas();
        if (from == to) {
            return false;
        }
        from.remove(presence);
        to.add(presence);
        for (Said<List<Arrest>> said : arrests.all()) {
            count(from, said.when(), said.what(), -1);
            count(to, said.when(), said.what(), 1);
        }
        for (Said<Injured> said : injured.all()) {
            from.addInjured(said.when().at(), -said.what().all());
            to.addInjured(said.when().at(), said.what().all());
        }
        post.moveTo(to);
        return true;
    }

    /** What it counts as in its areas from now on. */
    void settle(Presence now) {
        if (!now.equals(presence)) {
            areas().remove(presence);
            areas().add(now);
            presence = now;
        }
    }

    /** @param isThere whether there is a present crowd */
    Figures shown(Catalogue catalogue, boolean isThere) {
        Instant lastAt = isVoid() ? null : Instant.ofEpochMilli(reports.lastAt());
        return new Figures(crowd == null ? null : crowd.shown(isThere), post.strength(),
                post.shownUnits(catalogue), arrests.shown(),
                new Injured(OfficerCount.shown(peopleInjured), OfficerCount.shown(officersInjured)),
                reports.size(), lastAt, reports.reporters());
    }

    private void hurt(AreaSet areas, Moment when, Injured told, int sign) {
        peopleInjured += (long) sign * told.people();
        officersInjured += (long) sign * told.officers();
        areas.addInjured(when.at(), sign * told.all());
    }

    private static void count(AreaSet areas, Moment when, List<Arrest> made, int sign) {
        if (!made.isEmpty()) {
            areas.addArrests(when.at(), sign * ArrestCount.people(made),
                    sign * ArrestCount.under18(made));
        }
    }
}
