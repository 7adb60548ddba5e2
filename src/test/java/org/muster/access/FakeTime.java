package org.muster.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that goes when it is told to. */
final class FakeTime implements InstantSource {
    private final AtomicReference<Instant> now = new AtomicReference<>(
            Instant.parse("2014-09-06T20:40:00.123456Z"));

    @Override
    public Instant instant() {
        return now.get();
    }

    void pass(Duration span) {
        now.updateAndGet(before -> before.plus(span));
    }
}
