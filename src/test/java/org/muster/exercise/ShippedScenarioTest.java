package org.muster.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import org.muster.config.Config;
import org.muster.config.Loaded;
import org.muster.config.Units;
import org.muster.model.Settings;

/** What a watcher of the demo is promised. */
final class ShippedScenarioTest {
    private static final Scenario SCENARIO = shipped();

    @Test
    void it_plays_in_four_to_six_minutes_in_forty_to_sixty_steps() {
        assertThat(atDefaultSpeed(SCENARIO.length())).isBetween(Duration.ofMinutes(4),
                Duration.ofMinutes(6));
        assertThat(SCENARIO.steps()).hasSizeBetween(40, 60);
    }

    @Test
    void it_begins_at_once_and_never_pauses_for_more_than_twelve_seconds() {
        assertThat(SCENARIO.steps().getFirst().at()).isEqualTo(Duration.ZERO);
        var before = Duration.ZERO;
        for (var step : SCENARIO.steps()) {
            assertThat(atDefaultSpeed(step.at().minus(before)))
                    .isLessThanOrEqualTo(Duration.ofSeconds(12));
            before = step.at();
        }
    }

    @Test
    void a_crowd_is_estimated_within_the_first_seconds() {
        var first = SCENARIO.steps().stream().filter(step -> step.says().has("crowd")).findFirst();
        assertThat(atDefaultSpeed(first.orElseThrow().at())).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void everything_but_the_assault_is_closed_and_every_unit_released() {
        var open = new HashSet<String>();
        var out = new HashSet<String>();
        for (var step : SCENARIO.steps()) {
            if (step.says().has("category")) {
                open.add(String.valueOf(step.key()));
            }
            if (step.says().path("status").asText().equals("closed")) {
                open.remove(about(step));
            }
            for (var officers : step.says().path("officers")) {
                out.add(officers.path("unit").asText());
                if (Set.of("released", "requested").contains(officers.path("state").asText())) {
                    out.remove(officers.path("unit").asText());
                }
            }
        }
        assertThat(open).containsExactly("assault");
        assertThat(out).isEmpty();
    }

    @Test
    void all_states_of_a_unit_but_committed_and_several_observers_of_one_crowd_are_shown() {
        var states = new HashSet<String>();
        var observers = new HashSet<String>();
        for (var step : SCENARIO.steps()) {
            step.says().path("officers").forEach(unit -> states.add(unit.path("state").asText()));
            if (about(step).equals("second-night") && step.says().has("crowd")) {
                observers.add(step.by());
            }
        }
        assertThat(states).containsExactlyInAnyOrder("requested", "en-route", "at-scene",
                "released");
        assertThat(observers).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void the_story_has_arrests_links_a_sensitive_incident_a_correction_and_a_report_by_radio() {
        assertThat(all("arrests", "count")).containsExactlyInAnyOrder("4", "1");
        assertThat(all("links", "relation")).containsExactlyInAnyOrder("follows", "connected");
        assertThat(having("sensitive")).extracting(Scenario.Step::key).containsExactly("assault");
        assertThat(having("allQuiet")).hasSize(1);
        assertThat(having("onBehalfOf")).hasSize(1);
        assertThat(having("corrects")).singleElement()
                .satisfies(step -> assertThat(SCENARIO.steps())
                        .filteredOn(
                                said -> step.says().path("corrects").asText().equals(said.key()))
                        .extracting(Scenario.Step::by)
                        .containsExactly(step.by()));
    }

    @Test
    void two_protests_are_planned_close_and_against_each_other_with_sixty_officers() {
        var plans = SCENARIO.steps()
                .stream()
                .filter(step -> step.kind() == Scenario.Kind.PLAN)
                .map(Scenario.Step::says)
                .toList();
        assertThat(plans).hasSize(2);
        assertThat(plans.getLast().path("opposes").path(0).asText()).isEqualTo("demonstration");
        assertThat(plans.stream().mapToInt(plan -> plan.path("officersPlanned").asInt()).sum())
                .isEqualTo(60);
        assertThat(plans).allSatisfy(plan -> assertThat(plan.has("noticeGivenAgo")).isTrue());
        assertThat(metres(plans.getFirst(), plans.getLast())).isBetween(100.0, 300.0);
    }

    @Test
    void the_desk_knows_takes_notes_and_clears_and_leaves_the_clash_and_the_rest_to_who_watches() {
        var works = SCENARIO.steps()
                .stream()
                .filter(step -> step.kind() == Scenario.Kind.ALERT)
                .map(Scenario.Step::says)
                .toList();
        assertThat(works).extracting(work -> work.path("action").asText())
                .containsExactlyInAnyOrder("acknowledge", "assign", "comment", "acknowledge",
                        "assign", "clear");
        assertThat(works).extracting(work -> work.path("rule").asText())
                .containsOnly("crowd-per-officer", "officer-emergency");
    }

    @Test
    void an_officer_calls_for_help_for_six_seconds_and_is_answered() {
        var called = having("emergency");
        assertThat(called).hasSize(1);
        var answered = SCENARIO.steps()
                .stream()
                .filter(step -> step.says().path("unit").asText().equals(called.getFirst().by()))
                .findFirst()
                .orElseThrow();
        assertThat(atDefaultSpeed(answered.at().minus(called.getFirst().at())))
                .isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void the_words_are_calm_and_the_roles_are_those_that_are_configured() {
        var words = new ArrayList<String>();
        for (var step : SCENARIO.steps()) {
            words.add(Words.of(step));
            step.says()
                    .path("officers")
                    .forEach(unit -> assertThat(Units.defaults().roles())
                            .contains(unit.path("role").asText()));
        }
        assertThat(words).noneMatch(text -> text.contains("!"))
                .noneMatch(text -> text.contains("thug") || text.contains("mob "));
    }

    @Test
    void its_categories_are_shipped_and_of_the_right_kind_and_so_are_its_offences() {
        assertThat(Config.load(Path.of("config"), Map.of()))
                .isInstanceOfSatisfying(Loaded.Ready.class, loaded -> {
                    var settings = loaded.config().settings();
                    for (var kind : List.of(Scenario.Kind.REPORT, Scenario.Kind.PLAN)) {
                        var shipped = settings.categories()
                                .stream()
                                .filter(category -> (category
                                        .kind() == Settings.Kind.PROTEST) == (kind == Scenario.Kind.PLAN))
                                .map(Settings.Category::id)
                                .toList();
                        assertThat(having("category")).filteredOn(step -> step.kind() == kind)
                                .extracting(step -> step.says().get("category").asText())
                                .isSubsetOf(shipped)
                                .hasSize(kind == Scenario.Kind.PLAN ? 2 : 3);
                    }
                    assertThat(settings.offences()).extracting(Settings.Offence::id)
                            .containsAll(all("arrests", "offence"));
                });
    }

    /** Key of the incident or protest that a step opens or updates. */
    private static String about(Scenario.Step step) {
        var named = step.says().path("incident").asText(step.says().path("protest").asText());
        return named.isEmpty() ? String.valueOf(step.key()) : named;
    }

    private static List<Scenario.Step> having(String field) {
        return SCENARIO.steps().stream().filter(step -> step.says().has(field)).toList();
    }

    private static List<String> all(String list, String field) {
        return SCENARIO.steps()
                .stream()
                .flatMap(step -> step.says().path(list).valueStream())
                .map(item -> item.path(field).asText())
                .toList();
    }

    /** On a plane, which does for a few hundred metres. */
    private static double metres(JsonNode one, JsonNode other) {
        var north = Math.toRadians(lat(one) - lat(other)) * 6_371_000;
        var east = Math.toRadians(lon(one) - lon(other)) * 6_371_000
                * Math.cos(Math.toRadians(lat(one)));
        return Math.hypot(north, east);
    }

    private static double lat(JsonNode plan) {
        return plan.path("place").path("coordinates").path(1).asDouble();
    }

    private static double lon(JsonNode plan) {
        return plan.path("place").path("coordinates").path(0).asDouble();
    }

    private static Duration atDefaultSpeed(Duration time) {
        return Duration.ofNanos(Math.round(time.toNanos() / SCENARIO.speed()));
    }

    private static Scenario shipped() {
        return switch (ScenarioReader.shipped()) {
            case ScenarioRead.Good(var scenario) -> scenario;
            case ScenarioRead.Faulty(var faults) -> throw new AssertionError(List.copyOf(faults));
        };
    }
}
