package org.muster.model;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Incidents that a test needs for something else than what they are. */
public final class SampleIncident {

    private SampleIncident() {}

    /** A disturbance with one report. */
    public static Incident of(UUID id, long openedSeq, List<String> areas, Instant openedAt,
            String reporter) {
        return with(id, openedSeq, IncidentStatus.ONGOING, "disturbance", areas, openedAt, null, 1,
                Set.of(reporter));
    }

    /** The same in other areas, with one report more. */
    public static Incident moved(Incident incident, List<String> areas) {
        return with(incident.id(), incident.openedSeq(), incident.status(), incident.category(),
                areas, incident.openedAt(), incident.closedAt(), incident.reports() + 1,
                incident.reporters());
    }

    /** The same, closed at its last report, with one report more. */
    public static Incident closed(Incident incident) {
        return with(incident.id(), incident.openedSeq(), IncidentStatus.CLOSED, incident.category(),
                incident.areas(), incident.openedAt(), incident.lastReportAt(),
                incident.reports() + 1, incident.reporters());
    }

    /** The same after all its reports were struck. */
    public static Incident voided(Incident incident) {
        return with(incident.id(), incident.openedSeq(), IncidentStatus.CLOSED, incident.category(),
                incident.areas(), incident.openedAt(), incident.lastReportAt(), 0, Set.of());
    }

    /** The same as it is shown once it is sensitive. */
    public static Incident sensitive(Incident incident) {
        return new Incident(incident.id(), incident.openedSeq(), incident.status(),
                incident.category(), null, null, null, incident.areas(), incident.openedAt(),
                incident.lastReportAt(), incident.closedAt(), incident.figures(), List.of(), null,
                null, null, true, incident.drill(), null);
    }

    /** The same as the second of its kind. */
    public static Incident following(Incident it, Recurrence recurrence) {
        return new Incident(it.id(), it.openedSeq(), it.status(), it.category(),
                it.closingCategory(), it.title(), it.location(), it.areas(), it.openedAt(),
                it.lastReportAt(), it.closedAt(), it.figures(), it.links(), it.methane(),
                it.crime(), it.crimeRef(), it.sensitive(), it.drill(), it.externalRef(),
                it.alerts(), recurrence);
    }

    /** Whatever is asked for. */
    public static Incident with(UUID id, long openedSeq, IncidentStatus status, String category,
            List<String> areas, Instant openedAt, @Nullable Instant closedAt, long reports,
            Set<String> reporters) {
        Figures figures = new Figures(null, Strength.NONE, List.of(), Arrests.NONE, Injured.NONE,
                reports, openedAt, reporters);
        return new Incident(id, openedSeq, status, category, null, "t",
                new Location(53.4, -1.3, null, null), areas, openedAt, openedAt, closedAt, figures,
                List.of(), null, null, null, false, false, null);
    }
}
