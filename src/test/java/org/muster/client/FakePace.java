package org.muster.client;

import java.time.Duration;
import java.time.Instant;

/** A clock that stands still, and jumps whenever somebody waits. */
public final class FakePace implements Pace {
    private final Instant began;
    private Duration gone = Duration.ZERO;

    public FakePace(Instant began) {
        this.began = began;
    }

    @Override
    public Instant now() {
        return began.plus(gone);
    }

    @Override
    public long nanos() {
        return gone.toNanos();
    }

    @Override
    public void pause(Duration time) {
        if (time.isPositive()) {
            gone = gone.plus(time);
        }
    }

    public Duration gone() {
        return gone;
    }
}
