package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows that roll, against lists that are counted. */
class RollingCountTest {
    private static final long WINDOW = 1_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void what_is_received_counts_for_as_long_as_the_window_is(long seed) {
        Random random = new Random(seed);
        List<Long> all = new ArrayList<>();
        RollingCount rolling = new RollingCount(WINDOW);
        long now = 1_000_000;
        for (int i = 0; i < 20_000; i++) {
            now += random.nextInt(50) == 0 ? random.nextInt(1_500) : random.nextInt(3);
            int many = random.nextInt(500) == 0 ? 1_100_000 : random.nextInt(3);
            rolling.add(now, many);
            all.add((now << 24) | many);
            if (i % 100 == 0) {
                rolling.moveTo(now);
                assertThat(rolling.count()).isEqualTo(counted(all, now));
                rolling = RollingCount.restore(rolling.state(), WINDOW);
                assertThat(rolling.count()).isEqualTo(counted(all, now));
            }
        }
        assertThat(rolling.moveTo(now + WINDOW)).isTrue();
        assertThat(rolling.count()).isZero();
        assertThat(rolling.moveTo(now + 2 * WINDOW)).isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void openings_come_and_go_in_any_order(long seed) {
        Random random = new Random(seed);
        List<Long> all = new ArrayList<>();
        OpenedTimes opened = new OpenedTimes(WINDOW);
        long now = 1_000_000;
        for (int i = 0; i < 20_000; i++) {
            now += random.nextInt(20);
            long at = now - random.nextInt((int) WINDOW);
            if (random.nextInt(4) == 0 && !all.isEmpty()) {
                opened.remove(all.remove(random.nextInt(all.size())));
            } else {
                opened.add(at);
                all.add(at);
            }
            opened.moveTo(now);
            long pastAt = now - WINDOW;
            all.removeIf(one -> one <= pastAt);
            assertThat(opened.count()).isEqualTo(all.size());
        }
    }

    private static long counted(List<Long> all, long now) {
        return all.stream()
                .filter(one -> one >> 24 > now - WINDOW)
                .mapToLong(one -> one & 0xFF_FFFF)
                .sum();
    }
}
