package org.muster.client;

import java.time.Duration;
import java.time.Instant;

/** Time as a client lives it; handed in, so that a test can play an afternoon at once. */
public interface Pace {

    /** The time of day. */
    Instant now();

    /** Monotonic nanoseconds. */
    long nanos();

    /** Comes back when this much time went by; at once when it is zero or less. */
    void pause(Duration time) throws InterruptedException;
}
