package org.muster.push;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.muster.access.Credential;
import org.muster.config.Limits;
import org.muster.config.Streaming;
import org.muster.metrics.StreamMeters;
import org.muster.model.Role;

/** The stream without sockets: a record, a hub, a clock, and executors that wait to be told. */
final class House {

    static final long BEAT_MILLIS = Streaming.defaults().conflateEvery().toMillis();

    final FakeRecord record;
    final ManualExecutor loop = new ManualExecutor();
    final ManualExecutor blocking = new ManualExecutor();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final Watchers watchers;
    final Hub hub;
    private long nanos;

    House() {
        this(new FakeRecord("e1"));
    }

    House(FakeRecord record) {
        this.record = record;
        watchers = new Watchers(record, record, blocking, () -> nanos, Limits.defaults().stream(),
                Streaming.defaults(), new StreamMeters(registry));
        hub = watchers.hub(loop, record);
    }

    static Credential credential(Role role, String... areas) {
        return new Credential("id-" + role + List.of(areas), role.slug(), role, List.of(areas),
                null, Instant.EPOCH, null, null);
    }

    void commit() {
        watchers.committed(record.commit());
    }

    /** Everything that is under way comes to rest. */
    void settle() {
        while (loop.waiting() + blocking.waiting() > 0) {
            loop.runAll();
            blocking.runAll();
        }
    }

    void beat() {
        nanos += TimeUnit.MILLISECONDS.toNanos(BEAT_MILLIS);
        hub.tick();
        settle();
    }

    void pass(long millis) {
        for (long passed = 0; passed < millis; passed += BEAT_MILLIS) {
            beat();
        }
    }
}
