package org.muster.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.muster.core.Picture;
import org.muster.core.Rulebook;
import org.muster.geo.LocalGround;
import org.muster.journal.MemoryJournal;
import org.muster.metrics.RecorderMeters;
import org.muster.model.Outcome;
import org.muster.model.Rejection;
import org.muster.view.Commit;

/** What the recorder's meters say. Its thread is real, its clocks stand still. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class MeasuredTest {
    private static final long NOW = TimeUnit.MILLISECONDS.toNanos(100);

    private final Picture picture = Picture.empty();
    private final List<Commit> commits = new CopyOnWriteArrayList<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Recorder recorder = new Recorder(new MemoryJournal("e1"), picture,
            new Publication(picture, "e1"), new Recorder.Limits(100, 200_000, 10),
            new Recorder.World(InstantSource.fixed(Commands.NOON), () -> NOW, new LocalGround(),
                    Rulebook.NONE, commits::add, failed -> {}),
            new RecorderMeters(registry));

    @AfterEach
    void end() {
        recorder.close();
    }

    @Test
    void a_report_is_timed_from_when_it_was_read_and_a_repeated_one_or_another_command_is_not() {
        var coming = new ArrayList<CompletableFuture<Outcome>>();
        coming.add(recorder.submit(Commands.settings()));
        coming.add(submit(1, 7));
        coming.add(submit(1, 70));
        coming.add(submit(2, 3));
        assertThat(gauge("muster.recorder.queue")).isEqualTo(4);
        recorder.start();
        coming.forEach(CompletableFuture::join);
        assertThat(gauge("muster.recorder.queue")).isZero();
        var commit = registry.get("muster.report.commit").timer();
        assertThat(commit.count()).isEqualTo(2);
        assertThat(commit.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(10);
        var batch = registry.get("muster.journal.batch.entries").summary();
        assertThat(batch.count()).isOne();
        assertThat(batch.totalAmount()).isEqualTo(3);
        assertThat(registry.get("muster.journal.entries").counter().count()).isEqualTo(3);
        assertThat(commits.getFirst().readNanos()).containsExactly(
                NOW - TimeUnit.MILLISECONDS.toNanos(7), NOW - TimeUnit.MILLISECONDS.toNanos(3));
    }

    @Test
    void the_heartbeat_of_the_rules_is_the_moment_they_were_asked_and_stands_still_while_none_are() {
        recorder.refuse(new Rejection(Rejection.Code.DISK_LOW, "too little space"));
        recorder.start();
        assertThat(gauge("muster.recorder.state")).isZero();
        // A command that is let in ahead is decided, and what follows from it; its rules are asked.
        assertThat(gauge("muster.alert.engine.last.look.timestamp")).isZero();
        recorder.submitAhead(Commands.settings()).join();
        assertThat(gauge("muster.alert.engine.last.look.timestamp"))
                .isEqualTo(Commands.NOON.toEpochMilli() / 1_000.0);
    }

    private CompletableFuture<Outcome> submit(int id, long millisAgo) {
        return recorder.submit(Commands.opening(new UUID(7, id), "RT21", "one"),
                NOW - TimeUnit.MILLISECONDS.toNanos(millisAgo));
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }
}
