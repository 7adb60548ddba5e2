package org.muster.exercise.load;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;

import org.HdrHistogram.Histogram;

/**
 * Many watchers of a stream on few threads. They count each report that reaches them, by the mark in its text, and how
 * long it took from when it was sent.
 */
final class Screens implements AutoCloseable {
    static final String PROTOCOL = "muster.v1";

    private final List<ScreenLoop> loops = new ArrayList<>();

    /**
     * How many there are to be.
     *
     * @param stuck of them read nothing once they are there
     * @param threads that serve them
     */
    record Wanted(int watchers, int stuck, int threads) {

        /** Those that are expected to show something. */
        int reading() {
            return watchers - stuck;
        }
    }

    /**
     * Connects all, one after the other, and waits until each has heard something. Blocks.
     *
     * @param sentAt when the report of a number was sent, in nanoseconds; loader threads
     */
    static Screens open(URI service, String token, Wanted wanted, LongUnaryOperator sentAt,
            LongSupplier nanos) throws BenchFailed, InterruptedException {
        var screens = new Screens();
        var opened = 0;
        try {
            for (var i = 0; i < wanted.threads(); i++) {
                screens.loops.add(new ScreenLoop(sentAt, nanos));
            }
            for (; opened < wanted.watchers(); opened++) {
                screens.loops.get(opened % wanted.threads())
                        .add(ScreenHandshake.open(service, token), opened >= wanted.reading());
            }
        } catch (IOException failed) {
            screens.close();
            throw new BenchFailed("Watcher " + (opened + 1) + " of " + wanted.watchers()
                    + " could not connect: " + failed.getMessage()
                    + ". Fewer --watchers may do; 'ulimit -n' tells how many sockets a process may"
                    + " have.");
        }
        try {
            screens.loops.forEach(ScreenLoop::start);
            for (var loop : screens.loops) {
                loop.awaitReady();
            }
        } catch (BenchFailed | InterruptedException failed) {
            screens.close();
            throw failed;
        }
        return screens;
    }

    /** Reports that arrived so far, each counted on each screen. */
    long delivered() {
        return loops.stream().mapToLong(ScreenLoop::delivered).sum();
    }

    /** When the last of them arrived, in nanoseconds. */
    long lastNanos() {
        return loops.stream().mapToLong(ScreenLoop::lastNanos).max().orElse(0);
    }

    /** Screens that the server closed. */
    long closed() {
        return loops.stream().mapToLong(ScreenLoop::closed).sum();
    }

    /** Latencies in microseconds since this was last asked. */
    Histogram takeMicros() {
        var sum = new Histogram(3);
        loops.forEach(loop -> sum.add(loop.takeMicros()));
        return sum;
    }

    /** Closes all sockets. */
    @Override
    public void close() {
        loops.forEach(ScreenLoop::close);
    }
}
