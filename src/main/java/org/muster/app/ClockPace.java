package org.muster.app;

import java.time.Duration;
import java.time.Instant;

import org.muster.client.Pace;

/** A client's time is the machine's. */
record ClockPace(Clocks clocks) implements Pace {

    @Override
    public Instant now() {
        return clocks.day().instant();
    }

    @Override
    public long nanos() {
        return clocks.nanos().getAsLong();
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        if (time.isPositive()) {
            Thread.sleep(time);
        }
    }
}
