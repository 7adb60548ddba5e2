package org.muster.config;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.AlertSubject;
import org.muster.model.Rule;
import org.muster.model.Severity;

/** Reading {@code rules.yaml}. */
final class RulesFileTest {
    private static final String GOOD = """
            rules:
              - id: crowded
                title: Crowded
                severity: high
                scope: incident
                when: incident.crowd.high > limit
                values: {limit: 20}
                message: "{incident.crowd.high} people"
            """;

    @TempDir
    private Path folder;
    private final List<ConfigFault> faults = new ArrayList<>();

    @Test
    void a_rule_is_read_with_what_is_left_out() throws IOException {
        assertThat(read(GOOD)).containsExactly(new Rule("crowded", "Crowded", Severity.HIGH,
                AlertSubject.Type.INCIDENT, "incident.crowd.high > limit", null, 0, false, null,
                Map.of("limit", 20L), "{incident.crowd.high} people", null, null));
        assertThat(faults).isEmpty();
    }

    @Test
    void every_key_is_read_and_rules_stand_in_the_order_of_their_ids() throws IOException {
        List<Rule> rules = read(GOOD + """
              - id: arrested
                title: Arrested
                severity: low
                scope: area
                when: >-
                  area.leaf
                  && area.arrests.lastHour > 3
                clearWhen: area.arrests.lastHour < 2
                for: 5m
                late: full
                again: area.arrests.lastHour
                message: 'Arrests in {area.name}'
                value: area.arrests.lastHour
                threshold: "3"
            """);
        assertThat(faults).isEmpty();
        assertThat(rules).extracting(Rule::id).containsExactly("arrested", "crowded");
        assertThat(rules.getFirst()).isEqualTo(new Rule("arrested", "Arrested", Severity.LOW,
                AlertSubject.Type.AREA, "area.leaf && area.arrests.lastHour > 3",
                "area.arrests.lastHour < 2", 300, true, "area.arrests.lastHour", Map.of(),
                "Arrests in {area.name}", "area.arrests.lastHour", "3"));
    }

    @Test
    void there_may_be_no_rules() throws IOException {
        assertThat(read("rules: []\n")).isEmpty();
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "severity: high|severity: urgent|severity (line 4, column 15)|write one of critical, high, medium, low",
            "severity: high|severty: high|severty (line 4, column 5)|did you mean \"severity\"?",
            "scope: incident|scope: street|scope (line 5, column 12)|write one of area, incident, protest, unit",
            "id: crowded|id: Crowded|id (line 2, column 9)|is not a slug",
            "title: Crowded|title: []|title (line 3, column 12)|takes a single text",
            "title: Crowded|title:|title (line 3, column 11)|has no value",
            "when: incident.crowd.high > limit|when: incident.crowd.high > limti|when (line 6, column 33)|did you mean",
            "when: incident.crowd.high > limit|when: incident.crowd.hihg > limit|when (line 6, column 11)|did you mean",
            "when: incident|when:    incident.major && limit|when (line 6, column 32)|there is no fact limit.crowd.high",
            "{limit: 20}|{limit: many}|values.limit (line 7, column 21)|is not a whole number",
            "{limit: 20}|{limit: 20, area: 3}|values.area (line 7, column 25)|cannot be the name of a value",
            "{limit: 20}|20|values (line 7, column 13)|must be names with whole numbers",
            "\"{incident.crowd.high} people\"|\"{incident.crowd.hihg} people\"|message (line 8, column 16)|did you mean",
            "\"{incident.crowd.high} people\"|'It''s {incident.titel}'|message (line 8, column 22)|did you mean",
            "message:|late: loud~    message:|late (line 8, column 11)|write one of silent, full",
            "message:|for: 90~    message:|for (line 8, column 10)|is not a span of time",
            "message:|for: 2d~    message:|for (line 8, column 10)|at most a day",
            "message:|for: 10ms~    message:|for (line 8, column 10)|whole seconds",
            "message:|value: incident.crowd.high >~    message:|value (line 8, column 33)|something is missing here"})
    void a_fault_is_told_at_the_very_word(String right, String wrong, String where, String detail)
            throws IOException {
        read(GOOD.replace(right, wrong.replace("~", "\n")));
        assertThat(faults).extracting(ConfigFault::file).containsOnly(Config.RULES_FILE);
        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.where()).isEqualTo("rules[0]." + where);
            assertThat(fault.detail()).contains(detail);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ">", ">-", "|", "|-"})
    void a_word_in_a_folded_text_is_found(String style) throws IOException {
        read(GOOD.replace("when: incident.crowd.high > limit", """
                when: %s
                      incident.crowd.high > limit
                      && incident.major  && incident.mayor""".formatted(style)));
        assertThat(faults).extracting(ConfigFault::where)
                .containsExactly("rules[0].when (line 8, column 29)");
    }

    @Test
    void everything_that_is_missing_is_told_at_once() throws IOException {
        read("rules:\n  - {}\n  - id: a\n    message: x\n  - id: a\n  - 5\n");
        assertThat(faults).extracting(ConfigFault::where)
                .contains("rules[0].id (line 2, column 5)", "rules[0].when (line 2, column 5)",
                        "rules[1].when (line 3, column 5)", "rules[2].id (line 5, column 9)",
                        "rules[2].message (line 5, column 5)", "rules[3] (line 6, column 5)");
        assertThat(faults).hasSize(6 + 4 + 6 + 1);
    }

    @Test
    void there_are_at_most_two_hundred_rules_and_twenty_values() throws IOException {
        var many = new StringBuilder("rules:\n");
        for (int i = 0; i < RulesFile.RULES_MAX; i++) {
            many.append("  - {id: r")
                    .append(i)
                    .append(", title: a, severity: low, scope: unit, when: unit.emergency, message: a}\n");
        }
        assertThat(read(many.toString())).hasSize(RulesFile.RULES_MAX);
        assertThat(faults).isEmpty();
        read(many
                + "  - {id: more, title: a, severity: low, scope: unit, when: 'true', message: a}\n");
        assertThat(faults).extracting(ConfigFault::text)
                .containsExactly(
                        "rules.yaml: rules (line 2, column 3): there are 201 rules; the most is 200");
        faults.clear();
        var values = new ArrayList<String>();
        for (int i = 0; i < 21; i++) {
            values.add("v" + i + ": 1");
        }
        read(GOOD.replace("limit: 20", "limit: 20, " + String.join(", ", values)));
        assertThat(faults).extracting(ConfigFault::detail)
                .containsExactly("there are 22 values; the most is 20");
    }

    private List<Rule> read(String yaml) throws IOException {
        Files.writeString(folder.resolve(Config.RULES_FILE), yaml);
        return new RulesFile(faults::add).read(folder, List.of("rotherham", "docks")).rules();
    }
}
