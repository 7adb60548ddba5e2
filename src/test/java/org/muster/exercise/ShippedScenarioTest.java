package org.muster.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.muster.config.Config;
import org.muster.config.Loaded;
import org.muster.config.Units;
import org.muster.model.Settings;

/** What a watcher of the demo is promised. */
final class ShippedScenarioTest {
    private static final Scenario SCENARIO = shipped();

    @Test
    void it_plays_in_four_to_six_minutes_in_about_forty_steps() {
        assertThat(atDefaultSpeed(SCENARIO.length())).isBetween(Duration.ofMinutes(4),
                Duration.ofMinutes(6));
        assertThat(SCENARIO.steps()).hasSizeBetween(35, 45);
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
        var first = SCENARIO.steps()
                .stream()
                .filter(step -> step.report().has("crowd"))
                .findFirst();
        assertThat(atDefaultSpeed(first.orElseThrow().at())).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void every_incident_but_the_assault_is_closed_and_every_unit_released() {
        var open = new HashSet<String>();
        var out = new HashSet<String>();
        for (var step : SCENARIO.steps()) {
            var key = step.key() != null ? step.key() : String.valueOf(step.incident());
            open.add(key);
            if (step.report().path("status").asText().equals("closed")) {
                open.remove(key);
            }
            for (var officers : step.report().path("officers")) {
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
            step.report().path("officers").forEach(unit -> states.add(unit.path("state").asText()));
            if ("second-night".equals(step.incident()) && step.report().has("crowd")) {
                observers.add(step.by());
            }
        }
        assertThat(states).containsExactlyInAnyOrder("requested", "en-route", "at-scene",
                "released");
        assertThat(observers).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void the_words_are_calm_and_the_roles_are_those_that_are_configured() {
        var words = new ArrayList<String>();
        for (var step : SCENARIO.steps()) {
            words.add(Words.of(step.report()));
            step.report()
                    .path("officers")
                    .forEach(unit -> assertThat(Units.defaults().roles())
                            .contains(unit.path("role").asText()));
        }
        assertThat(words).noneMatch(text -> text.contains("!"))
                .noneMatch(text -> text.contains("thug") || text.contains("mob "));
    }

    @Test
    void its_categories_are_shipped_and_open_incidents() {
        assertThat(Config.load(Path.of("config"), Map.of()))
                .isInstanceOfSatisfying(Loaded.Ready.class, loaded -> {
                    var shipped = loaded.config()
                            .settings()
                            .categories()
                            .stream()
                            .filter(category -> category.kind() == Settings.Kind.INCIDENT)
                            .map(Settings.Category::id)
                            .toList();
                    assertThat(SCENARIO.steps()).filteredOn(step -> step.report().has("category"))
                            .extracting(step -> step.report().get("category").asText())
                            .isSubsetOf(shipped)
                            .hasSize(5);
                });
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
