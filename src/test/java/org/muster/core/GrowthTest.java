package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.muster.model.CrowdEstimate;
import org.muster.model.CrowdMethod;

/** How a crowd grew in a quarter of an hour, with a window of half an hour, and when time alone makes that another. */
final class GrowthTest {

    private static final long SPAN = minutes(15);
    private static final long NEVER = FactRow.NEVER;

    private final CrowdHistory crowd = new CrowdHistory(new CrowdHistory.Bench(), minutes(30));
    private long seq;

    @ParameterizedTest(name = "after {0} minutes {1} per cent")
    @CsvSource({"10, 0", "14, 0", "15, 50", "24, 50", "25, 0", "40, 0", "56, 0"})
    void it_is_counted_from_what_was_known_then(int minute, long percent) {
        sees(0, "RT21", 100);
        sees(10, "RT21", 150);
        assertThat(crowd.growth(SPAN, minutes(minute)).percent()).isEqualTo(percent);
    }

    @Test
    void it_turns_when_an_estimate_is_a_quarter_of_an_hour_old_and_when_it_is_too_old_for_that() {
        sees(0, "RT21", 100);
        sees(10, "RT21", 150);
        assertThat(crowd.growth(SPAN, minutes(10)).turnsAt()).isEqualTo(minutes(15));
        assertThat(crowd.growth(SPAN, minutes(15)).turnsAt()).isEqualTo(minutes(25));
        assertThat(crowd.growth(SPAN, minutes(25)).turnsAt()).isEqualTo(minutes(55) + 1);
        assertThat(crowd.growth(SPAN, minutes(55) + 1))
                .isEqualTo(new CrowdHistory.Growth(0, NEVER));
    }

    @Test
    void what_was_known_long_before_is_no_beginning() {
        sees(0, "RT21", 100);
        sees(46, "RT21", 300);
        assertThat(crowd.growth(SPAN, minutes(46)).percent()).isZero();
        sees(45, "RT22", 300);
        assertThat(crowd.growth(SPAN, minutes(45)).percent()).isEqualTo(200);
    }

    @Test
    void nobody_counts_as_one_and_a_crowd_may_shrink() {
        sees(0, "RT21", 0);
        sees(16, "RT21", 30);
        assertThat(crowd.growth(SPAN, minutes(16)).percent()).isEqualTo(3_000);
        sees(32, "RT21", 10);
        assertThat(crowd.growth(SPAN, minutes(32)).percent()).isEqualTo(-66);
    }

    @Test
    void a_late_or_a_struck_estimate_makes_it_another() {
        sees(0, "RT21", 100);
        sees(20, "RT21", 200);
        assertThat(crowd.growth(SPAN, minutes(20)).percent()).isEqualTo(100);
        long before = crowd.form();
        Moment late = sees(4, "RT22", 140);
        assertThat(crowd.growth(SPAN, minutes(20)).percent()).as("170 against 120").isEqualTo(41);
        assertThat(crowd.form()).isNotEqualTo(before);
        crowd.remove(late);
        assertThat(crowd.growth(SPAN, minutes(20)).percent()).isEqualTo(100);
        assertThat(crowd.form()).isEqualTo(before);
    }

    private Moment sees(int minute, String observer, int people) {
        Moment when = new Moment(minutes(minute), ++seq);
        crowd.add(when, observer,
                new CrowdEstimate(people, null, people, CrowdMethod.ESTIMATE, null), true);
        return when;
    }

    private static long minutes(int minutes) {
        return Duration.ofMinutes(minutes).toMillis();
    }
}
