package org.muster.it;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Looks again and again, for a bounded time, whether something holds. */
final class Eventually {
    /** Long enough for the slowest machine; only a failure ever takes it. */
    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private Eventually() {}

    /** Comes back as soon as it holds, and fails with the words of {@code found} when it does not. */
    static void until(String what, BooleanSupplier holds, Supplier<String> found) {
        var began = System.nanoTime();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new AssertionError(
                        "after " + PATIENCE.toSeconds() + " s not: " + what + "\n" + found.get());
            }
            pause();
        }
    }

    /** A short rest between two looks. */
    static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
    }
}
