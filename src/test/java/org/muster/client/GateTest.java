package org.muster.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a bucket as the service has one, on a clock that jumps. */
final class GateTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final int BURST = 100;
    /** A request there and back. */
    private static final Duration TRIP = Duration.ofNanos(1_500_000);

    private final FakePace pace = new FakePace(NOON);
    private final Gate gate = new Gate(pace);

    @Test
    void messages_leave_freely_until_one_was_too_much() throws Exception {
        for (var i = 0; i < 1_000; i++) {
            gate.pass();
            gate.taken();
        }
        assertThat(pace.gone()).isZero();
    }

    @Test
    void after_one_that_was_too_much_all_wait_as_long_as_was_asked() throws Exception {
        gate.refused(Duration.ofSeconds(3));
        gate.refused(Duration.ofSeconds(2));
        gate.pass();
        assertThat(pace.gone()).isEqualTo(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 50, 200})
    void the_rate_of_a_service_is_kept_nearly_and_hardly_ever_overstepped(int perSecond)
            throws Exception {
        var messages = perSecond * 60;
        var sent = 0;
        var tooMany = 0;
        while (sent < messages) {
            gate.pass();
            pace.pause(TRIP);
            var left = BURST + perSecond * pace.gone().toNanos() / 1e9 - sent;
            if (left >= 1) {
                sent++;
                gate.taken();
            } else {
                tooMany++;
                gate.refused(Duration.ofSeconds(1));
            }
        }
        assertThat(pace.gone()).isLessThan(Duration.ofSeconds(66));
        assertThat(tooMany).isLessThan(messages / 50 + 5);
    }

    @Test
    void a_service_that_takes_more_later_is_found_out() throws Exception {
        for (var i = 0; i < 10; i++) {
            gate.pass();
            gate.taken();
        }
        gate.refused(Duration.ofSeconds(1));
        gate.pass();
        var began = pace.gone();
        for (var i = 0; i < 5_000; i++) {
            gate.pass();
            gate.taken();
        }
        assertThat(pace.gone().minus(began)).isLessThan(Duration.ofSeconds(200));
    }
}
