package org.muster.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.muster.model.Fault;

final class ScenarioReaderTest {

    @Test
    void every_fault_of_a_file_is_told_at_once() {
        assertThat(faults("""
                title: ""
                speed: 0
                sped: 60
                senders: {RT21: field, boss: admin}
                steps:
                  - at: soon
                    by: RT99
                    report: {}
                  - at: 5m
                    by: RT21
                    key: road
                    wait: 3
                    report: {category: disturbance, id: x, crowds: 3, officers: [{unit: RT22}]}
                  - at: 4m
                    by: RT21
                    key: road
                    report: {incident: lane, text: a}
                """)).extracting(Fault::pointer)
                .containsExactlyInAnyOrder("/sped", "/title", "/about", "/speed", "/senders/boss",
                        "/steps/0/at", "/steps/0/by", "/steps/0/report", "/steps/1/wait",
                        "/steps/1/report/id", "/steps/1/report/crowds",
                        "/steps/1/report/officers/0/unit", "/steps/2/report/incident",
                        "/steps/2/key", "/steps/2/at");
    }

    @Test
    void a_fault_says_what_would_be_right() {
        assertThat(faults("""
                title: t
                about: a
                speed: 1
                senders: {RT21: field}
                steps: [{at: 5, by: RT21, report: {text: a}}]
                """)).containsExactly(new Fault("/steps/0/at",
                "is no span of time from the start; write it as 90s, 12m or 1h 5m"));
    }

    @Test
    void a_key_stands_for_what_its_step_opens_and_only_controllers_plan() {
        assertThat(faults("""
                title: t
                about: a
                speed: 1
                senders: {RT21: field, desk: controller}
                steps:
                  - {at: 0s, by: desk, key: road, report: {category: disturbance, title: a}}
                  - {at: 0s, by: desk, key: march, plan: {title: a, startsIn: 1h, opposes: [road]}}
                  - {at: 0s, by: RT21, key: said, report: {protest: road, onBehalfOf: RT22}}
                  - {at: 0s, by: RT21, plan: {title: a, startsIn: soon, startsAt: now}}
                  - {at: 0s, by: desk, report: {corrects: march, links: [{incident: said}]}}
                  - {at: 0s, by: desk, report: {corrects: said, protest: march, text: a}}
                  - {at: 0s, by: desk, report: {text: a}, plan: {title: a}}
                """)).extracting(Fault::pointer)
                .containsExactlyInAnyOrder("/steps/1/plan/opposes/0", "/steps/2/report/protest",
                        "/steps/2/report/onBehalfOf", "/steps/3/plan", "/steps/3/plan/startsIn",
                        "/steps/3/plan/startsAt", "/steps/4/report/corrects",
                        "/steps/4/report/links/0/incident", "/steps/6/report");
    }

    @Test
    void work_on_an_alert_names_a_rule_one_subject_and_an_action_with_its_own_fields() {
        assertThat(faults("""
                title: t
                about: a
                speed: 1
                senders: {RT21: field, desk: controller}
                steps:
                  - {at: 0s, by: desk, key: said, report: {text: a}}
                  - {at: 0s, by: RT21, alert: {rule: r, unit: RT21, action: acknowledge}}
                  - {at: 0s, by: desk, alert: {rule: r, unit: RT21, about: said, action: acknowledge}}
                  - {at: 0s, by: desk, alert: {unit: RT21, action: clear, text: a}}
                  - {at: 0s, by: desk, alert: {rule: r, about: said, action: snooze}}
                """)).extracting(Fault::pointer)
                .containsExactlyInAnyOrder("/steps/1/alert", "/steps/2/alert/about",
                        "/steps/3/alert/rule", "/steps/3/alert/text", "/steps/4/alert/about",
                        "/steps/4/alert/action");
    }

    @Test
    void what_is_not_yaml_is_named_with_its_line() {
        assertThat(faults("title: t\nabout: [")).singleElement()
                .extracting(Fault::detail)
                .asString()
                .contains("line 2", "YAML");
        assertThat(faults("title: t\ntitle: u")).singleElement()
                .extracting(Fault::detail)
                .asString()
                .contains("line 2", "uplicate");
        assertThat(faults("- a")).hasSize(1);
        assertThat(faults("")).hasSize(1);
    }

    @Test
    void spans_of_time_are_hours_minutes_and_seconds() {
        var read = ScenarioReader.read("""
                title: t
                about: a
                speed: 0.5
                senders: {desk: controller}
                steps:
                  - {at: 90s, by: desk, report: {text: a}}
                  - {at: 1h 5m, by: desk, report: {text: a}}
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(read).isInstanceOfSatisfying(ScenarioRead.Good.class,
                good -> assertThat(good.scenario().steps()).extracting(Scenario.Step::at)
                        .containsExactly(Duration.ofSeconds(90), Duration.ofMinutes(65)));
    }

    private static List<Fault> faults(String yaml) {
        return switch (ScenarioReader.read(yaml.getBytes(StandardCharsets.UTF_8))) {
            case ScenarioRead.Good(var scenario) ->
                    throw new AssertionError("no fault in " + scenario);
            case ScenarioRead.Faulty(var faults) -> faults;
        };
    }
}
