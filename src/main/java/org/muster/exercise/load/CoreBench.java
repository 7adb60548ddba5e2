package org.muster.exercise.load;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import com.sun.management.ThreadMXBean;
import org.HdrHistogram.Histogram;

import org.muster.client.Pace;
import org.muster.config.Config;

/**
 * The pure core in this process, on one thread: what it takes to decide a report, to take it in and to look what follows,
 * against reading the same bytes as a tree and counting; and what that costs with fewer areas and with fewer rules. Reports
 * are made ready outside of what is measured.
 */
public final class CoreBench implements Bench {
    private static final int CHUNK = 1000;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Config config;

    /** With the areas, words and rules of this configuration. */
    public CoreBench(Config config) {
        this.config = config;
    }

    @Override
    public Findings run(Site site) throws BenchFailed, InterruptedException {
        var machine = Machine.here();
        var sides = new CoreSides(config);
        var works = sides.all();
        var turns = new Contest(site, works.size()).run(
                works.stream().<Side>map(work -> new InProcess(work, sides, site.pace())).toList());
        var timing = site.timing();
        var settings = new LinkedHashMap<String, String>();
        settings.put("rounds",
                timing.rounds() + " of " + timing.turn().toMillis() / 1000.0
                        + " s each side, in turns, after " + timing.warmUp().toMillis() / 1000.0
                        + " s of warming up");
        var names = works.stream().map(CoreSides.Work::name).toList();
        var figures = new Findings("core", "reports", machine, settings, names, turns, List.of(),
                List.of());
        var remarks = new ArrayList<>(sides.growth(figures));
        remarks.add("One thread, no network, no disk. " + CoreSides.INCIDENTS
                + " incidents are open at the beginning; each place lies in three areas.");
        remarks.add(
                "Strict reading is what the doors do before: tokens to a checked report, its areas,"
                        + " its content hash.");
        return new Findings("core", "reports", machine, settings, names, turns, List.of(), remarks);
    }

    private record InProcess(CoreSides.Work work, CoreSides sides, Pace pace) implements Side {

        @Override
        public String name() {
            return work.name();
        }

        @Override
        public Map<Figure, Double> turn(Duration time, LongAdder done) throws InterruptedException {
            var threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
            var times = new Histogram(3);
            var nanos = 0L;
            var allocated = 0L;
            var busy = 0L;
            var askedBefore = work.asked().getAsLong();
            var from = pace.nanos();
            do {
                var ready = sides.prepare(CHUNK, work);
                var bytesBefore = threads.getCurrentThreadAllocatedBytes();
                var busyBefore = threads.getCurrentThreadCpuTime();
                var began = pace.nanos();
                var last = began;
                for (var report : ready) {
                    work.each().accept(report);
                    var now = pace.nanos();
                    times.recordValue(now - last);
                    last = now;
                }
                nanos += last - began;
                busy += threads.getCurrentThreadCpuTime() - busyBefore;
                allocated += threads.getCurrentThreadAllocatedBytes() - bytesBefore;
                done.add(CHUNK);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            } while (pace.nanos() - from < time.toNanos());
            var figures = new EnumMap<Figure, Double>(Figure.class);
            figures.put(Figure.PER_SECOND,
                    done.sum() * (double) TimeUnit.SECONDS.toNanos(1) / nanos);
            figures.put(Figure.CPU, busy / NANOS_PER_MICRO / done.sum());
            figures.put(Figure.ALLOCATED, allocated / (double) done.sum());
            var asked = work.asked().getAsLong() - askedBefore;
            if (asked > 0) {
                figures.put(Figure.ASKED, asked / (double) done.sum());
            }
            ServerSide.latency(times, NANOS_PER_MILLI, figures);
            return figures;
        }
    }
}
