package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.Alert;
import org.muster.model.AlertState;
import org.muster.model.Command;
import org.muster.model.CredentialChange;
import org.muster.model.Entry;
import org.muster.model.Role;

/** The shipped rule by which the engine shows that it works. */
final class SelfTestTest {
    private static final Duration HALF = Duration.ofSeconds(30);

    /** The world begins at a full minute. */
    private final Stage stage = new Stage("self-test", Duration.ZERO, false);

    @Test
    void it_is_raised_and_cleared_each_minute_and_stays_one_alert() {
        stage.world.later(Duration.ofSeconds(1));
        IntStream.range(0, 600).forEach(_ -> stage.world.later(Duration.ofSeconds(1)));
        assertThat(stage.record().stream().filter("alert-cleared"::equals)).hasSize(10);
        assertThat(stage.record().getFirst()).isEqualTo("alert-raised");
        assertThat(stage.record().stream().filter("alert-updated"::equals)).hasSize(10);
        assertThat(stage.record()).hasSize(21);
        assertThat(stage.alert().raisedCount()).isEqualTo(11);
        assertThat(stage.alert().history()).hasSizeLessThanOrEqualTo(Alert.HISTORY_MAX);
    }

    @Test
    void it_turns_at_the_half_minute_by_the_clock_to_the_millisecond() {
        stage.world.later(HALF.minusMillis(1));
        assertThat(stage.alert().state()).isEqualTo(AlertState.UNACKNOWLEDGED);
        stage.world.later(Duration.ofMillis(1));
        assertThat(stage.alert().state()).isEqualTo(AlertState.CLEARED_UNACKNOWLEDGED);
        stage.world.later(HALF.minusMillis(1));
        assertThat(stage.alert().raisedCount()).isOne();
        stage.world.later(Duration.ofMillis(1));
        assertThat(stage.alert().raisedCount()).isEqualTo(2);
    }

    @Test
    void it_is_everybodys_and_counts_nowhere() {
        stage.world
                .record(new Command.NoteAccess(new CredentialChange(CredentialChange.Kind.CREATED,
                        "id", "desk-1", Role.CONTROLLER, List.of(), null), "op"));
        stage.world.later(Duration.ofMinutes(2));
        assertThat(stage.alert().subject().ofEngine()).isTrue();
        assertThat(stage.alert().areas()).containsExactly("everywhere");
        assertThat(stage.world.entries.stream().filter(Entry::ofEngine))
                .hasSize(stage.record().size());
        stage.world.areas.values()
                .forEach(area -> assertThat(area.alerts().low()).as(area.id()).isZero());
        assertThat(stage.world.desks.get("desk-1")).extracting(org.muster.model.Desk::called)
                .isEqualTo(0);
    }

    @ParameterizedTest(name = "{0} s after it began")
    @ValueSource(longs = {10, 40, 70})
    void when_its_rule_is_gone_that_is_said_everywhere_in_either_half_of_the_minute(long seconds) {
        stage.world.later(Duration.ofSeconds(seconds));
        stage.world.settings(World.settings(30, 60));
        Entry last = stage.world.entries.getLast();
        assertThat(last.areas()).containsExactly("everywhere");
        assertThat(last.body()).isEqualTo(new Entry.AlertCleared(stage.alert().id(),
                AlertState.CLEARED, RuleWatch.RULE_REMOVED));
    }

    @Test
    void a_restart_within_its_half_minute_changes_nothing() {
        stage.world.later(Duration.ofSeconds(10));
        List<String> before = stage.record();
        stage.world.restart();
        stage.world.restart(stage.world.replayed());
        assertThat(stage.record()).isEqualTo(before);
        stage.world.later(HALF);
        assertThat(stage.record()).endsWith("alert-cleared");
    }
}
