package org.muster.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.muster.model.CrowdEstimate;
import org.muster.model.Entry;
import org.muster.model.IncidentStatus;
import org.muster.model.Plan;
import org.muster.model.ProtestStatus;
import org.muster.model.Report;

/** A protest's status at a moment, from its plan, its cancellation and what was seen of it. */
final class ReferenceProtestLife {

    private static final Duration AFTER = Duration.ofMinutes(30);
    private static final Duration BEFORE = Duration.ofHours(2);

    /** Reports outside the spans between a closing and the next sight of people. */
    final List<Told> counted = new ArrayList<>();
    /** Those of them since people were seen again after the last end: a closing, a cancellation, a deadline. */
    final List<Told> sinceReopened = new ArrayList<>();
    final ProtestStatus status;
    @Nullable
    Instant endedAt;

    private final List<Told> inOrder;

    ReferenceProtestLife(List<Told> inOrder, Plan plan, @Nullable Entry cancelled, Instant now) {
        this.inOrder = inOrder;
        count(plan, cancelled);
        Told closing = Told.newest(inOrder, report -> report.status() == IncidentStatus.CLOSED);
        Instant deadline = deadline(inOrder, plan.end());
        if (closing != null && !isSeenAfter(closing)) {
            status = ProtestStatus.ENDED;
            endedAt = closing.at();
        } else if (cancelled != null && !isSeenAfter(cancelled, plan)) {
            status = ProtestStatus.CANCELLED;
        } else if (!now.isBefore(deadline)) {
            status = ProtestStatus.ENDED;
            endedAt = deadline;
        } else {
            boolean begun = !now.isBefore(plan.startsAt()) || inOrder.stream()
                    .anyMatch(told -> !told.at().isBefore(plan.startsAt().minus(BEFORE)));
            status = begun ? ProtestStatus.LIVE : ProtestStatus.PLANNED;
        }
    }

    /** Whether it can have a present crowd. */
    boolean isOpen() {
        return status == ProtestStatus.PLANNED || status == ProtestStatus.LIVE;
    }

    private void count(Plan plan, @Nullable Entry cancelled) {
        boolean closed = false;
        boolean called = cancelled != null;
        Instant deadline = plan.end().plus(AFTER);
        for (Told told : inOrder) {
            boolean seen = isSeen(told.report());
            boolean calledOff = called && isAfter(told, Objects.requireNonNull(cancelled))
                    && !told.at().isBefore(plan.startsAt().minus(BEFORE));
            if (seen && (closed || calledOff || told.at().isAfter(deadline))) {
                closed = false;
                called &= !calledOff;
                sinceReopened.clear();
            }
            if (!closed) {
                counted.add(told);
                sinceReopened.add(told);
                closed = told.report().status() == IncidentStatus.CLOSED;
            }
            deadline = later(deadline, deadline(List.of(told), plan.end()));
        }
    }

    private static boolean isAfter(Told told, Entry other) {
        int order = told.at().compareTo(other.at());
        return order == 0 ? told.seq() > other.seq() : order > 0;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant deadline(List<Told> reports, Instant end) {
        Instant deadline = end.plus(AFTER);
        for (Told told : reports) {
            CrowdEstimate crowd = told.report().crowd();
            boolean people = crowd != null && crowd.high() > 0;
            boolean late = isSeen(told.report()) && told.at().isAfter(end.plus(AFTER));
            deadline = people || late ? later(deadline, told.at().plus(AFTER)) : deadline;
        }
        return deadline;
    }

    private boolean isSeenAfter(Told moment) {
        return inOrder.stream()
                .anyMatch(
                        told -> Told.EFFECTIVE.compare(told, moment) > 0 && isSeen(told.report()));
    }

    /** What is seen long before the start makes nothing live, so it does not undo a cancellation. */
    private boolean isSeenAfter(Entry cancelled, Plan plan) {
        return inOrder.stream()
                .filter(told -> isAfter(told, cancelled) && isSeen(told.report()))
                .anyMatch(told -> !told.at().isBefore(plan.startsAt().minus(BEFORE)));
    }

    /** Whether it shows that people are there. */
    private static boolean isSeen(Report report) {
        if (report.status() == IncidentStatus.CLOSED) {
            return false;
        }
        if (report.status() != null || report.reopen()
                || (report.crowd() != null && report.crowd().high() > 0)) {
            return true;
        }
        return !report.allQuiet() && report.crowd() == null && report.officers().isEmpty()
                && report.arrests().isEmpty() && report.injured() == null && report.crime() == null
                && report.methane() == null;
    }
}
