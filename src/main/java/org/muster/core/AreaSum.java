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
    final Tally tally = new Tally();
    long opened;
    long arrested;
    long arrests;
    long reports;
    long lastHour;
    long heard;
    long quiet;
    @Nullable
    Long lastAt;

    Area shown(AreaDefinition area, List<String> ancestors) {
        Crowd.Range crowd = tally.crowd();
        return new Area(area.id(), area.name(), area.parent(), ancestors,
                new Area.IncidentCounts(tally.open(), OfficerCount.shown(opened)),
                new Area.ProtestCounts(tally.live(), tally.upcoming()), crowd,
                officers.strength(tally.planned()),
                new Area.ArrestCounts(OfficerCount.shown(arrested), OfficerCount.shown(arrests)),
                ratio(crowd), new Area.Reports(lastHour, reports,
                        lastAt == null ? null : Instant.ofEpochMilli(lastAt)),
                coverage());
    }

    /** Silent without a report for the configured time; quiet when all within it say that nothing is wrong. */
    private Coverage coverage() {
        if (heard == 0) {
            return Coverage.SILENT;
        }
        return quiet == heard ? Coverage.QUIET : Coverage.REPORTING;
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
