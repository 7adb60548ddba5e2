package org.muster.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Entry;
import org.muster.model.Plan;
import org.muster.model.Report;

/** The facts of one incident or protest: what was said of it and not struck, and what was planned. */
final class ReferenceSubject {

    final UUID id;
    final long openedSeq;
    final boolean isProtest;
    final boolean drill;

    /** In effective order. */
    final List<Told> told = new ArrayList<>();
    final List<Told> withdrawals = new ArrayList<>();

    /** The report that opened it, unless that was struck. */
    @Nullable
    Told opener;

    /** What the opener said, also when it was struck since. */
    String category = "";
    @Nullable
    Told openedAt;
    @Nullable
    String openedAs;
    @Nullable
    Instant openedWhen;

    /** A sensitive report of it was corrected by a sensitive one of something else. */
    boolean keptSensitive;

    /** When the last strike was received of which it became void. */
    @Nullable
    Instant struckAt;

    @Nullable
    Plan plan;
    long version;
    /** The entry since which it is planned to be where it is. */
    long placedSeq;
    List<String> planAreas = List.of();
    @Nullable
    Entry cancelled;

    ReferenceSubject(UUID id, long openedSeq, boolean isProtest, boolean drill) {
        this.id = id;
        this.openedSeq = openedSeq;
        this.isProtest = isProtest;
        this.drill = drill;
    }

    /** Somebody plans it, where it was or elsewhere. */
    void plan(Plan planned, Entry entry) {
        if (plan == null || !Objects.equals(plan.place(), planned.place())) {
            placedSeq = entry.seq();
        }
        plan = planned;
        version = entry.seq();
        planAreas = entry.areas();
    }

    /** The newest report that tells where people are, since it was planned to be where it is to be. */
    @Nullable
    Told newestAway() {
        return told.reversed()
                .stream()
                .filter(report -> report.seq() > placedSeq
                        && report.body().metresFromPlace() != null)
                .findFirst()
                .orElse(null);
    }

    void add(Told report) {
        if (report.report().withdrawn()) {
            withdrawals.add(report);
            return;
        }
        told.add(report);
        told.sort(Told.EFFECTIVE);
        if (report.body().opened()) {
            open(report);
        }
    }

    private void open(Told report) {
        opener = report;
        version = plan == null ? report.seq() : version;
        Report said = report.report();
        category = said.category() == null ? category : said.category();
        openedAt = said.location() == null ? openedAt : report;
        openedAs = said.title();
        openedWhen = report.at();
    }

    void strike(Told report, Instant receivedAt) {
        struckAt = isVoid() ? struckAt : receivedAt;
        told.remove(report);
        withdrawals.remove(report);
        if (report.equals(opener)) {
            opener = null;
        }
    }

    /** When what opened it was seen; without that, the earliest that is left. */
    Instant opened() {
        return opener == null ? told.getFirst().at() : opener.at();
    }

    /** The report that said where it was opened. */
    Told openingPlace() {
        return Objects.requireNonNull(openedAt);
    }

    boolean isSensitive() {
        return keptSensitive || told.stream().anyMatch(report -> report.body().sensitive())
                || withdrawals.stream().anyMatch(report -> report.body().sensitive());
    }

    boolean isVoid() {
        return told.isEmpty() && plan == null;
    }
}
