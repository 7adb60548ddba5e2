package org.muster.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.muster.model.Allegation;
import org.muster.model.Area;
import org.muster.model.Clash;
import org.muster.model.Coverage;
import org.muster.model.Crowd;
import org.muster.model.DeploymentState;
import org.muster.model.Figures;
import org.muster.model.Incident;
import org.muster.model.IncidentStatus;
import org.muster.model.Methane;
import org.muster.model.Protest;
import org.muster.model.ProtestStatus;
import org.muster.model.Recurrence;
import org.muster.model.Unit;

/** The facts of one subject, the slow way: read off what is shown of it, in the words of {@link Fact}. */
final class ReferenceFacts implements Facts {

    final List<String> areas;
    /** What its title is; null when that is not shown. */
    final @Nullable String title;
    final boolean isSensitive;
    private final Map<Fact, Long> numbers = new EnumMap<>(Fact.class);
    /** What tells whether it was touched, beside the numbers: the moments that minutes are counted from. */
    final List<Object> moments = new ArrayList<>();

    private ReferenceFacts(List<String> areas, @Nullable String title, boolean isSensitive) {
        this.areas = areas;
        this.title = title;
        this.isSensitive = isSensitive;
    }

    @Override
    public long number(Fact fact) {
        Long number = numbers.get(fact);
        if (number == null) {
            throw new AssertionError("nothing is known of " + fact);
        }
        return number;
    }

    @Override
    public String words(Fact fact) {
        return title == null ? "?" : title;
    }

    /** Whether the same is known, whatever time it is. */
    boolean isSame(ReferenceFacts other) {
        return timeless().equals(other.timeless()) && moments.equals(other.moments);
    }

    private Map<Fact, Long> timeless() {
        Map<Fact, Long> all = new EnumMap<>(numbers);
        all.keySet()
                .removeIf(fact -> fact.name().contains("MINUTES") || fact.name().contains("PERCENT")
                        || fact.name().contains("GROWTH") || fact == Fact.PROTEST_STARTED);
        return all;
    }

    static ReferenceFacts of(Area area, boolean isLeaf, long arrestedInTheHour) {
        List<String> areas = new ArrayList<>(List.of(area.id()));
        areas.addAll(area.ancestors());
        ReferenceFacts facts = new ReferenceFacts(areas, area.name(), false);
        facts.put(Fact.AREA_LEAF, isLeaf);
        facts.put(Fact.AREA_INCIDENTS_OPEN, area.incidents().open());
        facts.put(Fact.AREA_INCIDENTS_OPENED_LAST_24H, area.incidents().openedLast24h());
        facts.put(Fact.AREA_PROTESTS_LIVE, area.protests().live());
        facts.put(Fact.AREA_PROTESTS_UPCOMING, area.protests().upcoming());
        facts.crowd(area.crowd(), Fact.AREA_CROWD_KNOWN, Fact.AREA_CROWD_LOW, Fact.AREA_CROWD_BEST,
                Fact.AREA_CROWD_HIGH);
        facts.put(Fact.AREA_OFFICERS_AT_SCENE, area.officers().atScene());
        facts.put(Fact.AREA_OFFICERS_EN_ROUTE, area.officers().enRoute());
        facts.put(Fact.AREA_OFFICERS_REQUESTED, area.officers().requested());
        facts.put(Fact.AREA_OFFICERS_PLANNED, area.officers().planned());
        facts.put(Fact.AREA_ARRESTS_LAST_HOUR, arrestedInTheHour);
        facts.put(Fact.AREA_ARRESTS_LAST_24H, area.arrests().last24h());
        facts.put(Fact.AREA_REPORTS_LAST_HOUR, area.reports().lastHour());
        facts.put(Fact.AREA_SILENT, area.coverage() == Coverage.SILENT);
        facts.put(Fact.AREA_QUIET, area.coverage() == Coverage.QUIET);
        return facts;
    }

    /** @param recurrence what it follows */
    static ReferenceFacts of(Incident incident, Recurrence recurrence, Instant now) {
        ReferenceFacts facts = new ReferenceFacts(incident.areas(), incident.title(),
                incident.sensitive());
        facts.figures(incident.figures(), "INCIDENT");
        Methane methane = incident.methane();
        facts.put(Fact.INCIDENT_MINUTES_SINCE_REPORT, minutes(incident.lastReportAt(), now));
        facts.put(Fact.INCIDENT_MAJOR,
                methane != null && methane.major() == Methane.Major.DECLARED);
        facts.put(Fact.INCIDENT_STANDBY,
                methane != null && methane.major() == Methane.Major.STANDBY);
        facts.put(Fact.INCIDENT_CONTAINED, incident.status() == IncidentStatus.CONTAINED);
        facts.put(Fact.INCIDENT_NIGHTS, recurrence.nights());
        facts.put(Fact.INCIDENT_NIGHTS_IN_A_ROW, recurrence.inARow());
        facts.moments.add(incident.lastReportAt());
        return facts;
    }

    /** @param all the protests by which it is known which of two was known first */
    static ReferenceFacts of(Protest protest, Map<?, Protest> all, Instant now) {
        ReferenceFacts facts = new ReferenceFacts(protest.areas(), protest.title(),
                protest.sensitive());
        Instant start = protest.plan().startsAt();
        var expected = protest.plan().expected();
        Integer planned = protest.plan().officersPlanned();
        List<Clash> before = protest.clashes()
                .stream()
                .filter(clash -> seq(all, clash) < protest.openedSeq())
                .toList();
        facts.figures(protest.figures(), "PROTEST");
        facts.put(Fact.PROTEST_LIVE, protest.status() == ProtestStatus.LIVE);
        facts.put(Fact.PROTEST_STARTED, !start.isAfter(now));
        facts.put(Fact.PROTEST_MINUTES_TO_START,
                Math.clamp(Duration.between(now, start).toMinutes(), 0, 1_440));
        facts.put(Fact.PROTEST_MINUTES_SINCE_START, minutes(start, now));
        facts.put(Fact.PROTEST_EXPECTED_KNOWN, expected != null);
        facts.put(Fact.PROTEST_EXPECTED_LOW, expected == null ? 0 : expected.low());
        facts.put(Fact.PROTEST_EXPECTED_HIGH, expected == null ? 0 : expected.high());
        facts.put(Fact.PROTEST_OFFICERS_PLANNED, planned == null ? 0 : planned);
        facts.put(Fact.PROTEST_CLASHES, before.size());
        facts.put(Fact.PROTEST_OPPOSED_CLASHES, before.stream().filter(Clash::opposed).count());
        facts.moments.add(start);
        return facts;
    }

    private static long seq(Map<?, Protest> all, Clash clash) {
        Protest other = all.get(clash.protest());
        if (other == null) {
            throw new AssertionError("a clash with what nobody knows");
        }
        return other.openedSeq();
    }

    /**
     * @param unit null while only emergencies tell of it
     * @param emergency the newest that stands
     * @param calledFrom where that was
     */
    static ReferenceFacts of(String id, @Nullable Unit unit, @Nullable Told emergency,
            List<String> calledFrom, Instant now) {
        List<String> areas = !calledFrom.isEmpty() ? calledFrom
                : unit == null ? List.of() : unit.areas();
        DeploymentState state = unit == null ? DeploymentState.RELEASED : unit.state();
        ReferenceFacts facts = new ReferenceFacts(areas, id, false);
        facts.put(Fact.UNIT_COUNT, unit == null ? 0 : unit.count());
        facts.put(Fact.UNIT_AT_SCENE, state == DeploymentState.AT_SCENE);
        facts.put(Fact.UNIT_EN_ROUTE,
                state == DeploymentState.EN_ROUTE || state == DeploymentState.COMMITTED);
        facts.put(Fact.UNIT_MINUTES_SINCE_REPORT,
                unit == null ? 0 : minutes(unit.effectiveAt(), now));
        facts.put(Fact.UNIT_NIGHTS_IN_A_ROW, unit == null ? 0 : unit.nights().inARow());
        facts.put(Fact.UNIT_EMERGENCY, emergency != null);
        facts.put(Fact.UNIT_EMERGENCY_ENTRY, emergency == null ? 0 : emergency.seq());
        facts.moments.add(unit == null ? "never" : unit.effectiveAt());
        return facts;
    }

    /** @param title of what it is about; null when that is sensitive */
    static ReferenceFacts of(Allegation alleged, @Nullable String title, Instant now) {
        ReferenceFacts facts = new ReferenceFacts(alleged.areas(), title, title == null);
        facts.put(Fact.ALLEGATION_MINUTES_SINCE_RECEIPT, minutes(alleged.receivedAt(), now));
        return facts;
    }

    private void figures(Figures figures, String scope) {
        Crowd crowd = figures.crowd();
        crowd(crowd == null ? null : crowd.present(), fact(scope, "CROWD_KNOWN"),
                fact(scope, "CROWD_LOW"), fact(scope, "CROWD_BEST"), fact(scope, "CROWD_HIGH"));
        put(fact(scope, "CROWD_PEAK"), crowd == null ? 0 : crowd.peak());
        put(fact(scope, "OFFICERS_AT_SCENE"), figures.officers().atScene());
        put(fact(scope, "OFFICERS_EN_ROUTE"), figures.officers().enRoute());
        put(fact(scope, "OFFICERS_REQUESTED"), figures.officers().requested());
        put(fact(scope, "ARRESTS"), figures.arrests().total());
        put(fact(scope, "INJURED_PUBLIC"), figures.injured().people());
        put(fact(scope, "INJURED_OFFICERS"), figures.injured().officers());
        put(fact(scope, "REPORTS"), figures.reports());
    }

    private void crowd(Crowd.@Nullable Range crowd, Fact known, Fact low, Fact best, Fact high) {
        put(known, crowd != null);
        put(low, crowd == null ? 0 : crowd.low());
        put(best, crowd == null ? 0 : crowd.best());
        put(high, crowd == null ? 0 : crowd.high());
    }

    private static Fact fact(String scope, String name) {
        return Fact.valueOf(scope + "_" + name);
    }

    void put(Fact fact, long number) {
        numbers.put(fact, number);
    }

    void put(Fact fact, boolean flag) {
        put(fact, flag ? 1 : 0);
    }

    private static long minutes(Instant since, Instant now) {
        return Math.max(0, Duration.between(since, now).toMinutes());
    }
}
