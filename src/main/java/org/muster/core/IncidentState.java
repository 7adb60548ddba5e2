package org.muster.core;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.IncidentStatus;
import org.muster.model.Location;

/**
 * An incident, for a snapshot. Its units are kept with the units.
 *
 * @param titleAt effective time of the title; null while it is the made one
 * @param statusAt effective time of the status; null while nobody gave one
 */
public record IncidentState(UUID id, long openedSeq, long openedAt, String category, String title,
        @Nullable Long titleAt, Location location, long locationAt, List<String> areas,
        IncidentStatus status, @Nullable Long statusAt, @Nullable String closingCategory,
        long lastReportAt, long reports, List<String> reporters, @Nullable CrowdState crowd,
        List<RequestState> requests) {

    public IncidentState {
        areas = List.copyOf(areas);
        reporters = List.copyOf(reporters);
        requests = List.copyOf(requests);
    }
}
