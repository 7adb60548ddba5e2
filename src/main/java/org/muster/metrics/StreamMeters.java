package org.muster.metrics;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What the stream does. Any thread. */
public final class StreamMeters {

    private final AtomicInteger clients = new AtomicInteger();
    private final AtomicLong lagEntries = new AtomicLong();
    private final Counter slow;
    private final Timer push;

    public StreamMeters(MeterRegistry registry) {
        Gauge.builder("muster.stream.clients", clients, AtomicInteger::get)
                .description("Open streams")
                .register(registry);
        Gauge.builder("muster.stream.lag.entries", lagEntries, AtomicLong::get)
                .description("Entries that the watcher furthest behind has still to get")
                .baseUnit("entries")
                .register(registry);
        slow = Counter.builder("muster.stream.slow.closed")
                .description("Streams closed because they drained nothing for too long")
                .register(registry);
        push = Timer.builder("muster.report.to.push")
                .description("From the body of a report read until it is written to the streams of"
                        + " an event loop")
                .serviceLevelObjectives(Buckets.LATENCY)
                .register(registry);
    }

    /** One more stream. */
    public void opened() {
        clients.incrementAndGet();
    }

    /** One stream less. */
    public void closed() {
        clients.decrementAndGet();
    }

    /** How far the last of all is behind. */
    public void lag(long entries) {
        lagEntries.set(entries);
    }

    /** A stream was closed because it drained nothing. */
    public void slowClosed() {
        slow.increment();
    }

    /** A report was written to whoever watches on one event loop, that many nanoseconds after its body was read. */
    public void pushed(long nanos) {
        push.record(nanos, TimeUnit.NANOSECONDS);
    }
}
