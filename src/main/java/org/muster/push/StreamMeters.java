package org.muster.push;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What the stream does. Any thread. */
final class StreamMeters {

    private static final Duration[] BUCKETS = {Duration.ofNanos(500_000), Duration.ofMillis(1),
            Duration.ofMillis(2), Duration.ofMillis(5), Duration.ofMillis(10),
            Duration.ofMillis(25), Duration.ofMillis(50), Duration.ofMillis(100),
            Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(5)};

    private final AtomicInteger clients = new AtomicInteger();
    private final Counter slow;
    private final Timer push;

    StreamMeters(MeterRegistry registry, LongSupplier lagEntries) {
        Gauge.builder("muster.stream.clients", clients, AtomicInteger::get)
                .description("Open streams")
                .register(registry);
        Gauge.builder("muster.stream.lag.entries", lagEntries, LongSupplier::getAsLong)
                .description("Entries that the watcher furthest behind has still to get")
                .register(registry);
        slow = Counter.builder("muster.stream.slow.closed")
                .description("Streams closed because they drained nothing for too long")
                .register(registry);
        push = Timer.builder("muster.report.to.push")
                .description("From the commit of entries until they are written to every stream"
                        + " of an event loop")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    void opened() {
        clients.incrementAndGet();
    }

    void closed() {
        clients.decrementAndGet();
    }

    void slowClosed() {
        slow.increment();
    }

    void pushed(long nanos) {
        push.record(nanos, TimeUnit.NANOSECONDS);
    }
}
