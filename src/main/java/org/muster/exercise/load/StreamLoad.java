package org.muster.exercise.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

import org.muster.client.Pace;

/**
 * Reports into a server that many screens watch. Half of each turn in bursts, each awaited on every screen, which tells
 * how many deliveries it makes; the other half one after the other at a rate, which tells how long they take.
 */
final class StreamLoad implements Load {
    private static final int GOOD = 200;
    private static final int CREATED = 201;
    /** More reports are never under way than this; a power of two. */
    private static final int RING = 1 << 16;
    private static final Duration LOOK_EVERY = Duration.ofMillis(1);
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(30);
    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Server server;
    private final ServerBench.Watching wanted;
    private final List<String> incidents;
    private final Pace pace;
    private final AtomicLongArray sentAt = new AtomicLongArray(RING);
    private final Night night;
    private long number;
    private long delivered;
    /** Of the turn that goes on. */
    private long due;

    StreamLoad(Server server, ServerBench.Watching wanted, List<String> incidents, Pace pace) {
        this.server = server;
        this.wanted = wanted;
        this.incidents = List.copyOf(incidents);
        this.pace = pace;
        this.night = new Night(2, this.incidents);
    }

    /** Reports that were accepted in all turns. */
    long reports() {
        return number;
    }

    /** What all screens that read should have shown by now. */
    long expected() {
        return number * screens().reading();
    }

    /** What they showed. */
    long delivered() {
        return delivered;
    }

    private Screens.Wanted screens() {
        return new Screens.Wanted(wanted.watchers(), wanted.stuck(), wanted.threads());
    }

    @Override
    public Outcome run(Duration time, LongAdder done) throws BenchFailed, InterruptedException {
        due = 0;
        try (var screens = Screens.open(server.address(), server.token(), screens(),
                of -> sentAt.get((int) (of & RING - 1)), pace::nanos);
                var wire = new Wire(server.address(), server.token())) {
            var from = pace.nanos();
            var half = time.dividedBy(2);
            var perSecond = bursts(wire, screens, half, done);
            var _ = screens.takeMicros();
            paced(wire, screens, half, done);
            var micros = screens.takeMicros();
            delivered += screens.delivered();
            return new Outcome(screens.delivered(), 0, perSecond,
                    Duration.ofNanos(pace.nanos() - from), micros);
        } catch (IOException broken) {
            server.child().check();
            throw new BenchFailed("A report got no answer: " + broken.getMessage());
        }
    }

    private double bursts(Wire wire, Screens screens, Duration time, LongAdder done)
            throws IOException, BenchFailed, InterruptedException {
        var deliveries = 0L;
        var nanos = 0L;
        do {
            var lines = new ByteArrayOutputStream();
            var now = pace.now();
            var first = number;
            for (var i = 0; i < wanted.burst(); i++) {
                lines.writeBytes(night.next(now, number++));
                lines.write('\n');
            }
            var from = pace.nanos();
            for (var of = first; of < number; of++) {
                sentAt.set((int) (of & RING - 1), from);
            }
            var answer = wire.post(IngestLoad.PATH, BatchLoad.LINES, lines.toByteArray());
            if (answer.status() != GOOD) {
                throw new BenchFailed(
                        "A batch was answered with " + answer.status() + ": " + answer.text());
            }
            await(screens, wanted.burst());
            deliveries += (long) wanted.burst() * screens().reading();
            done.add((long) wanted.burst() * screens().reading());
            nanos += Math.max(1, screens.lastNanos() - from);
        } while (nanos < time.toNanos());
        return deliveries * NANOS_PER_SECOND / nanos;
    }

    private void paced(Wire wire, Screens screens, Duration time, LongAdder done)
            throws IOException, BenchFailed, InterruptedException {
        var from = pace.nanos();
        var sent = 0;
        for (var at = from; at - from < time.toNanos();) {
            pace.pause(Duration.ofNanos(at - pace.nanos()));
            sentAt.set((int) (number & RING - 1), at);
            var answer = wire.post(IngestLoad.PATH, IngestLoad.JSON,
                    night.next(pace.now(), number++));
            if (answer.status() != CREATED) {
                throw new BenchFailed(
                        "A report was answered with " + answer.status() + ": " + answer.text());
            }
            sent++;
            done.add(screens().reading());
            at = from + (long) (sent * NANOS_PER_SECOND / wanted.rate());
        }
        await(screens, sent);
    }

    /** Waits until so many more reports were shown on every screen that reads. */
    private void await(Screens screens, int reports) throws BenchFailed, InterruptedException {
        due += (long) reports * screens().reading();
        var from = pace.nanos();
        while (screens.delivered() < due) {
            if (pace.nanos() - from > SHOWN_WITHIN.toNanos()) {
                server.child().check();
                throw new BenchFailed("Of " + due + " deliveries " + screens.delivered()
                        + " were made within " + SHOWN_WITHIN.toSeconds() + " s; "
                        + screens.closed() + " screens were closed by the server.");
            }
            pace.pause(LOOK_EVERY);
        }
    }
}
