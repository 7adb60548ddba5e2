package org.muster.view;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;

import org.muster.model.Area;
import org.muster.model.Cursor;
import org.muster.model.DeploymentState;
import org.muster.model.Incident;
import org.muster.model.Protest;
import org.muster.model.Settings;
import org.muster.model.Unit;

/**
 * All that is known at one place in the record. A later one shares what did not change.
 *
 * @param cursor the last entry it holds
 * @param at the moment its rolling windows end at
 * @param areas by id
 * @param incidents by the entry that opened them, oldest first
 * @param incidentSeqs the entry that opened an incident, by the incident's id
 * @param protests by the entry that made them known, oldest first
 * @param protestSeqs the entry that made a protest known, by the protest's id
 * @param units by call sign
 */
public record View(Cursor cursor, Instant at, PMap<String, Area> areas,
        PSortedMap<Long, Incident> incidents, PMap<UUID, Long> incidentSeqs,
        PSortedMap<Long, Protest> protests, PMap<UUID, Long> protestSeqs, PMap<String, Unit> units,
        Settings settings) {

    /** Closed incidents stay in the picture this long. */
    public static final Duration CLOSED_SHOWN = Duration.ofHours(24);

    /** The incident with this id, or null. */
    public @Nullable Incident incident(UUID id) {
        Long seq = incidentSeqs.get(id);
        return seq == null ? null : incidents.get(seq);
    }

    /** The protest with this id, or null. */
    public @Nullable Protest protest(UUID id) {
        Long seq = protestSeqs.get(id);
        return seq == null ? null : protests.get(seq);
    }

    /** Whether an incident belongs to the present picture: open, or closed within the 24 hours up to {@link #at}. */
    public boolean isCurrent(Incident incident) {
        return !incident.isVoid() && isRecent(incident.closedAt());
    }

    /** Whether a protest belongs to the present picture: planned, live, or over within the same time. */
    public boolean isCurrent(Protest protest) {
        return !protest.isVoid() && switch (protest.status()) {
            case PLANNED, LIVE -> true;
            case ENDED -> isRecent(protest.endedAt());
            case CANCELLED -> isRecent(protest.cancelledAt());
        };
    }

    /** Whether a unit belongs to the present picture: not released, or released within the same time. */
    public boolean isCurrent(Unit unit) {
        return unit.state() != DeploymentState.RELEASED || isRecent(unit.effectiveAt());
    }

    private boolean isRecent(@Nullable Instant over) {
        return over == null || over.isAfter(at.minus(CLOSED_SHOWN));
    }
}
