package org.muster.core;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.muster.model.CrowdEstimate;
import org.muster.model.Entry.ReportRecorded;
import org.muster.model.Incident;
import org.muster.model.Report;
import org.muster.model.Warning;

/**
 * Every incident, open and closed: closed ones stay in memory until there is an index that answers for them.
 *
 * <p>What was recorded on a closed incident (its entry says so by {@link Warning#INCIDENT_CLOSED}) counts as a report
 * of it and changes neither its status, title, place nor crowd.
 */
final class Incidents {

    private final Map<UUID, IncidentTrack> incidents = new LinkedHashMap<>();
    private final Set<IncidentTrack> changed = new LinkedHashSet<>();
    private final CrowdHistory.Bench bench = new CrowdHistory.Bench();
    private long windowMillis;

    Incidents(long windowMillis) {
        this.windowMillis = windowMillis;
    }

    @Nullable
    IncidentTrack find(UUID id) {
        return incidents.get(id);
    }

    /** The incident with this id; that there is none is our own fault. */
    IncidentTrack get(UUID id) {
        IncidentTrack track = incidents.get(id);
        if (track == null) {
            throw new IllegalStateException("no incident " + id + " was ever opened");
        }
        return track;
    }

    /** What a new map moves: what is open, and what is closed with units still there. */
    List<IncidentTrack> present() {
        return incidents.values()
                .stream()
                .filter(track -> !track.isClosed() || !track.post().units().isEmpty())
                .toList();
    }

    void open(IncidentTrack track, long now) {
        if (incidents.putIfAbsent(track.id(), track) != null) {
            throw new IllegalStateException("incident " + track.id() + " was opened before");
        }
        track.countIn(now);
    }

    /**
     * Takes in a report of an incident; its officers are taken in elsewhere.
     *
     * @param areas where the report's location lies
     * @return whether the incident moved to other areas
     */
    boolean update(IncidentTrack track, ReportRecorded body, String by, AreaSet areas, long now) {
        changed.add(track);
        long effectiveAt = body.effectiveAt().toEpochMilli();
        track.reportedBy(by, effectiveAt);
        if (body.warnings().contains(Warning.INCIDENT_CLOSED)) {
            return false;
        }
        Report report = body.report();
        AreaSet before = track.post().areas();
        track.countOut();
        if (report.title() != null) {
            track.entitle(report.title(), effectiveAt);
        }
        if (report.location() != null) {
            track.locate(report.location(), areas, effectiveAt);
        }
        CrowdEstimate crowd = report.crowd();
        if (crowd != null) {
            track.estimate(crowd, body.observer(), effectiveAt, bench, windowMillis);
        }
        if (report.status() != null) {
            track.become(report.status(), report.closingCategory(), effectiveAt);
        }
        track.countIn(now);
        return before != track.post().areas();
    }

    /** Puts an incident in other areas because the map changed. */
    void relocate(IncidentTrack track, AreaSet areas, long now) {
        track.countOut();
        track.post().moveTo(areas);
        track.countIn(now);
        changed.add(track);
    }

    /** Fuses the crowds of what is open anew with another window; closed ones stay as they were. */
    void window(long millis, long now) {
        if (millis == windowMillis) {
            return;
        }
        windowMillis = millis;
        for (IncidentTrack track : incidents.values()) {
            if (!track.isClosed()) {
                track.countOut();
                track.window(millis);
                track.countIn(now);
                changed.add(track);
            }
        }
    }

    void changed(IncidentTrack track) {
        changed.add(track);
    }

    Map<UUID, Incident> takeChanged() {
        Map<UUID, Incident> taken = HashMap.newHashMap(changed.size());
        for (IncidentTrack track : changed) {
            taken.put(track.id(), track.shown());
        }
        changed.clear();
        return taken;
    }

    List<IncidentState> state() {
        return incidents.values().stream().map(IncidentTrack::state).toList();
    }

    void restore(List<IncidentState> states, Function<List<String>, AreaSet> sets, long now) {
        for (IncidentState state : states) {
            IncidentTrack track = IncidentTrack.restore(state, sets.apply(state.areas()), bench);
            open(track, now);
            changed.add(track);
        }
    }
}
