package org.muster.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.muster.config.Limits;
import org.muster.model.Role;

/** Rates by role, by token and by address. */
final class RateLimiterTest {
    private final FakeTime time = new FakeTime();
    private final RateLimiter limiter = new RateLimiter(Limits.defaults().rates(), time);

    @ParameterizedTest
    @CsvSource({"FIELD, , 100, 20", "CONTROLLER, , 100, 50", "VIEWER, , 100, 50", "FIELD, 2, 10, 2",
            "CONTROLLER, 500, 1000, 500"})
    void a_burst_goes_through_and_then_so_many_a_second(Role role, @Nullable Integer rate,
            int burst, int perSecond) {
        Credential credential = credential("1", role, rate);
        assertThat(allowed(credential)).isEqualTo(burst);
        time.pass(Duration.ofSeconds(1));
        assertThat(allowed(credential)).isEqualTo(perSecond);
        time.pass(Duration.ofDays(1));
        assertThat(allowed(credential)).isEqualTo(burst);
    }

    @Test
    void the_wait_that_is_told_is_just_enough() {
        Credential credential = credential("1", Role.FIELD, null);
        allowed(credential);
        Duration wait = limiter.take(credential);
        assertThat(wait).isEqualTo(Duration.ofMillis(50));
        time.pass(wait.minusNanos(1));
        assertThat(limiter.take(credential)).isEqualTo(Duration.ofNanos(1));
        time.pass(Duration.ofNanos(1));
        assertThat(limiter.take(credential)).isZero();
        assertThat(limiter.take(credential)).isPositive();
    }

    @Test
    void one_credential_does_not_spend_what_is_anothers() {
        allowed(credential("1", Role.FIELD, null));
        assertThat(limiter.take(credential("2", Role.FIELD, null))).isZero();
    }

    @Test
    void a_clock_that_is_set_back_locks_nobody_out() {
        Credential credential = credential("1", Role.FIELD, null);
        allowed(credential);
        time.pass(Duration.ofDays(-1));
        assertThat(limiter.take(credential)).isLessThanOrEqualTo(Duration.ofMillis(50));
        time.pass(Duration.ofSeconds(1));
        assertThat(allowed(credential)).isEqualTo(20);
    }

    @Test
    void addresses_without_a_credential_have_little_and_share_when_there_are_too_many() {
        for (int i = 0; i < 10; i++) {
            assertThat(limiter.takeFrom("127.0.0.1")).isZero();
        }
        assertThat(limiter.takeFrom("127.0.0.1")).isEqualTo(Duration.ofMillis(200));
        for (int i = 1; i < RateLimiter.ADDRESSES_MAX; i++) {
            assertThat(limiter.takeFrom("address-" + i)).isZero();
        }
        for (int i = 0; i < 10; i++) {
            assertThat(limiter.takeFrom("one-more-" + i)).isZero();
        }
        assertThat(limiter.takeFrom("one-too-many")).isPositive();
        time.pass(Duration.ofHours(1));
        assertThat(limiter.takeFrom("one-too-many")).isZero();
    }

    private int allowed(Credential credential) {
        int allowed = 0;
        while (limiter.take(credential).isZero()) {
            allowed++;
        }
        return allowed;
    }

    private static Credential credential(String id, Role role, @Nullable Integer rate) {
        return new Credential(id, "name", role, List.of(), rate, Instant.EPOCH, null, null);
    }
}
