package org.muster.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One immutable message from one source. It names an incident and updates it; or has a category and opens one; or has
 * neither and speaks of units alone.
 *
 * @param id the idempotency key
 * @param incident what it is about, if that is known already
 * @param category slug from the catalogue; with no incident named, it opens one
 * @param observedAt when it happened, by the reporter's word, in milliseconds
 * @param closingCategory slug from the catalogue; only with {@code status} closed
 */
public record Report(UUID id, @Nullable UUID incident, @Nullable String category,
        @Nullable String title, Instant observedAt, @Nullable Location location,
        @Nullable CrowdEstimate crowd, List<Deployment> officers, @Nullable IncidentStatus status,
        @Nullable String closingCategory, @Nullable String text) {

    public Report {
        officers = List.copyOf(officers);
        boolean opens = incident == null && category != null;
        Valid.that(!opens || location != null, "what opens an incident has a location");
        Valid.that(incident != null || category != null || !officers.isEmpty() || location != null,
                "a report is about something");
        Valid.that(closingCategory == null || status == IncidentStatus.CLOSED,
                "a closing category closes");
    }

    /** Whether it opens an incident. */
    public boolean opens() {
        return incident == null && category != null;
    }
}
