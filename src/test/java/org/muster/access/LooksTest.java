package org.muster.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

/** Looks are shared. Work is run by hand here; the gap is so long that no second look comes. */
final class LooksTest {
    private final AtomicInteger count = new AtomicInteger();
    private final ConcurrentLinkedQueue<Runnable> work = new ConcurrentLinkedQueue<>();
    private final Looks looks = new Looks(count::incrementAndGet, work::add, Duration.ofHours(1));

    @Test
    void a_flood_of_unknown_tokens_costs_one_look_until_the_gap_is_over() {
        var waiting = new ArrayList<CompletableFuture<Void>>();
        for (int i = 0; i < 1_000; i++) {
            waiting.add(looks.next());
        }
        run();
        assertThat(waiting).allMatch(CompletableFuture::isDone);
        assertThat(count).hasValue(1);
        CompletableFuture<Void> second = looks.next();
        for (int i = 0; i < 1_000; i++) {
            assertThat(looks.next()).isSameAs(second);
        }
        run();
        assertThat(second).isNotDone();
        assertThat(count).hasValue(1);
    }

    @Test
    void more_than_ten_thousand_waiting_are_told_at_once_that_nothing_is_known() {
        CompletableFuture<Void> first = looks.next();
        for (int i = 1; i < 10_000; i++) {
            assertThat(looks.next()).isSameAs(first);
        }
        assertThat(looks.next()).isDone();
        assertThat(first).isNotDone();
    }

    @Test
    void after_a_look_the_next_one_comes_and_a_failure_is_passed_on() {
        var broken = new Looks(() -> {
            throw new IllegalStateException("broken");
        }, Runnable::run, Duration.ZERO);
        for (int i = 0; i < 3; i++) {
            CompletableFuture<Void> look = broken.next();
            assertThat(look.handle((nothing, failure) -> failure)
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join())
                    .isInstanceOfAny(IllegalStateException.class, CompletionException.class);
        }
    }

    private void run() {
        for (Runnable next = work.poll(); next != null; next = work.poll()) {
            next.run();
        }
    }
}
