package org.muster.model;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What reports say of one occurrence, as known now. A sensitive one has no title and no words of its place, and stands
 * at the centre of its smallest area.
 *
 * @param openedSeq the entry that opened it; lists are ordered by it
 * @param category the opening one
 * @param title null when sensitive
 * @param location null when sensitive and outside every area
 * @param openedAt effective time of the report that opened it
 * @param lastReportAt newest effective time of its reports
 * @param methane the newest first report, if there was one
 * @param crime the newest word on whether it is a crime
 * @param alerts that are open about it, oldest first
 * @param recurrence what it is the second of
 */
public record Incident(UUID id, long openedSeq, IncidentStatus status, String category,
        @Nullable String closingCategory, @Nullable String title, @Nullable Location location,
        List<String> areas, Instant openedAt, Instant lastReportAt, @Nullable Instant closedAt,
        Figures figures, List<Link> links, @Nullable Methane methane, @Nullable Crime crime,
        @Nullable String crimeRef, boolean sensitive, boolean drill,
        @Nullable ExternalRef externalRef, List<UUID> alerts, Recurrence recurrence) {

    /** An incident that follows no other. */
    public Incident(UUID id, long openedSeq, IncidentStatus status, String category,
            @Nullable String closingCategory, @Nullable String title, @Nullable Location location,
            List<String> areas, Instant openedAt, Instant lastReportAt, @Nullable Instant closedAt,
            Figures figures, List<Link> links, @Nullable Methane methane, @Nullable Crime crime,
            @Nullable String crimeRef, boolean sensitive, boolean drill,
            @Nullable ExternalRef externalRef, List<UUID> alerts) {
        this(id, openedSeq, status, category, closingCategory, title, location, areas, openedAt,
                lastReportAt, closedAt, figures, links, methane, crime, crimeRef, sensitive, drill,
                externalRef, alerts, Recurrence.NONE);
    }

    /** The same without alerts. */
    public Incident(UUID id, long openedSeq, IncidentStatus status, String category,
            @Nullable String closingCategory, @Nullable String title, @Nullable Location location,
            List<String> areas, Instant openedAt, Instant lastReportAt, @Nullable Instant closedAt,
            Figures figures, List<Link> links, @Nullable Methane methane, @Nullable Crime crime,
            @Nullable String crimeRef, boolean sensitive, boolean drill,
            @Nullable ExternalRef externalRef) {
        this(id, openedSeq, status, category, closingCategory, title, location, areas, openedAt,
                lastReportAt, closedAt, figures, links, methane, crime, crimeRef, sensitive, drill,
                externalRef, List.of());
    }

    public Incident {
        alerts = List.copyOf(alerts);
        areas = List.copyOf(areas);
        links = List.copyOf(links);
        Valid.that((status == IncidentStatus.CLOSED) == (closedAt != null),
                "closed is what has a closing time");
    }

    /** Whether every report of it was struck: it is in no list and no figure any more. */
    public boolean isVoid() {
        return figures.reports() == 0;
    }

    /** The crowd; null without an estimate. */
    public @Nullable Crowd crowd() {
        return figures.crowd();
    }

    /** Officers by where they stand. */
    public Strength officers() {
        return figures.officers();
    }

    /** The units that are at it or on their way, by call sign. */
    public List<Unit> units() {
        return figures.units();
    }

    /** How many reports it has. */
    public long reports() {
        return figures.reports();
    }

    /** The credentials that reported on it; not shown. */
    public Set<String> reporters() {
        return figures.reporters();
    }
}
