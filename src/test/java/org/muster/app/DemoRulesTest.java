package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.muster.model.AlertSubject;
import org.muster.model.Rule;
import org.muster.model.Severity;

final class DemoRulesTest {

    @Test
    void holds_and_minutes_go_sixty_times_faster_and_all_else_stays() {
        Rule shipped = rule(600);
        Rule faster = only(60, shipped);
        assertThat(faster.forSeconds()).isEqualTo(10);
        assertThat(faster.values())
                .isEqualTo(Map.of("fromMinute", 0L, "toMinute", 1L, "limit", 20L));
        assertThat(faster).usingRecursiveComparison()
                .ignoringFields("forSeconds", "values")
                .isEqualTo(shipped);
    }

    @Test
    void a_hold_stays_a_second_long_and_none_stays_none() {
        assertThat(only(20_000, rule(60)).forSeconds()).isEqualTo(1);
        assertThat(only(60, rule(0)).forSeconds()).isZero();
        assertThat(only(0.5, rule(60)).forSeconds()).isEqualTo(120);
        assertThat(only(1, rule(60))).isEqualTo(rule(60));
    }

    private static Rule only(double speed, Rule rule) {
        List<Rule> rules = DemoRules.at(speed, List.of(rule));
        assertThat(rules).hasSize(1);
        return rules.getFirst();
    }

    private static Rule rule(int hold) {
        return new Rule("a", "A", Severity.HIGH, AlertSubject.Type.PROTEST, "w", "c", hold, true,
                "a", Map.of("fromMinute", 5L, "toMinute", 60L, "limit", 20L), "m", "v", "t");
    }
}
