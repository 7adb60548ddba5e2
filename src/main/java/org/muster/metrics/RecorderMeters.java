package org.muster.metrics;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
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
    private final AtomicLong lookedMillis = new AtomicLong();

    public RecorderMeters(MeterRegistry registry) {
        this.registry = registry;
        commit = Timer.builder("muster.report.commit")
                .description("From the body of a report read until it is on disk")
                .serviceLevelObjectives(Buckets.LATENCY)
                .register(registry);
        entries = Counter.builder("muster.journal.entries")
                .description("Entries committed since the start")
                .baseUnit("entries")
                .register(registry);
        batch = DistributionSummary.builder("muster.journal.batch.entries")
                .description("Entries in one commit")
                .baseUnit("entries")
                .serviceLevelObjectives(Buckets.BATCH)
                .register(registry);
        Gauge.builder("muster.recorder.state", state, AtomicInteger::get)
                .description("1 recording, 0 refusing for lack of space, -1 stopped by a failure")
                .register(registry);
        Gauge.builder("muster.alert.engine.last.look.timestamp", lookedMillis,
                millis -> millis.get() / 1_000.0)
                .description("When the rules were last asked, in seconds since 1970")
                .baseUnit("seconds")
                .register(registry);
    }

    /** Asks these when it is scraped, on the scraper's thread: commands that wait, and bytes on disk. */
    public void watch(IntSupplier queue, LongSupplier journalBytes) {
        Gauge.builder("muster.recorder.queue", queue::getAsInt)
                .description("Commands that wait for the writer")
                .register(registry);
        Gauge.builder("muster.journal.bytes", journalBytes::getAsLong)
                .description("Size of the journal on disk")
                .baseUnit("bytes")
                .register(registry);
    }

    /** One commit of some entries. */
    public void committed(int count) {
        entries.increment(count);
        batch.record(count);
    }

    /** One report on disk, that many nanoseconds after its body was read. */
    public void onDisk(long nanos) {
        commit.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** All rules were asked that had anything to look at. */
    public void looked(Instant at) {
        lookedMillis.set(at.toEpochMilli());
    }

    /** 1 recording, 0 refusing, -1 stopped. */
    public void state(int value) {
        state.set(value);
    }
}
