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
import org.junit.jupiter.api.BeforeEach;
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

/** The recorder with its real thread; nothing here depends on how long anything takes. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class RecorderTest {
    private final MemoryJournal journal = new MemoryJournal("e1");
    private final Picture picture = Picture.empty();
    private final Publication publication = new Publication(picture, "e1");
    private final List<Commit> commits = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Throwable> failed = new CompletableFuture<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Recorder recorder = recorder(new Recorder.Limits(100, 200_000, 10));

    private Recorder recorder(Recorder.Limits limits) {
        return new Recorder(journal, picture, publication, limits,
                new Recorder.World(InstantSource.fixed(Commands.NOON), System::nanoTime,
                        new LocalGround(), Rulebook.NONE, commits::add, failed::complete),
                new RecorderMeters(registry));
    }

    @BeforeEach
    void settings() {
        var _ = recorder.submit(Commands.settings());
    }

    @AfterEach
    void end() {
        recorder.close();
    }

    @Test
    void a_write_is_visible_to_any_read_begun_after_its_answer() {
        recorder.start();
        Outcome outcome = recorder.submit(Commands.opening(new UUID(7, 1), "RT21", "one")).join();
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
        UUID incident = ((Outcome.Recorded) outcome).receipt().incident();
        assertThat(incident).isNotNull();
        assertThat(publication.now().incidents().get(incident)).isNotNull();
        assertThat(publication.now().cursor().seq()).isEqualTo(2);
        assertThat(publication.now().areas().get("thurcroft"))
                .extracting(area -> area.incidents().open())
                .isEqualTo(1);
    }

    @Test
    void all_that_waits_is_one_batch_up_to_the_limit_and_in_order() {
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            outcomes.add(recorder.submit(Commands.opening(new UUID(7, i), "RT21", "no " + i)));
        }
        recorder.start();
        outcomes.forEach(CompletableFuture::join);
        recorder.close();
        List<Integer> sizes = commits.stream()
                .map(commit -> commit.entries().size())
                .filter(size -> size > 0)
                .toList();
        assertThat(sizes).containsExactly(10, 10, 6);
        assertThat(outcomes.stream().map(done -> ((Outcome.Recorded) done.join()).receipt().seq()))
                .isSorted();
        assertThat(registry.get("muster.journal.entries").counter().count()).isEqualTo(26);
    }

    @Test
    void more_than_may_wait_is_refused_as_busy_and_nothing_of_it_is_recorded() {
        CompletableFuture<Outcome> last = new CompletableFuture<>();
        for (int i = 0; i < 100; i++) {
            last = recorder.submit(Commands.opening(new UUID(7, i), "RT21", "no " + i));
        }
        assertThat(code(last.join())).isEqualTo(Rejection.Code.BUSY);
        recorder.start();
        recorder.close();
        assertThat(journal.findReport(new UUID(7, 99))).isEmpty();
        assertThat(journal.head()).isGreaterThan(1);
    }

    @Test
    void a_failed_commit_stops_recording_answers_who_waits_and_publishes_nothing() {
        CompletableFuture<Outcome> waiting = recorder
                .submit(Commands.opening(new UUID(7, 1), "RT21", "one"));
        journal.next(MemoryJournal.Fate.FAILS_HAVING_STORED_ALL);
        recorder.start();
        assertThat(code(waiting.join())).isEqualTo(Rejection.Code.RECORDER_STOPPED);
        failed.join();
        assertThat(commits).isEmpty();
        assertThat(publication.now().cursor().seq()).isZero();
        assertThat(code(recorder.submit(Commands.opening(new UUID(7, 2), "RT21", "two")).join()))
                .isEqualTo(Rejection.Code.RECORDER_STOPPED);
        assertThat(registry.get("muster.recorder.state").gauge().value()).isEqualTo(-1);
    }

    @Test
    void closing_records_what_waits_and_refuses_what_comes_later() {
        CompletableFuture<Outcome> waiting = recorder
                .submit(Commands.opening(new UUID(7, 1), "RT21", "one"));
        recorder.start();
        recorder.close();
        assertThat(waiting.join()).isInstanceOf(Outcome.Recorded.class);
        assertThat(code(recorder.submit(Commands.opening(new UUID(7, 2), "RT21", "two")).join()))
                .isEqualTo(Rejection.Code.RECORDER_STOPPED);
    }

    @Test
    void while_space_is_low_reports_are_refused_and_afterwards_recorded_again() {
        recorder.start();
        recorder.refuse(new Rejection(Rejection.Code.DISK_LOW, "too little space"));
        assertThat(code(recorder.submit(Commands.opening(new UUID(7, 1), "RT21", "one")).join()))
                .isEqualTo(Rejection.Code.DISK_LOW);
        recorder.refuse(null);
        assertThat(recorder.submit(Commands.opening(new UUID(7, 1), "RT21", "one")).join())
                .isInstanceOf(Outcome.Recorded.class);
    }

    private static Rejection.Code code(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).rejection().code();
    }
}
