package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;

class DueTimesTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    private final DueTimes<UUID> dues = new DueTimes<>();

    @Test
    void what_is_due_is_taken_once_and_in_order() {
        dues.set(TWO, 10);
        dues.set(ONE, 20);
        assertThat(dues.take(9)).isEmpty();
        assertThat(dues.take(20)).containsExactly(TWO, ONE);
        assertThat(dues.take(99)).isEmpty();
    }

    @Test
    void the_last_word_on_a_time_holds() {
        dues.set(ONE, 10);
        dues.set(ONE, 30);
        dues.set(TWO, 10);
        dues.set(TWO, Long.MAX_VALUE);
        assertThat(dues.take(29)).isEmpty();
        assertThat(dues.take(30)).containsExactly(ONE);
    }
}
