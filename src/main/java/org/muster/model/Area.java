package org.muster.model;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A named polygon with the figures of the incidents and units whose areas contain it, each counted once.
 *
 * @param ancestors parents, nearest first
 * @param incidentsOpen incidents not closed
 * @param openedLast24h incidents whose effective opening lies in the 24 h up to the view's moment
 * @param crowd sums over open incidents that have one; null when none has
 * @param peoplePerOfficer crowd over officers at the scene; null without a crowd or an officer
 */
public record Area(String id, String name, @Nullable String parent, List<String> ancestors,
        int incidentsOpen, int openedLast24h, Crowd.@Nullable Range crowd, Strength officers,
        @Nullable Ratio peoplePerOfficer, Reports reports, Coverage coverage) {

    public Area {
        ancestors = List.copyOf(ancestors);
    }

    /** People per officer at the scene: by the best figure, and by the most cautious (high) one. */
    public record Ratio(double best, double cautious) {}

    /**
     * Reports of the area.
     *
     * @param lastHour received in the hour up to the view's moment
     * @param total since the journal began
     * @param lastAt when the last one was received
     */
    public record Reports(long lastHour, long total, @Nullable Instant lastAt) {}
}
