package org.muster.core;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.muster.model.AlertSubject;

/** What a rule can know of its subject, by the name that a rule says. */
public enum Fact {
    AREA_LEAF(AlertSubject.Type.AREA, Kind.FLAG, "area.leaf", "no other area lies in it"),
    AREA_INCIDENTS_OPEN(AlertSubject.Type.AREA, Kind.COUNT, "area.incidents.open",
            "open incidents"),
    AREA_INCIDENTS_OPENED_LAST_24H(AlertSubject.Type.AREA, Kind.COUNT,
            "area.incidents.openedLast24h", "incidents opened in the last 24 hours"),
    AREA_PROTESTS_LIVE(AlertSubject.Type.AREA, Kind.COUNT, "area.protests.live", "live protests"),
    AREA_PROTESTS_UPCOMING(AlertSubject.Type.AREA, Kind.COUNT, "area.protests.upcoming",
            "planned protests that start within 24 hours"),
    AREA_CROWD_KNOWN(AlertSubject.Type.AREA, Kind.FLAG, "area.crowd.known",
            "something there has a crowd"),
    AREA_CROWD_LOW(AlertSubject.Type.AREA, Kind.COUNT, "area.crowd.low", "people, fewest"),
    AREA_CROWD_BEST(AlertSubject.Type.AREA, Kind.COUNT, "area.crowd.best", "people, best figure"),
    AREA_CROWD_HIGH(AlertSubject.Type.AREA, Kind.COUNT, "area.crowd.high", "people, most"),
    AREA_OFFICERS_AT_SCENE(AlertSubject.Type.AREA, Kind.COUNT, "area.officers.atScene",
            "officers at a scene"),
    AREA_OFFICERS_EN_ROUTE(AlertSubject.Type.AREA, Kind.COUNT, "area.officers.enRoute",
            "officers on their way"),
    AREA_OFFICERS_REQUESTED(AlertSubject.Type.AREA, Kind.COUNT, "area.officers.requested",
            "officers asked for"),
    AREA_OFFICERS_PLANNED(AlertSubject.Type.AREA, Kind.COUNT, "area.officers.planned",
            "officers planned for live and upcoming protests"),
    AREA_ARRESTS_LAST_HOUR(AlertSubject.Type.AREA, Kind.COUNT, "area.arrests.lastHour",
            "people arrested in the last hour"),
    AREA_ARRESTS_LAST_24H(AlertSubject.Type.AREA, Kind.COUNT, "area.arrests.last24h",
            "people arrested in the last 24 hours"),
    AREA_ARRESTS_UNDER18(AlertSubject.Type.AREA, Kind.COUNT, "area.arrests.under18",
            "people under 18 arrested so far; each counts in the smallest area alone"),
    AREA_ARRESTS_UNDER18_LAST_HOUR(AlertSubject.Type.AREA, Kind.COUNT,
            "area.arrests.under18LastHour",
            "people under 18 arrested in the last hour; each counts in the smallest area alone"),
    AREA_REPORTS_LAST_HOUR(AlertSubject.Type.AREA, Kind.COUNT, "area.reports.lastHour",
            "reports received in the last hour"),
    AREA_SILENT(AlertSubject.Type.AREA, Kind.FLAG, "area.silent",
            "no report for the configured time"),
    AREA_QUIET(AlertSubject.Type.AREA, Kind.FLAG, "area.quiet",
            "reports say that nothing is wrong"),
    AREA_NAME(AlertSubject.Type.AREA, Kind.WORDS, "area.name", "the area's name"),
    INCIDENT_CROWD_KNOWN(AlertSubject.Type.INCIDENT, Kind.FLAG, "incident.crowd.known",
            "somebody gave an estimate"),
    INCIDENT_CROWD_LOW(AlertSubject.Type.INCIDENT, Kind.COUNT, "incident.crowd.low",
            "people, fewest; 0 when unknown"),
    INCIDENT_CROWD_BEST(AlertSubject.Type.INCIDENT, Kind.COUNT, "incident.crowd.best",
            "people, best figure; 0 when unknown"),
    INCIDENT_CROWD_HIGH(AlertSubject.Type.INCIDENT, Kind.COUNT, "incident.crowd.high",
            "people, most; 0 when unknown"),
    INCIDENT_CROWD_PEAK(AlertSubject.Type.INCIDENT, Kind.COUNT, "incident.crowd.peak",
            "the greatest best figure so far"),
    INCIDENT_CROWD_GROWTH15(AlertSubject.Type.INCIDENT, Kind.COUNT, "incident.crowd.growth15",
            "per cent by which the best figure is above that of 15 minutes ago, below 0 when it shrinks;"
                    + " 0 when either is unknown"),
    INCIDENT_OFFICERS_AT_SCENE(AlertSubject.Type.INCIDENT, Kind.COUNT, "incident.officers.atScene",
            "officers at the scene"),
    INCIDENT_OFFICERS_EN_ROUTE(AlertSubject.Type.INCIDENT, Kind.COUNT, "incident.officers.enRoute",
            "officers on their way"),
    INCIDENT_OFFICERS_REQUESTED(AlertSubject.Type.INCIDENT, Kind.COUNT,
            "incident.officers.requested", "officers asked for"),
    INCIDENT_ARRESTS(AlertSubject.Type.INCIDENT, Kind.COUNT, "incident.arrests", "people arrested"),
    INCIDENT_ARRESTS_UNDER18(AlertSubject.Type.INCIDENT, Kind.COUNT, "incident.arrests.under18",
            "those of them under 18"),
    INCIDENT_INJURED_PUBLIC(AlertSubject.Type.INCIDENT, Kind.COUNT, "incident.injured.public",
            "people of the public injured"),
    INCIDENT_INJURED_OFFICERS(AlertSubject.Type.INCIDENT, Kind.COUNT, "incident.injured.officers",
            "officers injured"),
    INCIDENT_REPORTS(AlertSubject.Type.INCIDENT, Kind.COUNT, "incident.reports", "reports"),
    INCIDENT_MINUTES_SINCE_REPORT(AlertSubject.Type.INCIDENT, Kind.COUNT,
            "incident.minutesSinceReport", "whole minutes since what its newest report tells of"),
    INCIDENT_MAJOR(AlertSubject.Type.INCIDENT, Kind.FLAG, "incident.major",
            "a major incident is declared"),
    INCIDENT_STANDBY(AlertSubject.Type.INCIDENT, Kind.FLAG, "incident.standby",
            "a major incident is on standby"),
    INCIDENT_CONTAINED(AlertSubject.Type.INCIDENT, Kind.FLAG, "incident.contained",
            "its status is contained"),
    INCIDENT_NIGHTS(AlertSubject.Type.INCIDENT, Kind.COUNT, "incident.nights",
            "nights on which there was such an incident at about that place and hour, this one"
                    + " included"),
    INCIDENT_NIGHTS_IN_A_ROW(AlertSubject.Type.INCIDENT, Kind.COUNT, "incident.nightsInARow",
            "those of them that end with this night without one between"),
    INCIDENT_TITLE(AlertSubject.Type.INCIDENT, Kind.WORDS, "incident.title",
            "its title; when it is sensitive, its category and area"),
    INCIDENT_PLACE(AlertSubject.Type.INCIDENT, Kind.WORDS, "incident.place",
            "where it is, in words; its area when nobody said, or when it is sensitive"),
    INCIDENT_AREA(AlertSubject.Type.INCIDENT, Kind.WORDS, "incident.area",
            "the name of its smallest area"),
    PROTEST_LIVE(AlertSubject.Type.PROTEST, Kind.FLAG, "protest.live", "it is live"),
    PROTEST_STARTED(AlertSubject.Type.PROTEST, Kind.FLAG, "protest.started",
            "its planned start is past"),
    PROTEST_MINUTES_TO_START(AlertSubject.Type.PROTEST, Kind.COUNT, "protest.minutesToStart",
            "whole minutes until its planned start, at most 1440; 0 when past"),
    PROTEST_MINUTES_SINCE_START(AlertSubject.Type.PROTEST, Kind.COUNT, "protest.minutesSinceStart",
            "whole minutes since its planned start; 0 before"),
    PROTEST_CROWD_KNOWN(AlertSubject.Type.PROTEST, Kind.FLAG, "protest.crowd.known",
            "somebody gave an estimate"),
    PROTEST_CROWD_LOW(AlertSubject.Type.PROTEST, Kind.COUNT, "protest.crowd.low",
            "people, fewest; 0 when unknown"),
    PROTEST_CROWD_BEST(AlertSubject.Type.PROTEST, Kind.COUNT, "protest.crowd.best",
            "people, best figure; 0 when unknown"),
    PROTEST_CROWD_HIGH(AlertSubject.Type.PROTEST, Kind.COUNT, "protest.crowd.high",
            "people, most; 0 when unknown"),
    PROTEST_CROWD_PEAK(AlertSubject.Type.PROTEST, Kind.COUNT, "protest.crowd.peak",
            "the greatest best figure so far"),
    PROTEST_CROWD_GROWTH15(AlertSubject.Type.PROTEST, Kind.COUNT, "protest.crowd.growth15",
            "per cent by which the best figure is above that of 15 minutes ago, below 0 when it shrinks;"
                    + " 0 when either is unknown"),
    PROTEST_DENSITY_KNOWN(AlertSubject.Type.PROTEST, Kind.FLAG, "protest.density.known",
            "there is a crowd, and its plan says on which ground"),
    PROTEST_CROWD_DENSITY(AlertSubject.Type.PROTEST, Kind.COUNT, "protest.crowd.density",
            "people on 100 square metres of the planned ground, best figure; 0 when unknown"),
    PROTEST_METRES_FROM_PLACE(AlertSubject.Type.PROTEST, Kind.COUNT, "protest.metresFromPlace",
            "metres that the people are at least from the planned place while it is live, by the newest"
                    + " report that says where they are; 0 when unknown"),
    PROTEST_EXPECTED_KNOWN(AlertSubject.Type.PROTEST, Kind.FLAG, "protest.expected.known",
            "its plan says how many are expected"),
    PROTEST_EXPECTED_LOW(AlertSubject.Type.PROTEST, Kind.COUNT, "protest.expected.low",
            "people expected, fewest; 0 when unknown"),
    PROTEST_EXPECTED_HIGH(AlertSubject.Type.PROTEST, Kind.COUNT, "protest.expected.high",
            "people expected, most; 0 when unknown"),
    PROTEST_OFFICERS_AT_SCENE(AlertSubject.Type.PROTEST, Kind.COUNT, "protest.officers.atScene",
            "officers at the scene"),
    PROTEST_OFFICERS_EN_ROUTE(AlertSubject.Type.PROTEST, Kind.COUNT, "protest.officers.enRoute",
            "officers on their way"),
    PROTEST_OFFICERS_REQUESTED(AlertSubject.Type.PROTEST, Kind.COUNT, "protest.officers.requested",
            "officers asked for"),
    PROTEST_OFFICERS_PLANNED(AlertSubject.Type.PROTEST, Kind.COUNT, "protest.officersPlanned",
            "officers its plan says; 0 when it says nothing"),
    PROTEST_UNDERSTRENGTH(AlertSubject.Type.PROTEST, Kind.COUNT, "protest.understrength",
            "officers that its plan says and that are not at the scene while it is live"),
    PROTEST_CLASHES(AlertSubject.Type.PROTEST, Kind.COUNT, "protest.clashes",
            "clashes with protests known before it, so that each clash counts once"),
    PROTEST_OPPOSED_CLASHES(AlertSubject.Type.PROTEST, Kind.COUNT, "protest.opposedClashes",
            "those of them with an opponent"),
    PROTEST_ARRESTS(AlertSubject.Type.PROTEST, Kind.COUNT, "protest.arrests", "people arrested"),
    PROTEST_ARRESTS_UNDER18(AlertSubject.Type.PROTEST, Kind.COUNT, "protest.arrests.under18",
            "those of them under 18"),
    PROTEST_INJURED_PUBLIC(AlertSubject.Type.PROTEST, Kind.COUNT, "protest.injured.public",
            "people of the public injured"),
    PROTEST_INJURED_OFFICERS(AlertSubject.Type.PROTEST, Kind.COUNT, "protest.injured.officers",
            "officers injured"),
    PROTEST_REPORTS(AlertSubject.Type.PROTEST, Kind.COUNT, "protest.reports", "reports"),
    PROTEST_TITLE(AlertSubject.Type.PROTEST, Kind.WORDS, "protest.title",
            "its title; when it is sensitive and unplanned, its category and area"),
    PROTEST_AREA(AlertSubject.Type.PROTEST, Kind.WORDS, "protest.area",
            "the name of its smallest area"),
    PROTEST_CLASHES_WITH(AlertSubject.Type.PROTEST, Kind.WORDS, "protest.clashesWith",
            "the titles of what it clashes with, of those known before it"),
    UNIT_COUNT(AlertSubject.Type.UNIT, Kind.COUNT, "unit.count", "officers"),
    UNIT_AT_SCENE(AlertSubject.Type.UNIT, Kind.FLAG, "unit.atScene", "it is at a scene"),
    UNIT_EN_ROUTE(AlertSubject.Type.UNIT, Kind.FLAG, "unit.enRoute",
            "it is on its way or committed"),
    UNIT_MINUTES_SINCE_REPORT(AlertSubject.Type.UNIT, Kind.COUNT, "unit.minutesSinceReport",
            "whole minutes since what the newest report of its state tells of"),
    UNIT_MINUTES_SINCE_HEARD(AlertSubject.Type.UNIT, Kind.COUNT, "unit.minutesSinceHeard",
            "whole minutes since what the newest report by it or of it tells of"),
    UNIT_CHECK_IN_MINUTES(AlertSubject.Type.UNIT, Kind.COUNT, "unit.checkInMinutes",
            "how long a unit of its role may be silent, in minutes; 0 when that is not limited, or it is"
                    + " released"),
    UNIT_CHECK_IN_PERCENT(AlertSubject.Type.UNIT, Kind.COUNT, "unit.checkInPercent",
            "how much of that time is over, in per cent; 0 when it is not limited"),
    UNIT_EMERGENCY(AlertSubject.Type.UNIT, Kind.FLAG, "unit.emergency",
            "an emergency report of it stands"),
    UNIT_EMERGENCY_ENTRY(AlertSubject.Type.UNIT, Kind.COUNT, "unit.emergencyEntry",
            "the entry of the newest emergency report that stands; 0 without one"),
    UNIT_NIGHTS_IN_A_ROW(AlertSubject.Type.UNIT, Kind.COUNT, "unit.nightsInARow",
            "nights in a row that it was at scenes of incidents, up to the newest of them"),
    UNIT_NAME(AlertSubject.Type.UNIT, Kind.WORDS, "unit.name", "its call sign"),
    UNIT_AREA(AlertSubject.Type.UNIT, Kind.WORDS, "unit.area",
            "the name of the smallest area it was last known in"),
    ENGINE_PULSE(AlertSubject.Type.ENGINE, Kind.FLAG, "engine.pulse",
            "it is the first half of a minute, by the service's clock"),
    ALLEGATION_MINUTES_SINCE_RECEIPT(AlertSubject.Type.ALLEGATION, Kind.COUNT,
            "allegation.minutesSinceReceipt",
            "whole minutes since the report that first alleged the crime was received"),
    ALLEGATION_TITLE(AlertSubject.Type.ALLEGATION, Kind.WORDS, "allegation.title",
            "the title of its incident or protest; when that is sensitive, its category and area"),
    ALLEGATION_AREA(AlertSubject.Type.ALLEGATION, Kind.WORDS, "allegation.area",
            "the name of the smallest area of its incident or protest");

    /** What a fact is. */
    public enum Kind {
        COUNT, FLAG, WORDS
    }

    private final AlertSubject.Type scope;
    private final Kind kind;
    private final String text;
    private final String meaning;

    Fact(AlertSubject.Type scope, Kind kind, String text, String meaning) {
        this.scope = scope;
        this.kind = kind;
        this.text = text;
        this.meaning = meaning;
    }

    /** The facts of a scope, in the order in which they are declared. */
    public static List<Fact> of(AlertSubject.Type scope) {
        return Arrays.stream(values()).filter(fact -> fact.scope == scope).toList();
    }

    /** The fact that a rule of the scope names so. */
    public static Optional<Fact> find(AlertSubject.Type scope, String text) {
        return of(scope).stream().filter(fact -> fact.text.equals(text)).findAny();
    }

    public AlertSubject.Type scope() {
        return scope;
    }

    /** Words stand in messages only; conditions are over counts and flags. */
    public Kind kind() {
        return kind;
    }

    /** The name in a rule, such as {@code area.crowd.high}. */
    public String text() {
        return text;
    }

    /** What it tells, in words for whoever writes rules. */
    public String meaning() {
        return meaning;
    }
}
