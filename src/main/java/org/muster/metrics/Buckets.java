package org.muster.metrics;

import java.time.Duration;

/**
 * Upper bounds of histograms. A quantile is read between two of them, so they stand close where most of what is measured
 * lies: a quick disk flushes in less than a millisecond, a burst waits for some tens, trouble takes seconds.
 */
final class Buckets {

    static final Duration[] LATENCY = {Duration.ofNanos(200_000), Duration.ofNanos(500_000),
            Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(5), Duration.ofMillis(10),
            Duration.ofMillis(20), Duration.ofMillis(50), Duration.ofMillis(100),
            Duration.ofMillis(200), Duration.ofMillis(500), Duration.ofSeconds(1),
            Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10)};
    static final double[] BATCH = {1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000};

    private Buckets() {}
}
