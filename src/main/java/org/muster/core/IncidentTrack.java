package org.muster.core;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Arrests;
import org.muster.model.CrowdEstimate;
import org.muster.model.Figures;
import org.muster.model.Incident;
import org.muster.model.IncidentStatus;
import org.muster.model.Injured;
import org.muster.model.Location;

/**
 * One incident. Title, location and status are each the newest that was given, in effective order; while nobody gave a
 * status it is reported. The category is the opening one for good. Whoever changes the crowd, the status or the areas
 * takes it out of its areas first and puts it back after.
 */
final class IncidentTrack {

    private final UUID id;
    private final long openedSeq;
    private final long openedAt;
    private final String category;
    private final Post post;
    private final Set<String> reporters = new HashSet<>();
    private String title;
    private @Nullable Long titleAt;
    private Location location;
    private long locationAt;
    private IncidentStatus status = IncidentStatus.REPORTED;
    private @Nullable Long statusAt;
    private @Nullable String closingCategory;
    private long lastReportAt;
    private long reports;
    private @Nullable CrowdHistory crowd;
    private @Nullable Set<String> shownReporters;

    IncidentTrack(UUID id, long openedSeq, long openedAt, String category, String madeTitle,
            Location location, AreaSet areas) {
        this.id = id;
        this.openedSeq = openedSeq;
        this.openedAt = openedAt;
        this.category = category;
        this.title = madeTitle;
        this.location = location;
        this.locationAt = openedAt;
        this.lastReportAt = openedAt;
        this.post = new Post(id, areas);
    }

    static IncidentTrack restore(IncidentState state, AreaSet areas, CrowdHistory.Bench bench) {
        IncidentTrack track = new IncidentTrack(state.id(), state.openedSeq(), state.openedAt(),
                state.category(), state.title(), state.location(), areas);
        track.titleAt = state.titleAt();
        track.locationAt = state.locationAt();
        track.status = state.status();
        track.statusAt = state.statusAt();
        track.closingCategory = state.closingCategory();
        track.lastReportAt = state.lastReportAt();
        track.reports = state.reports();
        track.reporters.addAll(state.reporters());
        CrowdState crowd = state.crowd();
        track.crowd = crowd == null ? null : CrowdHistory.restore(crowd, bench);
        track.post.restore(state.requests(), track.isClosed());
        return track;
    }

    IncidentState state() {
        return new IncidentState(id, openedSeq, openedAt, category, title, titleAt, location,
                locationAt, post.areas().ids(), status, statusAt, closingCategory, lastReportAt,
                reports, reporters.stream().sorted().toList(), crowd == null ? null : crowd.state(),
                post.state());
    }

    UUID id() {
        return id;
    }

    Post post() {
        return post;
    }

    Location location() {
        return location;
    }

    boolean isClosed() {
        return status == IncidentStatus.CLOSED;
    }

    void countIn(long now) {
        AreaSet areas = post.areas();
        areas.addOpened(openedAt, now);
        countPresent(areas, 1);
    }

    void countOut() {
        AreaSet areas = post.areas();
        areas.removeOpened(openedAt);
        countPresent(areas, -1);
    }

    private void countPresent(AreaSet areas, int one) {
        if (isClosed()) {
            return;
        }
        areas.addOpen(one);
        if (crowd != null && one > 0) {
            areas.addCrowd(crowd);
        } else if (crowd != null) {
            areas.removeCrowd(crowd);
        }
    }

    void reportedBy(String credential, long effectiveAt) {
        reports++;
        lastReportAt = Math.max(lastReportAt, effectiveAt);
        if (reporters.add(credential)) {
            shownReporters = null;
        }
    }

    void entitle(String newTitle, long effectiveAt) {
        if (titleAt == null || effectiveAt >= titleAt) {
            title = newTitle;
            titleAt = effectiveAt;
        }
    }

    void locate(Location newLocation, AreaSet areas, long effectiveAt) {
        if (effectiveAt >= locationAt) {
            location = newLocation;
            locationAt = effectiveAt;
            if (areas != post.areas()) {
                post.moveTo(areas);
            }
        }
    }

    void become(IncidentStatus newStatus, @Nullable String closing, long effectiveAt) {
        if (statusAt == null || effectiveAt >= statusAt) {
            status = newStatus;
            statusAt = effectiveAt;
            closingCategory = closing;
            if (isClosed()) {
                post.close();
            }
        }
    }

    void estimate(CrowdEstimate estimate, String observer, long effectiveAt,
            CrowdHistory.Bench bench, long windowMillis) {
        if (crowd == null) {
            crowd = new CrowdHistory(bench, windowMillis);
        }
        crowd.add(effectiveAt, observer, estimate.method(), estimate.low(), estimate.high());
    }

    void window(long millis) {
        if (crowd != null) {
            crowd.window(millis);
        }
    }

    Incident shown() {
        Set<String> by = shownReporters;
        if (by == null) {
            by = Set.copyOf(reporters);
            shownReporters = by;
        }
        Instant closedAt = isClosed() && statusAt != null ? Instant.ofEpochMilli(statusAt) : null;
        Figures figures = new Figures(crowd == null ? null : crowd.shown(!isClosed()),
                post.strength(), post.shownUnits(), Arrests.NONE, Injured.NONE, reports,
                Instant.ofEpochMilli(lastReportAt), by);
        return new Incident(id, openedSeq, status, category, closingCategory, title, location,
                post.areas().ids(), Instant.ofEpochMilli(openedAt),
                Instant.ofEpochMilli(lastReportAt), closedAt, figures, List.of(), null, null, null,
                false, false, null);
    }
}
