package org.muster.push;

import java.time.Duration;

import org.muster.config.Limits;
import org.muster.config.Streaming;

/**
 * The stream's spans of time, in nanoseconds.
 *
 * @param tick least time between two messages of the same kind of figures, and the hub's beat
 * @param live a sign of life comes this often when nothing else does
 */
record Pace(long tick, long live, long subscribeWithin, long pingEvery, long pongWithin,
        long drainWithin) {

    static Pace of(Limits.Stream limits, Streaming streaming) {
        return new Pace(streaming.conflateEvery().toNanos(), streaming.liveEvery().toNanos(),
                limits.subscribeWithin().toNanos(), limits.pingEvery().toNanos(),
                limits.pongWithin().toNanos(), limits.drainWithin().toNanos());
    }

    Duration beat() {
        return Duration.ofNanos(tick);
    }
}
