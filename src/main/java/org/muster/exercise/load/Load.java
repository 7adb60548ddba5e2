package org.muster.exercise.load;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import org.HdrHistogram.Histogram;

/** Puts load on a server that listens already. */
interface Load {

    /**
     * What became of it.
     *
     * @param done how many were done
     * @param refused how many were sent away with 429 or 503
     * @param perSecond the rate of what was done as fast as it went
     * @param took from the first to the last
     * @param latency in microseconds
     */
    record Outcome(long done, long refused, double perSecond, Duration took, Histogram latency) {

        /** Of a load whose rate is what was done over the time it took. */
        static Outcome steady(long done, long refused, Duration took, Histogram latency) {
            return new Outcome(done, refused,
                    done * (double) TimeUnit.SECONDS.toNanos(1) / Math.max(1, took.toNanos()), took,
                    latency);
        }
    }

    /**
     * Goes on for about this long. Blocks.
     *
     * @param done counts what is done while it goes on
     */
    Outcome run(Duration time, LongAdder done) throws BenchFailed, InterruptedException;
}
