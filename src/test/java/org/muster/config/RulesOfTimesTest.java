package org.muster.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.muster.model.Rule;
import org.muster.model.Schedule;
import org.muster.model.Severity;

/** What {@code rules.yaml} says of times and areas, of escalation, and of rules that explain others. */
final class RulesOfTimesTest {
    private static final String SCHEDULES = """
            schedules:
              - {id: nights, zone: Europe/London, days: [fri, sat], from: "21:00", to: "05:00"}
              - {id: match-days, zone: Europe/London, dates: [2026-12-26], from: "11:00", to: "19:00"}
            """;
    private static final String RULES = """
            rules:
              - id: major
                title: Major
                severity: critical
                scope: incident
                when: incident.major
                message: Major
              - id: crowded
                title: Crowded
                severity: high
                scope: incident
                when: incident.crowd.high > limit
                values: {limit: 20}
                message: Crowded
            """;

    @TempDir
    private Path folder;
    private final List<ConfigFault> faults = new ArrayList<>();

    @Test
    void everything_is_read() throws IOException {
        RulesFile.Read read = read(SCHEDULES + RULES + """
                    for: 60s
                    clearFor: 2m
                    repeat: 10m
                    during: nights
                    variations:
                      - {area: rotherham, values: {limit: 30}}
                      - {during: nights, values: {limit: 10}}
                      - {area: docks, off: true}
                    escalate: {after: 5m, severity: critical, to: desk-2}
                    inhibitedBy:
                      - {rule: major, reach: linked}
                """);
        assertThat(faults).isEmpty();
        assertThat(read.schedules()).containsExactly(
                new Schedule("match-days", "Europe/London", List.of(), List.of("2026-12-26"),
                        "11:00", "19:00"),
                new Schedule("nights", "Europe/London", List.of("fri", "sat"), List.of(), "21:00",
                        "05:00"));
        Rule rule = read.rules().getFirst();
        assertThat(rule.clearForSeconds()).isEqualTo(120);
        assertThat(rule.repeatSeconds()).isEqualTo(600);
        assertThat(rule.during()).isEqualTo("nights");
        assertThat(rule.variations()).containsExactly(
                new Rule.Variation("rotherham", null, false, Map.of("limit", 30L)),
                new Rule.Variation(null, "nights", false, Map.of("limit", 10L)),
                new Rule.Variation("docks", null, true, Map.of()));
        assertThat(rule.escalation())
                .isEqualTo(new Rule.Escalation(300, Severity.CRITICAL, "desk-2"));
        assertThat(rule.inhibitedBy())
                .containsExactly(new Rule.Inhibition("major", Rule.Reach.LINKED));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "during: night | during (line 18, column 13) | there is no schedule \"night\"; did you mean \"nights\"?",
            "clearFor: 36h | clearFor (line 18, column 15) | must be whole seconds, at most a day, such as 90s or 5m",
            "repeat: soon | repeat (line 18, column 13) | \"soon\" is not a span of time; write 250ms, 10s, 5m, 12h or 30d",
            "variations: [{area: rotheram, values: {limit: 3}}] | variations[0].area (line 18, column 25) | there is no area \"rotheram\"; did you mean \"rotherham\"?",
            "variations: [{area: docks, values: {limt: 3}}] | variations[0].values (line 18, column 40) | the rule has no value \"limt\"; did you mean \"limit\"?",
            "variations: [{values: {limit: 3}}] | variations[0].area (line 18, column 18) | is missing, and during too; write where or when it is otherwise",
            "variations: [{area: docks}] | variations[0].values (line 18, column 18) | are missing; write those that differ, or off: true",
            "variations: [{area: docks, off: true, values: {limit: 3}}] | variations[0].values (line 18, column 18) | have no use where the rule is off",
            "variations: [{area: docks, off: yes}] | variations[0].off (line 18, column 37) | \"yes\" is neither true nor false; write one of these",
            "variations: docks | variations (line 18, column 17) | must be a list of rows, each with some of area, during, off, values",
            "escalate: {severity: critical} | escalate.after (line 18, column 15) | must say after how long without an acknowledgement, such as 5m",
            "escalate: {after: 5m} | escalate.severity (line 18, column 15) | is missing, and to as well; write one of them or both",
            "escalate: {after: 5m, severity: high} | escalate.severity (line 18, column 37) | high is not worse than the rule's high; write a worse one, or to: somebody",
            "inhibitedBy: [{rule: mayor, reach: area}] | inhibitedBy (line 18, column 18) | there is no rule \"mayor\"; did you mean \"major\"?",
            "inhibitedBy: [{rule: major, reach: far}] | inhibitedBy[0].reach (line 18, column 40) | \"far\" is no reach; write one of subject, linked, area",
            "inhibitedBy: [{rule: crowded, reach: area}] | inhibitedBy (line 18, column 18) | rules that suppress one another: crowded; one of them must not"})
    void a_fault_is_told_where_it_is(String line, String where, String detail) throws IOException {
        read(SCHEDULES + RULES + "    " + line + "\n");
        assertThat(faults).extracting(ConfigFault::where, ConfigFault::detail)
                .contains(tuple("rules[1]." + where, detail));
        assertThat(faults).allMatch(fault -> fault.where().startsWith("rules[1]."));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{id: a, zone: Europe/Londn, from: \"21:00\", to: \"05:00\"} | zone (line 2, column 19) | \"Europe/Londn\" is no time zone; did you mean \"Europe/London\"?",
            "{id: a, from: \"21:00\", to: \"05:00\"} | zone (line 2, column 5) | is missing; write a time zone, such as Europe/London",
            "{id: a, zone: UTC, from: \"9pm\", to: \"05:00\"} | from (line 2, column 30) | \"9pm\" is no time; write hours and minutes in quotes, such as \"21:00\"",
            "{id: a, zone: UTC, from: \"21:00\"} | to (line 2, column 5) | is missing; write hours and minutes in quotes, such as \"21:00\"",
            "{id: a, zone: UTC, days: [friday], from: \"21:00\", to: \"05:00\"} | days (line 2, column 31) | \"friday\" is no day; write some of mon, tue, wed, thu, fri, sat, sun",
            "{id: a, zone: UTC, days: [], from: \"21:00\", to: \"05:00\"} | days (line 2, column 30) | is empty; write some or leave the key out",
            "{id: a, zone: UTC, dates: [26.12.2026], from: \"21:00\", to: \"05:00\"} | dates (line 2, column 32) | \"26.12.2026\" is no date; write it as 2026-12-26",
            "{id: a, zone: UTC, at: x, from: \"21:00\", to: \"05:00\"} | at (line 2, column 24) | there is no such key; here belong id, zone, days, dates, from, to"})
    void a_fault_of_a_schedule_is_told_where_it_is(String schedule, String where, String detail)
            throws IOException {
        read("schedules:\n  - " + schedule + "\n" + RULES);
        assertThat(faults).extracting(ConfigFault::where, ConfigFault::detail)
                .containsExactly(tuple("schedules[0]." + where, detail));
    }

    @Test
    void a_critical_rule_cannot_be_suppressed() throws IOException {
        read("""
                rules:
                  - id: one
                    title: One
                    severity: critical
                    scope: incident
                    when: incident.major
                    message: One
                    inhibitedBy: [{rule: one, reach: subject}]
                """);
        assertThat(faults).extracting(ConfigFault::detail)
                .contains("a critical rule is never suppressed; take this away or make it high");
    }

    @Test
    void a_circle_of_several_is_told_once() throws IOException {
        StringBuilder rules = new StringBuilder("rules:\n");
        for (String way : List.of("ant bee", "bee cow", "cow ant", "dog ant")) {
            rules.append("""
                      - id: %s
                        title: Some
                        severity: low
                        scope: incident
                        when: incident.major
                        message: Some
                        inhibitedBy: [{rule: %s, reach: area}]
                    """.formatted((Object[]) way.split(" ")));
        }
        read(rules.toString());
        assertThat(faults).extracting(ConfigFault::detail)
                .containsExactly(
                        "rules that suppress one another: ant, bee, cow; one of them must not");
    }

    private RulesFile.Read read(String text) throws IOException {
        Files.writeString(folder.resolve(Config.RULES_FILE), text);
        return new RulesFile(faults::add).read(folder, List.of("rotherham", "docks"));
    }
}
