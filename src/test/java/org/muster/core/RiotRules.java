package org.muster.core;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.muster.model.AlertSubject;
import org.muster.model.Alerting;
import org.muster.model.Rule;
import org.muster.model.Schedule;
import org.muster.model.Settings;
import org.muster.model.Severity;

/** Rules of every kind, for wild days. Their value is a sum over all facts, so that a wrong one is found. */
record RiotRules(RuleDouble rules) {

    /** A quarter of each day. */
    static final List<Schedule> SCHEDULES = List
            .of(new Schedule("nights", "Europe/London", List.of(), List.of(), "22:00", "04:00"));

    private static final long PRIME = 1_000_003;

    /** The same with these. */
    static Settings with(Settings settings, List<Rule> rules, List<Schedule> schedules) {
        Alerting its = settings.alerting();
        return new Settings(settings.areaMap(), settings.areas(), settings.categories(),
                settings.offences(), settings.unitRoles(), settings.windows(), settings.clashing(),
                rules, new Alerting(schedules, its.shelving(), its.nights(), its.checkInMinutes(),
                        its.reliefMinutes()));
    }

    List<RuleDouble.Meaning> all() {
        return explained(List.of(arrests(), silent(), crowded(), major(), forgotten(), hurt(),
                odd(), clash(), missing(), packed(), danger(), quiet(), nightly(), tired(),
                unrecorded(), full()));
    }

    /** Of each reach some that suppress others. */
    private static List<RuleDouble.Meaning> explained(List<RuleDouble.Meaning> rules) {
        Map<String, List<Rule.Inhibition>> by = Map.of("crowded",
                List.of(new Rule.Inhibition("major", Rule.Reach.LINKED)), "hurt",
                List.of(new Rule.Inhibition("major", Rule.Reach.AREA),
                        new Rule.Inhibition("crowded", Rule.Reach.SUBJECT)),
                "forgotten", List.of(new Rule.Inhibition("hurt", Rule.Reach.LINKED)), "arrests",
                List.of(new Rule.Inhibition("crowded", Rule.Reach.AREA)), "quiet",
                List.of(new Rule.Inhibition("danger", Rule.Reach.SUBJECT),
                        new Rule.Inhibition("packed", Rule.Reach.AREA)));
        rules.forEach(rule -> rule.inhibitedBy = by.getOrDefault(rule.id, List.of()));
        return rules;
    }

    private RuleDouble.Meaning arrests() {
        RuleDouble.Meaning rule = of("arrests", AlertSubject.Type.AREA, Fact.AREA_NAME);
        rule.when = facts -> facts.number(Fact.AREA_ARRESTS_LAST_HOUR) >= 12;
        rule.clearWhen = facts -> facts.number(Fact.AREA_ARRESTS_LAST_HOUR) <= 5;
        rule.clearForSeconds = 240;
        rule.reads.add(Fact.AREA_ARRESTS_LAST_HOUR);
        return rule;
    }

    private RuleDouble.Meaning silent() {
        RuleDouble.Meaning rule = of("silent", AlertSubject.Type.AREA, null);
        rule.when = facts -> facts.number(Fact.AREA_SILENT) == 1
                && facts.number(Fact.AREA_OFFICERS_AT_SCENE) > 0
                && facts.number(Fact.AREA_LEAF) == 1;
        rule.forSeconds = 300;
        rule.reads
                .addAll(EnumSet.of(Fact.AREA_SILENT, Fact.AREA_OFFICERS_AT_SCENE, Fact.AREA_LEAF));
        return rule;
    }

    private RuleDouble.Meaning crowded() {
        RuleDouble.Meaning rule = of("crowded", AlertSubject.Type.INCIDENT, Fact.INCIDENT_TITLE);
        rule.when = facts -> beyond(facts, 10) > 0;
        rule.clearWhen = facts -> beyond(facts, 6) <= 0;
        rule.forSeconds = 120;
        rule.reads.addAll(EnumSet.of(Fact.INCIDENT_CROWD_HIGH, Fact.INCIDENT_OFFICERS_AT_SCENE));
        return rule;
    }

    private static long beyond(Facts facts, int people) {
        return facts.number(Fact.INCIDENT_CROWD_HIGH)
                - people * facts.number(Fact.INCIDENT_OFFICERS_AT_SCENE);
    }

    private RuleDouble.Meaning major() {
        RuleDouble.Meaning rule = of("major", AlertSubject.Type.INCIDENT, Fact.INCIDENT_TITLE);
        rule.when = facts -> facts.number(Fact.INCIDENT_MAJOR) == 1;
        rule.severity = Severity.CRITICAL;
        rule.lateInFull = true;
        rule.reads.add(Fact.INCIDENT_MAJOR);
        return rule;
    }

    private RuleDouble.Meaning forgotten() {
        RuleDouble.Meaning rule = of("forgotten", AlertSubject.Type.INCIDENT, null);
        rule.when = facts -> facts.number(Fact.INCIDENT_MINUTES_SINCE_REPORT) >= 30;
        rule.severity = Severity.LOW;
        rule.reads.add(Fact.INCIDENT_MINUTES_SINCE_REPORT);
        return rule;
    }

    private RuleDouble.Meaning hurt() {
        RuleDouble.Meaning rule = of("hurt", AlertSubject.Type.INCIDENT, null);
        rule.when = facts -> facts.number(Fact.INCIDENT_INJURED_OFFICERS) > 0;
        rule.again = facts -> facts.number(Fact.INCIDENT_INJURED_OFFICERS);
        rule.repeatSeconds = 600;
        rule.during = "nights";
        rule.escalation = new Rule.Escalation(600, null, "desk-3");
        rule.reads.add(Fact.INCIDENT_INJURED_OFFICERS);
        return rule;
    }

    private RuleDouble.Meaning odd() {
        RuleDouble.Meaning rule = of("odd", AlertSubject.Type.INCIDENT, null);
        rule.when = facts -> {
            long arrests = facts.number(Fact.INCIDENT_ARRESTS);
            if (arrests % 7 == 3) {
                throw new Conditions.Unanswered("an odd number");
            }
            return arrests > 10;
        };
        rule.reads.add(Fact.INCIDENT_ARRESTS);
        return rule;
    }

    private RuleDouble.Meaning clash() {
        RuleDouble.Meaning rule = of("clash", AlertSubject.Type.PROTEST, Fact.PROTEST_TITLE);
        rule.when = facts -> facts.number(Fact.PROTEST_CLASHES) > 0;
        rule.again = facts -> facts.number(Fact.PROTEST_OPPOSED_CLASHES);
        rule.reads.addAll(EnumSet.of(Fact.PROTEST_CLASHES, Fact.PROTEST_OPPOSED_CLASHES));
        return rule;
    }

    private RuleDouble.Meaning missing() {
        RuleDouble.Meaning rule = of("missing", AlertSubject.Type.PROTEST, null);
        rule.when = facts -> facts.number(Fact.PROTEST_OFFICERS_PLANNED) > facts
                .number(Fact.PROTEST_OFFICERS_AT_SCENE)
                && facts.number(Fact.PROTEST_MINUTES_TO_START) <= 30;
        rule.forSeconds = 600;
        rule.reads.addAll(EnumSet.of(Fact.PROTEST_OFFICERS_PLANNED, Fact.PROTEST_OFFICERS_AT_SCENE,
                Fact.PROTEST_MINUTES_TO_START));
        return rule;
    }

    private RuleDouble.Meaning packed() {
        RuleDouble.Meaning rule = of("packed", AlertSubject.Type.PROTEST, Fact.PROTEST_TITLE);
        rule.when = facts -> facts.number(Fact.PROTEST_LIVE) == 1
                && facts.number(Fact.PROTEST_CROWD_HIGH) > 150;
        rule.clearWhen = facts -> facts.number(Fact.PROTEST_CROWD_HIGH) < 100;
        rule.reads.addAll(EnumSet.of(Fact.PROTEST_LIVE, Fact.PROTEST_CROWD_HIGH));
        return rule;
    }

    private RuleDouble.Meaning danger() {
        RuleDouble.Meaning rule = of("danger", AlertSubject.Type.UNIT, Fact.UNIT_NAME);
        rule.when = facts -> facts.number(Fact.UNIT_EMERGENCY) == 1;
        rule.again = facts -> facts.number(Fact.UNIT_EMERGENCY_ENTRY);
        rule.severity = Severity.CRITICAL;
        rule.reads.addAll(EnumSet.of(Fact.UNIT_EMERGENCY, Fact.UNIT_EMERGENCY_ENTRY));
        return rule;
    }

    private RuleDouble.Meaning quiet() {
        RuleDouble.Meaning rule = of("quiet", AlertSubject.Type.UNIT, null);
        rule.when = facts -> facts.number(Fact.UNIT_AT_SCENE) == 1
                && facts.number(Fact.UNIT_MINUTES_SINCE_REPORT) >= 20;
        rule.reads.addAll(EnumSet.of(Fact.UNIT_AT_SCENE, Fact.UNIT_MINUTES_SINCE_REPORT));
        return rule;
    }

    private RuleDouble.Meaning nightly() {
        RuleDouble.Meaning rule = of("nightly", AlertSubject.Type.INCIDENT, Fact.INCIDENT_TITLE);
        rule.when = facts -> facts.number(Fact.INCIDENT_NIGHTS) > 1;
        rule.again = facts -> facts.number(Fact.INCIDENT_NIGHTS_IN_A_ROW);
        rule.reads.addAll(EnumSet.of(Fact.INCIDENT_NIGHTS, Fact.INCIDENT_NIGHTS_IN_A_ROW));
        return rule;
    }

    private RuleDouble.Meaning tired() {
        RuleDouble.Meaning rule = of("tired", AlertSubject.Type.UNIT, null);
        rule.when = facts -> facts.number(Fact.UNIT_NIGHTS_IN_A_ROW) > 1;
        rule.reads.add(Fact.UNIT_NIGHTS_IN_A_ROW);
        return rule;
    }

    private RuleDouble.Meaning unrecorded() {
        RuleDouble.Meaning rule = of("unrecorded", AlertSubject.Type.ALLEGATION,
                Fact.ALLEGATION_TITLE);
        rule.when = facts -> facts.number(Fact.ALLEGATION_MINUTES_SINCE_RECEIPT) >= 90;
        rule.reads.add(Fact.ALLEGATION_MINUTES_SINCE_RECEIPT);
        return rule;
    }

    /** Goes by areas and times, ends late, does not repeat itself, and escalates. */
    private RuleDouble.Meaning full() {
        RuleDouble.Meaning rule = of("full", AlertSubject.Type.INCIDENT, Fact.INCIDENT_TITLE);
        rule.limited = facts -> facts.number(Fact.INCIDENT_CROWD_HIGH);
        rule.values = Map.of("limit", 100L);
        rule.variations = List.of(
                new Rule.Variation("rotherham", null, false, Map.of("limit", 60L)),
                new Rule.Variation(null, "nights", false, Map.of("limit", 30L)),
                new Rule.Variation("sheffield", "nights", true, Map.of()));
        rule.clearForSeconds = 180;
        rule.repeatSeconds = 900;
        rule.escalation = new Rule.Escalation(240, Severity.CRITICAL, "desk-2");
        rule.reads.add(Fact.INCIDENT_CROWD_HIGH);
        return rule;
    }

    private RuleDouble.Meaning of(String id, AlertSubject.Type scope, @Nullable Fact words) {
        RuleDouble.Meaning rule = rules.means(id, scope);
        rule.words = words;
        rule.value = facts -> {
            long sum = 0;
            for (Fact fact : Fact.of(scope)) {
                if (fact.kind() != Fact.Kind.WORDS) {
                    sum = sum * PRIME + facts.number(fact);
                }
            }
            return sum;
        };
        return rule;
    }
}
