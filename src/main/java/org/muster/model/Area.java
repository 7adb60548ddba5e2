package org.muster.model;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A named polygon with the figures of the incidents, protests and units whose areas contain it, each counted once.
 * Drills count nowhere.
 *
 * @param ancestors parents, nearest first
 * @param crowd sums over open incidents and protests that have one; null when none has
 * @param alerts that are open, by severity
 * @param peoplePerOfficer crowd over officers at the scene; null without a crowd or an officer
 */
public record Area(String id, String name, @Nullable String parent, List<String> ancestors,
        IncidentCounts incidents, ProtestCounts protests, Crowd.@Nullable Range crowd,
        Strength officers, ArrestCounts arrests, InjuredCounts injured,
        @Nullable Ratio peoplePerOfficer, Reports reports, AlertCounts alerts, Coverage coverage) {

    /** An area without alerts. */
    public Area(String id, String name, @Nullable String parent, List<String> ancestors,
            IncidentCounts incidents, ProtestCounts protests, Crowd.@Nullable Range crowd,
            Strength officers, ArrestCounts arrests, InjuredCounts injured,
            @Nullable Ratio peoplePerOfficer, Reports reports, Coverage coverage) {
        this(id, name, parent, ancestors, incidents, protests, crowd, officers, arrests, injured,
                peoplePerOfficer, reports, AlertCounts.NONE, coverage);
    }

    public Area {
        ancestors = List.copyOf(ancestors);
    }

    /** Incidents not closed, and those whose effective opening lies in the 24 h up to the view's moment. */
    public record IncidentCounts(int open, int openedLast24h) {

        public static final IncidentCounts NONE = new IncidentCounts(0, 0);
    }

    /** Protests live now, and planned ones that start within 24 h. */
    public record ProtestCounts(int live, int upcoming) {

        public static final ProtestCounts NONE = new ProtestCounts(0, 0);
    }

    /** People arrested: with an effective time in the 24 h up to the view's moment, and since the journal began. */
    public record ArrestCounts(int last24h, int total) {

        public static final ArrestCounts NONE = new ArrestCounts(0, 0);
    }

    /**
     * People injured, officers among them: with an effective time in the 24 h up to the view's moment, and since the
     * journal began.
     */
    public record InjuredCounts(int last24h, int total) {

        public static final InjuredCounts NONE = new InjuredCounts(0, 0);
    }

    /** Open alerts, each counted once in every area it counts in; those of drills nowhere. */
    public record AlertCounts(int critical, int high, int medium, int low) {

        public static final AlertCounts NONE = new AlertCounts(0, 0, 0, 0);
    }

    /** People per officer at the scene: by the best figure, and by the most cautious (high) one. */
    public record Ratio(double best, double cautious) {
        private static final long HUNDREDTHS = 100;

        /** That of a crowd to the officers at its scene; null without one or the other. */
        public static @Nullable Ratio of(Crowd.@Nullable Range crowd, long atScene) {
            return crowd == null || atScene == 0 ? null
                    : new Ratio(of(crowd.best(), atScene), of(crowd.high(), atScene));
        }

        /** To two decimals, half up, counted in whole hundredths. */
        private static double of(long people, long atScene) {
            long hundredths = (2 * HUNDREDTHS * people + atScene) / (2 * atScene);
            return (double) hundredths / HUNDREDTHS;
        }
    }

    /**
     * Reports of the area.
     *
     * @param lastHour received in the hour up to the view's moment
     * @param total since the journal began
     * @param lastAt when the last one was received
     */
    public record Reports(long lastHour, long total, @Nullable Instant lastAt) {}
}
