package org.muster.core;

import java.time.Duration;
import java.util.List;

import org.muster.model.IncidentStatus;
import org.muster.model.Methane;
import org.muster.model.Recurrence;

/**
 * An incident as rules find it.
 *
 * @param recurrence what it is the second of
 */
record IncidentLooked(IncidentTrack track, Recurrence recurrence,
        Catalogue catalogue) implements Looked {

    /** How long ago a crowd is compared with what it is now. */
    static final long GROWTH_MILLIS = Duration.ofMinutes(15).toMillis();

    @Override
    public void fill(FactRow row, long now) {
        Ledger ledger = track.ledger();
        var crowd = ledger.crowd();
        Methane methane = track.methane();
        OfficerCount officers = track.post().officers();
        row.put(Fact.INCIDENT_CROWD_KNOWN, crowd != null);
        row.put(Fact.INCIDENT_CROWD_LOW, crowd == null ? 0 : crowd.low());
        row.put(Fact.INCIDENT_CROWD_BEST, crowd == null ? 0 : crowd.best());
        row.put(Fact.INCIDENT_CROWD_HIGH, crowd == null ? 0 : crowd.high());
        row.put(Fact.INCIDENT_CROWD_PEAK, ledger.peak());
        CrowdHistory.Growth growth = ledger.growth(GROWTH_MILLIS, now);
        row.put(Fact.INCIDENT_CROWD_GROWTH15, ledger.crowdForm(), growth.percent(),
                growth.turnsAt());
        row.put(Fact.INCIDENT_OFFICERS_AT_SCENE, officers.atScene());
        row.put(Fact.INCIDENT_OFFICERS_EN_ROUTE, officers.enRoute());
        row.put(Fact.INCIDENT_OFFICERS_REQUESTED, officers.requested());
        row.put(Fact.INCIDENT_ARRESTS, ledger.arrested());
        row.put(Fact.INCIDENT_ARRESTS_UNDER18, ledger.arrestedUnder18());
        row.put(Fact.INCIDENT_INJURED_PUBLIC, ledger.peopleInjured());
        row.put(Fact.INCIDENT_INJURED_OFFICERS, ledger.officersInjured());
        row.put(Fact.INCIDENT_REPORTS, ledger.reports().size());
        row.put(Fact.INCIDENT_MINUTES_SINCE_REPORT, ledger.reports().lastAt());
        row.put(Fact.INCIDENT_MAJOR, methane != null && methane.major() == Methane.Major.DECLARED);
        row.put(Fact.INCIDENT_STANDBY, methane != null && methane.major() == Methane.Major.STANDBY);
        row.put(Fact.INCIDENT_CONTAINED, track.status() == IncidentStatus.CONTAINED);
        row.put(Fact.INCIDENT_NIGHTS, recurrence.nights());
        row.put(Fact.INCIDENT_NIGHTS_IN_A_ROW, recurrence.inARow());
    }

    @Override
    public String words(Fact fact, boolean discreet) {
        return switch (fact) {
            case INCIDENT_TITLE ->
                    discreet ? catalogue.discreetTitle(track.category(), areas()) : track.title();
            case INCIDENT_PLACE -> place(discreet);
            case INCIDENT_AREA -> catalogue.areaName(areas());
            default -> throw new IllegalArgumentException("no words of an incident: " + fact);
        };
    }

    private String place(boolean discreet) {
        String words = track.location().place();
        return discreet || words == null ? catalogue.areaName(areas()) : words;
    }

    @Override
    public List<String> areas() {
        return track.ledger().areas().ids();
    }

    @Override
    public long newestEntry() {
        return track.ledger().reports().newestEntry();
    }
}
