package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.muster.core.Story.Cell;
import org.muster.core.Story.Column;
import org.muster.model.Alert;
import org.muster.model.AlertState;
import org.muster.model.AlertSubject;

/** Each shipped rule, from {@code config/rules.yaml} as it is, in everything that can happen to it. */
final class ShippedRulesTest {
    private static final Duration LATE = Duration.ofMinutes(16);

    static List<Story> stories() {
        return ShippedStories.all();
    }

    @Test
    void every_shipped_rule_has_its_row_and_every_row_its_cells() {
        assertThat(stories()).extracting(Story::rule)
                .containsExactlyInAnyOrderElementsOf(Stage.rules());
        assertThat(stories())
                .allSatisfy(story -> assertThat(story.cells()).containsOnlyKeys(Column.values()));
        assertThat(stories().stream().flatMap(story -> story.cells().values().stream())).allSatisfy(
                cell -> assertThat(cell instanceof Cell.Not(String why) ? why : "-").isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("stories")
    void it_is_raised_once_with_its_words(Story story) {
        Stage stage = raised(story);
        Alert alert = stage.alert();
        assertThat(alert.state()).isEqualTo(AlertState.UNACKNOWLEDGED);
        assertThat(alert.severity()).isEqualTo(stage.form().severity());
        assertThat(alert.message()).isEqualTo(story.message());
        assertThat(alert.late()).isFalse();
        assertThat(alert.drill()).isFalse();
        assertThat(alert.areas()).containsExactly(World.THURCROFT);
        assertThat(stage.record()).containsExactly("alert-raised");
    }

    static Stream<Story> held() {
        return with(Column.HOLD);
    }

    @ParameterizedTest
    @MethodSource("held")
    void it_is_not_raised_before_its_time(Story story) {
        Stage stage = stage(story);
        steps(story, Column.HOLD).accept(stage);
        assertThat(stage.alerts()).isEmpty();
        stage.world.later(Duration.ofSeconds(6));
        assertThat(stage.alerts()).hasSize(1);
    }

    static Stream<Story> banded() {
        return with(Column.HYSTERESIS);
    }

    @ParameterizedTest
    @MethodSource("banded")
    void it_stands_until_things_are_well_again(Story story) {
        Stage stage = raised(story);
        steps(story, Column.HYSTERESIS).accept(stage);
        assertThat(stage.alert().state()).isEqualTo(AlertState.UNACKNOWLEDGED);
        assertThat(stage.record()).containsExactly("alert-raised");
    }

    static Stream<Story> cleared() {
        return with(Column.CLEAR);
    }

    @ParameterizedTest
    @MethodSource("cleared")
    void it_is_cleared_by_the_system_and_stays_in_the_queue(Story story) {
        Stage stage = raised(story);
        steps(story, Column.CLEAR).accept(stage);
        assertThat(stage.alert().state()).isEqualTo(AlertState.CLEARED_UNACKNOWLEDGED);
        assertThat(stage.alert().clearedBy()).isEqualTo("system");
        assertThat(stage.record()).containsExactly("alert-raised", "alert-cleared");
    }

    @ParameterizedTest
    @MethodSource("stories")
    void a_restart_in_the_middle_changes_nothing(Story story) {
        Stage stage = raised(story);
        stage.world.restart();
        stage.world.later(Duration.ofSeconds(1));
        assertThat(stage.record()).containsExactly("alert-raised");
        if (story.cells().get(Column.CLEAR) instanceof Cell.Do(var steps)) {
            steps.accept(stage);
            assertThat(stage.alert().state()).isEqualTo(AlertState.CLEARED_UNACKNOWLEDGED);
        }
    }

    @ParameterizedTest
    @MethodSource("held")
    void a_restart_before_its_time_does_not_lose_it(Story story) {
        Stage stage = stage(story);
        steps(story, Column.HOLD).accept(stage);
        stage.world.restart();
        assertThat(stage.alerts()).isEmpty();
        stage.world.later(Duration.ofSeconds(6));
        stage.world.later(Duration.ofSeconds(stage.form().forSeconds()));
        assertThat(stage.alerts()).hasSize(1);
    }

    static Stream<Story> late() {
        return with(Column.LATE);
    }

    @ParameterizedTest
    @MethodSource("late")
    void on_old_evidence_it_is_late_unless_it_is_a_cry_for_help(Story story) {
        Stage stage = new Stage(story.rule(), LATE, false);
        story.raise().accept(stage);
        assertThat(stage.alert().late()).isEqualTo(!stage.form().lateInFull());
        assertThat(stage.alert().message()).isEqualTo(story.message());
    }

    static Stream<Story> corrected() {
        return with(Column.CORRECTION);
    }

    @ParameterizedTest
    @MethodSource("corrected")
    void a_correction_clears_what_was_never_so(Story story) {
        Stage stage = raised(story);
        steps(story, Column.CORRECTION).accept(stage);
        // What nobody knows of any more, as a unit that never said anything else, is cleared at once.
        assertThat(stage.alert().state().isStanding()).isFalse();
        assertThat(stage.alert().clearedBy()).isEqualTo("system");
        assertThat(stage.record()).containsExactly("alert-raised", "alert-cleared");
    }

    @ParameterizedTest
    @MethodSource("stories")
    void a_drill_raises_alerts_that_say_so_and_count_nowhere(Story story) {
        Stage stage = new Stage(story.rule(), Duration.ZERO, true);
        if (story.cells().get(Column.DRILL) instanceof Cell.Do) {
            story.raise().accept(stage);
            assertThat(stage.alert().drill()).isTrue();
            assertThat(stage.alert().message()).isEqualTo(story.message());
            assertThat(stage.world.area("thurcroft").alerts()).isEqualTo(
                    new Stage(story.rule(), Duration.ZERO, true).world.area("thurcroft").alerts());
        } else if (stage.form().scope() == AlertSubject.Type.AREA) {
            story.raise().accept(stage);
            assertThat(stage.alerts()).isEmpty();
        }
    }

    private static Stream<Story> with(Column column) {
        return stories().stream().filter(story -> story.cells().get(column) instanceof Cell.Do);
    }

    private static Consumer<Stage> steps(Story story, Column column) {
        if (story.cells().get(column) instanceof Cell.Do(var steps)) {
            return steps;
        }
        throw new AssertionError(story + " has nothing for " + column);
    }

    private static Stage stage(Story story) {
        return new Stage(story.rule(), Duration.ZERO, false);
    }

    private static Stage raised(Story story) {
        Stage stage = stage(story);
        story.raise().accept(stage);
        return stage;
    }
}
