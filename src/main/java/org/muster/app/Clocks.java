package org.muster.app;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The only place where time comes in.
 *
 * @param day the time of day
 * @param nanos monotonic nanoseconds
 */
public record Clocks(InstantSource day, LongSupplier nanos) {
    /** This machine's. */
    public static Clocks system() {
        return new Clocks(InstantSource.system(), System::nanoTime);
    }
}
