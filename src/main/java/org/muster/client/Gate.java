package org.muster.client;

import java.time.Duration;

/**
 * Lets the messages of one credential out no faster than the service takes them. The rate is learnt: free at first; at
 * each 429 everybody waits as long as the service asks, and from then on messages leave as far apart as those that were
 * taken since the last 429, a little closer with each one that is taken. Any thread.
 */
final class Gate {
    /** A message taken shortens the distance by this part of it: a few hundred find out about a higher rate. */
    private static final int CLOSER = 2_000;

    private final Pace pace;
    private long spacingNanos;
    private long openAt;
    private long countingFrom;
    private long taken;

    Gate(Pace pace) {
        this.pace = pace;
        this.openAt = pace.nanos();
        this.countingFrom = openAt;
    }

    /** Comes back when the next message may leave. */
    void pass() throws InterruptedException {
        pace.pause(Duration.ofNanos(turn()));
    }

    private synchronized long turn() {
        var now = pace.nanos();
        var turn = Math.max(now, openAt);
        openAt = turn + spacingNanos;
        return turn - now;
    }

    /** One was not too much. */
    synchronized void taken() {
        taken++;
        spacingNanos -= spacingNanos / CLOSER;
    }

    /** One was too much; worth another try after this time. */
    synchronized void refused(Duration wait) {
        var now = pace.nanos();
        var opensAt = now + wait.toNanos();
        if (taken > 0) {
            spacingNanos = (opensAt - countingFrom) / taken;
            countingFrom = opensAt;
            taken = 0;
        }
        openAt = Math.max(openAt, opensAt);
    }
}
