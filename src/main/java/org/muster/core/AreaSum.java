package org.muster.core;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.muster.model.Area;
import org.muster.model.Coverage;
import org.muster.model.Crowd;
import org.muster.model.Settings.AreaDefinition;

/** Sums over the sets of one area, on their way to what is shown. */
final class AreaSum {

    private static final int HUNDREDTHS = 100;

    final OfficerCount officers = new OfficerCount();
    int open;
    int opened;
    int crowds;
    long low;
    long best;
    long high;
    long reports;
    long lastHour;
    @Nullable
    Long lastAt;

    Area shown(AreaDefinition area, List<String> ancestors, Coverage coverage) {
        Crowd.Range crowd = crowds == 0 ? null : new Crowd.Range(low, best, high);
        return new Area(area.id(), area.name(), area.parent(), ancestors,
                new Area.IncidentCounts(open, opened), Area.ProtestCounts.NONE, crowd,
                officers.strength(), Area.ArrestCounts.NONE, ratio(crowd),
                new Area.Reports(lastHour, reports,
                        lastAt == null ? null : Instant.ofEpochMilli(lastAt)),
                coverage);
    }

    private Area.@Nullable Ratio ratio(Crowd.@Nullable Range crowd) {
        long atScene = officers.atScene();
        return crowd == null || atScene == 0 ? null
                : new Area.Ratio(ratio(crowd.best(), atScene), ratio(crowd.high(), atScene));
    }

    /** To two decimals, half up, counted in whole hundredths. */
    private static double ratio(long people, long atScene) {
        long hundredths = (2 * HUNDREDTHS * people + atScene) / (2 * atScene);
        return (double) hundredths / HUNDREDTHS;
    }
}
