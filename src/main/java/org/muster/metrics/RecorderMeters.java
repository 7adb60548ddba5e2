package org.muster.metrics;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What the one writer does. The recorder's thread writes, any thread scrapes. */
public final class RecorderMeters {

    private final MeterRegistry registry;
    private final Timer commit;
    private final Counter entries;
    private final DistributionSummary batch;
    private final AtomicInteger state = new AtomicInteger(1);

    public RecorderMeters(MeterRegistry registry) {
        this.registry = registry;
        commit = Timer.builder("muster.report.commit")
                .description("From a command handed to the writer until it is on disk")
                .serviceLevelObjectives(Buckets.LATENCY)
                .register(registry);
        entries = Counter.builder("muster.journal.entries")
                .description("Entries committed")
                .register(registry);
        batch = DistributionSummary.builder("muster.journal.batch.entries")
                .description("Entries in one commit")
                .serviceLevelObjectives(Buckets.BATCH)
                .register(registry);
        Gauge.builder("muster.recorder.state", state, AtomicInteger::get)
                .description("1 recording, 0 refusing for lack of space, -1 stopped by a failure")
                .register(registry);
    }

    /** Asks these when it is scraped, on the scraper's thread: commands that wait, and bytes on disk. */
    public void watch(IntSupplier queue, LongSupplier journalBytes) {
        Gauge.builder("muster.recorder.queue", queue::getAsInt)
                .description("Commands that wait for the writer")
                .register(registry);
        Gauge.builder("muster.journal.bytes", journalBytes::getAsLong)
                .description("Size of the journal on disk, in bytes")
                .register(registry);
    }

    /** One commit of some entries. */
    public void committed(int count) {
        entries.increment(count);
        batch.record(count);
    }

    /** One command on disk, that many nanoseconds after it was handed in. */
    public void onDisk(long nanos) {
        commit.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** 1 recording, 0 refusing, -1 stopped. */
    public void state(int value) {
        state.set(value);
    }

    /** Buckets that tell a quick disk from a slow one and a lone report from a burst. */
    static final class Buckets {

        static final Duration[] LATENCY = {Duration.ofNanos(500_000), Duration.ofMillis(1),
                Duration.ofMillis(2), Duration.ofMillis(5), Duration.ofMillis(10),
                Duration.ofMillis(25), Duration.ofMillis(50), Duration.ofMillis(100),
                Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(5)};
        static final double[] BATCH = {1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 4096};

        private Buckets() {}
    }
}
