package org.muster.exercise.load;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** A process under load, with what it used for it. One thread. */
final class ServerSide implements Side {
    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final double NANOS_PER_MICRO = 1000;
    private static final double MICROS_PER_MILLI = 1000;
    private static final double MIB = 1024 * 1024;
    private static final Duration PROBE = Duration.ofMillis(500);
    private static final String COMMITS = "muster_journal_batch_entries_count";
    private static final String ENTRIES = "muster_journal_batch_entries_sum";

    private final String name;
    private final Server server;
    private final Load load;
    private final @Nullable Disk disk;
    private long accepted;

    /** @param disk what it keeps its record on; none when it keeps nothing */
    ServerSide(String name, Server server, Load load, @Nullable Disk disk) {
        this.name = name;
        this.server = server;
        this.load = load;
        this.disk = disk;
    }

    @Override
    public String name() {
        return name;
    }

    /** How many it has accepted in all turns, warming up too. */
    long accepted() {
        return accepted;
    }

    @Override
    public Map<Figure, Double> turn(Duration time, LongAdder done)
            throws BenchFailed, InterruptedException {
        var figures = new EnumMap<Figure, Double>(Figure.class);
        var flushes = disk == null ? null : flushes(disk);
        var commits = commits();
        var entries = entries();
        var before = Vitals.of(server.child().process().toHandle());
        var outcome = load.run(time, done);
        var after = Vitals.of(server.child().process().toHandle());
        server.child().check();
        accepted += outcome.done();
        if (outcome.done() == 0) {
            throw new BenchFailed(
                    name + " took nothing in " + time.toMillis() + " ms. Try more --seconds.");
        }
        var seconds = outcome.took().toNanos() / NANOS_PER_SECOND;
        figures.put(Figure.PER_SECOND, outcome.perSecond());
        figures.put(Figure.REFUSED, (double) outcome.refused());
        latency(outcome.latency(), MICROS_PER_MILLI, figures);
        var cpu = after.cpu().minus(before.cpu()).toNanos();
        figures.put(Figure.CPU, cpu / NANOS_PER_MICRO / outcome.done());
        figures.put(Figure.CORES, cpu / NANOS_PER_SECOND / seconds);
        if (after.written().isPresent() && before.written().isPresent()) {
            figures.put(Figure.WRITTEN, (after.written().getAsLong() - before.written().getAsLong())
                    / (double) outcome.done());
        }
        after.resident().ifPresent(bytes -> figures.put(Figure.RESIDENT, bytes / MIB));
        if (flushes != null) {
            var committed = commits() - commits;
            figures.put(Figure.COMMITS, committed / seconds);
            figures.put(Figure.EACH_COMMIT, (entries() - entries) / Math.max(1, committed));
            figures.put(Figure.FLUSHES, flushes.perSecond());
            figures.put(Figure.OF_DISK, committed / seconds / flushes.perSecond());
        }
        Heap.afterCollection(server.child().pid())
                .ifPresent(mebibytes -> figures.put(Figure.HEAP, mebibytes));
        return figures;
    }

    private double commits() throws BenchFailed {
        return disk == null ? 0 : server.metric(COMMITS);
    }

    private double entries() throws BenchFailed {
        return disk == null ? 0 : server.metric(ENTRIES);
    }

    private static Disk.Flushes flushes(Disk disk) throws BenchFailed {
        try {
            return disk.measure(PROBE);
        } catch (IOException failed) {
            throw new BenchFailed("The disk of " + disk.folder() + " takes no writes: "
                    + failed.getMessage() + ". --data-root names another folder.");
        }
    }

    /** @param perMilli how many units of the histogram make a millisecond */
    static void latency(Histogram times, double perMilli, Map<Figure, Double> figures) {
        figures.put(Figure.P50, times.getValueAtPercentile(50) / perMilli);
        figures.put(Figure.P90, times.getValueAtPercentile(90) / perMilli);
        figures.put(Figure.P99, times.getValueAtPercentile(99) / perMilli);
        figures.put(Figure.P999, times.getValueAtPercentile(99.9) / perMilli);
        figures.put(Figure.MAX, times.getMaxValue() / perMilli);
    }
}
