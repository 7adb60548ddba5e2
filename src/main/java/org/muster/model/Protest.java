package org.muster.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A gathering with a cause, planned or not, as known now. A sensitive unplanned one has no title, and its place is the
 * centre of its smallest area.
 *
 * @param openedSeq the entry that made it known; lists are ordered by it
 * @param version the entry that last changed its plan: its entity tag
 * @param planned whether somebody planned it, or a report opened it
 * @param title null when sensitive and unplanned
 * @param areas every area its place touches, smallest first
 * @param startedAt when it became live, last time; null when it never did
 * @param endedAt when it ended, if it has
 * @param cancelledAt when it was cancelled, if it was and is
 * @param clashes other protests close to it in place and time, by their ids
 * @param alerts that are open about it, oldest first
 */
public record Protest(UUID id, long openedSeq, long version, ProtestStatus status, boolean planned,
        @Nullable String title, Plan plan, List<String> areas, @Nullable Instant startedAt,
        @Nullable Instant endedAt, @Nullable Instant cancelledAt, List<Clash> clashes,
        Figures figures, boolean sensitive, boolean drill, @Nullable ExternalRef externalRef,
        List<UUID> alerts) {

    /** A protest without alerts. */
    public Protest(UUID id, long openedSeq, long version, ProtestStatus status, boolean planned,
            @Nullable String title, Plan plan, List<String> areas, @Nullable Instant startedAt,
            @Nullable Instant endedAt, @Nullable Instant cancelledAt, List<Clash> clashes,
            Figures figures, boolean sensitive, boolean drill, @Nullable ExternalRef externalRef) {
        this(id, openedSeq, version, status, planned, title, plan, areas, startedAt, endedAt,
                cancelledAt, clashes, figures, sensitive, drill, externalRef, List.of());
    }

    public Protest {
        alerts = List.copyOf(alerts);
        areas = List.copyOf(areas);
        clashes = List.copyOf(clashes);
    }

    /** Whether it was opened by a report and every report of it was struck: it is in no list and no figure any more. */
    public boolean isVoid() {
        return !planned && figures.reports() == 0;
    }

    /** As viewers see it: without call signs, and without the ages of few; see {@link Arrests#withAgesOfMany}. */
    @SuppressWarnings("ReferenceEquality") // the same arrests, not just as many
    public Protest outlined() {
        Arrests told = figures.arrests().withAgesOfMany();
        return told == figures.arrests() && figures.units().isEmpty() && figures.crowd() == null
                ? this
                : new Protest(id, openedSeq, version, status, planned, title, plan, areas,
                        startedAt, endedAt, cancelledAt, clashes, figures.outlined(told), sensitive,
                        drill, externalRef, alerts);
    }
}
