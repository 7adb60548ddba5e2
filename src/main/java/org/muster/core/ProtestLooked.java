package org.muster.core;

import java.util.List;
import java.util.stream.Collectors;

import org.muster.model.Clash;
import org.muster.model.Plan;
import org.muster.model.ProtestStatus;

/**
 * A protest to come or live, as rules find it.
 *
 * @param before what it clashes with and was known before it
 */
record ProtestLooked(ProtestTrack track, List<ProtestTrack> before,
        Catalogue catalogue) implements Looked {

    ProtestLooked {
        before = List.copyOf(before);
    }

    @Override
    public void fill(FactRow row, long now) {
        Plan plan = track.plan();
        Plan.Expected expected = plan.expected();
        long startsAt = plan.startsAt().toEpochMilli();
        OfficerCount officers = track.post().officers();
        row.put(Fact.PROTEST_LIVE, track.status() == ProtestStatus.LIVE);
        row.put(Fact.PROTEST_STARTED, startsAt);
        row.put(Fact.PROTEST_MINUTES_TO_START, startsAt);
        row.put(Fact.PROTEST_MINUTES_SINCE_START, startsAt);
        row.put(Fact.PROTEST_EXPECTED_KNOWN, expected != null);
        row.put(Fact.PROTEST_EXPECTED_LOW, expected == null ? 0 : expected.low());
        row.put(Fact.PROTEST_EXPECTED_HIGH, expected == null ? 0 : expected.high());
        row.put(Fact.PROTEST_OFFICERS_AT_SCENE, officers.atScene());
        row.put(Fact.PROTEST_OFFICERS_EN_ROUTE, officers.enRoute());
        row.put(Fact.PROTEST_OFFICERS_REQUESTED, officers.requested());
        row.put(Fact.PROTEST_OFFICERS_PLANNED,
                plan.officersPlanned() == null ? 0 : plan.officersPlanned());
        row.put(Fact.PROTEST_CLASHES, before.size());
        row.put(Fact.PROTEST_OPPOSED_CLASHES,
                before.stream().filter(other -> opposes(other, track.clashes())).count());
        boolean isLive = track.status() == ProtestStatus.LIVE;
        long planned = row.raw(Fact.PROTEST_OFFICERS_PLANNED);
        row.put(Fact.PROTEST_UNDERSTRENGTH, isLive ? Math.max(0, planned - officers.atScene()) : 0);
        row.put(Fact.PROTEST_METRES_FROM_PLACE, isLive ? track.metresFromPlace() : 0);
        reported(row, now);
    }

    private void reported(FactRow row, long now) {
        Ledger ledger = track.ledger();
        var crowd = ledger.crowd();
        row.put(Fact.PROTEST_CROWD_KNOWN, crowd != null);
        row.put(Fact.PROTEST_CROWD_LOW, crowd == null ? 0 : crowd.low());
        row.put(Fact.PROTEST_CROWD_BEST, crowd == null ? 0 : crowd.best());
        row.put(Fact.PROTEST_CROWD_HIGH, crowd == null ? 0 : crowd.high());
        row.put(Fact.PROTEST_CROWD_PEAK, ledger.peak());
        CrowdHistory.Growth growth = ledger.growth(IncidentLooked.GROWTH_MILLIS, now);
        row.put(Fact.PROTEST_CROWD_GROWTH15, ledger.crowdForm(), growth.percent(),
                growth.turnsAt());
        long ground = track.squareMetres();
        row.put(Fact.PROTEST_DENSITY_KNOWN, crowd != null && ground > 0);
        row.put(Fact.PROTEST_CROWD_DENSITY,
                crowd == null || ground == 0 ? 0 : 100 * crowd.best() / ground);
        row.put(Fact.PROTEST_ARRESTS_UNDER18, ledger.arrestedUnder18());
        row.put(Fact.PROTEST_ARRESTS, ledger.arrested());
        row.put(Fact.PROTEST_INJURED_PUBLIC, ledger.peopleInjured());
        row.put(Fact.PROTEST_INJURED_OFFICERS, ledger.officersInjured());
        row.put(Fact.PROTEST_REPORTS, ledger.reports().size());
    }

    @Override
    public String words(Fact fact, boolean discreet) {
        return switch (fact) {
            case PROTEST_TITLE -> title(track, discreet);
            case PROTEST_AREA -> catalogue.areaName(areas());
            // What nobody planned may turn out to be confidential after this was said of another protest.
            case PROTEST_CLASHES_WITH -> before.stream()
                    .map(other -> title(other, true))
                    .collect(Collectors.joining(", "));
            default -> throw new IllegalArgumentException("no words of a protest: " + fact);
        };
    }

    @Override
    public List<String> areas() {
        return track.ledger().areas().ids();
    }

    @Override
    public long newestEntry() {
        return Math.max(track.version(), track.ledger().reports().newestEntry());
    }

    private String title(ProtestTrack of, boolean discreet) {
        return discreet && !of.isPlanned()
                ? catalogue.discreetTitle(of.plan().category(), of.ledger().areas().ids())
                : of.plan().title();
    }

    private static boolean opposes(ProtestTrack other, Iterable<Clash> clashes) {
        for (Clash clash : clashes) {
            if (clash.protest().equals(other.id())) {
                return clash.opposed();
            }
        }
        return false;
    }
}
