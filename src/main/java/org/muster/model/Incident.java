package org.muster.model;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What reports say of one occurrence, as known now.
 *
 * @param openedSeq the entry that opened it; lists are ordered by it
 * @param openedAt effective time of the report that opened it
 * @param lastReportAt newest effective time of its reports
 * @param units the units that are at it or on their way, by call sign
 * @param reporters the credentials that reported on it; not shown
 */
public record Incident(UUID id, long openedSeq, IncidentStatus status, String category,
        @Nullable String closingCategory, String title, Location location, List<String> areas,
        Instant openedAt, Instant lastReportAt, @Nullable Instant closedAt, @Nullable Crowd crowd,
        Strength officers, List<Unit> units, long reports, Set<String> reporters) {

    public Incident {
        areas = List.copyOf(areas);
        units = List.copyOf(units);
        reporters = Set.copyOf(reporters);
        Valid.that((status == IncidentStatus.CLOSED) == (closedAt != null),
                "closed is what has a closing time");
    }
}
