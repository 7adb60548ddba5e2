package org.muster.core;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.muster.model.AlertSubject;
import org.muster.model.Area;
import org.muster.model.Coverage;
import org.muster.model.Crowd;
import org.muster.model.Settings.AreaDefinition;

/** Sums over the sets of one area, on their way to what is shown. */
final class AreaSum {

    final OfficerCount officers = new OfficerCount();
    final Tally tally = new Tally();
    long opened;
    long arrested;
    long arrestedLately;
    final AlertTally alerts = new AlertTally();
    long arrests;
    long under18;
    long injured;
    long injuredLately;
    long under18Lately;
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
                new Area.InjuredCounts(
                        OfficerCount.shown(injuredLately), OfficerCount.shown(injured)),
                Area.Ratio.of(crowd, officers.atScene()),
                new Area.Reports(lastHour, reports,
                        lastAt == null ? null : Instant.ofEpochMilli(lastAt)),
                alerts.shown(), coverage());
    }

    /**
     * As rules see it, so that such rows add up: what tells whether there is a crowd, a report, or only quiet ones is how
     * many there are.
     */
    FactRow facts() {
        FactRow row = new FactRow(AlertSubject.Type.AREA);
        Crowd.Range crowd = tally.crowd();
        row.put(Fact.AREA_INCIDENTS_OPEN, tally.open());
        row.put(Fact.AREA_INCIDENTS_OPENED_LAST_24H, opened);
        row.put(Fact.AREA_PROTESTS_LIVE, tally.live());
        row.put(Fact.AREA_PROTESTS_UPCOMING, tally.upcoming());
        row.put(Fact.AREA_CROWD_KNOWN, tally.crowds());
        row.put(Fact.AREA_CROWD_LOW, crowd == null ? 0 : crowd.low());
        row.put(Fact.AREA_CROWD_BEST, crowd == null ? 0 : crowd.best());
        row.put(Fact.AREA_CROWD_HIGH, crowd == null ? 0 : crowd.high());
        row.put(Fact.AREA_OFFICERS_AT_SCENE, officers.atScene());
        row.put(Fact.AREA_OFFICERS_EN_ROUTE, officers.enRoute());
        row.put(Fact.AREA_OFFICERS_REQUESTED, officers.requested());
        row.put(Fact.AREA_OFFICERS_PLANNED, tally.planned());
        row.put(Fact.AREA_ARRESTS_LAST_HOUR, arrestedLately);
        row.put(Fact.AREA_ARRESTS_LAST_24H, arrested);
        row.put(Fact.AREA_ARRESTS_UNDER18, under18);
        row.put(Fact.AREA_ARRESTS_UNDER18_LAST_HOUR, under18Lately);
        row.put(Fact.AREA_REPORTS_LAST_HOUR, lastHour);
        row.put(Fact.AREA_SILENT, heard);
        row.put(Fact.AREA_QUIET, quiet);
        return row;
    }

    /** Silent without a report for the configured time; quiet when all within it say that nothing is wrong. */
    private Coverage coverage() {
        if (heard == 0) {
            return Coverage.SILENT;
        }
        return quiet == heard ? Coverage.QUIET : Coverage.REPORTING;
    }
}
