package org.muster.exercise.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * Sides under load in turns, A B A B, so that whatever else the machine does meets both. Each is warmed up first, which
 * does not count.
 */
final class Contest {
    private static final Duration TELL_EVERY = Duration.ofMillis(250);
    private static final double NANOS_PER_SECOND = 1e9;

    private final Site site;
    private final long whole;
    private long over;

    Contest(Site site, int sides) {
        this.site = site;
        var timing = site.timing();
        this.whole = timing.warmUp()
                .plus(timing.turn().multipliedBy(timing.rounds()))
                .multipliedBy(sides)
                .toNanos();
    }

    /** Blocks until all rounds are over. */
    List<Turn> run(List<Side> sides) throws BenchFailed, InterruptedException {
        var timing = site.timing();
        for (var side : sides) {
            var _ = turn(side, "warming up " + side.name(), timing.warmUp());
        }
        var turns = new ArrayList<Turn>();
        for (var round = 1; round <= timing.rounds(); round++) {
            for (var side : sides) {
                var what = "round " + round + " of " + timing.rounds() + ", " + side.name();
                turns.add(new Turn(side.name(), round, turn(side, what, timing.turn())));
            }
        }
        return turns;
    }

    private Map<Figure, Double> turn(Side side, String what, Duration time)
            throws BenchFailed, InterruptedException {
        var done = new LongAdder();
        var isOver = new AtomicBoolean();
        var teller = Thread.ofVirtual().start(() -> tell(what, time, done, isOver));
        try {
            return side.turn(time, done);
        } finally {
            over += time.toNanos();
            isOver.set(true);
            teller.interrupt();
        }
    }

    private void tell(String what, Duration time, LongAdder done, AtomicBoolean isOver) {
        var pace = site.pace();
        var from = pace.nanos();
        try {
            while (!isOver.get()) {
                var gone = pace.nanos() - from;
                var sofar = over + Math.min(gone, time.toNanos());
                site.progress()
                        .at(what, sofar / (double) whole,
                                gone == 0 ? 0 : done.sum() * NANOS_PER_SECOND / gone,
                                Duration.ofNanos(whole - sofar));
                pace.pause(TELL_EVERY);
            }
        } catch (InterruptedException done2) {
            // The turn is over.
            return;
        }
    }
}
