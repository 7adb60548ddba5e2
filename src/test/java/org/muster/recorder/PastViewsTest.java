package org.muster.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.muster.core.Picture;
import org.muster.journal.JournalException;
import org.muster.journal.JournalReader;
import org.muster.journal.MemoryJournal;
import org.muster.journal.Replay;
import org.muster.journal.Sample;
import org.muster.journal.Snapshots;
import org.muster.model.Rejection;
import org.muster.model.StoredEntry;
import org.muster.view.Past;

/** What looks into the past cost others: nothing that is not said. */
final class PastViewsTest {
    private static final Instant NEWEST = Sample.stored(50).entry().at();

    private final MemoryJournal journal = new MemoryJournal("one");
    private final CountDownLatch reads = new CountDownLatch(2);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final PastViews past;
    private volatile boolean isBroken;

    PastViewsTest() {
        journal.append(LongStream.rangeClosed(1, 50).mapToObj(Sample::stored).toList());
        Picture present = Picture.empty();
        journal.after(0, 50).forEach(stored -> present.evolve(stored.entry()));
        present.advance(NEWEST.plusSeconds(10));
        past = new PastViews(new Held(), new Replay(new Held(), new NoSnapshots()),
                new Publication(present, "one"), () -> NEWEST.plusSeconds(10),
                Duration.ofMillis(200));
    }

    @AfterEach
    void close() {
        goOn.countDown();
        past.close();
    }

    @Test
    void two_are_worked_on_at_once_and_who_would_wait_too_long_is_told_to_come_back()
            throws Exception {
        var first = ask(NEWEST);
        var second = ask(NEWEST.minusSeconds(7));
        reads.await();
        assertThat(past.at(NEWEST, () -> false)).isInstanceOfSatisfying(Past.Untold.class,
                untold -> assertThat(untold.why().code()).isEqualTo(Rejection.Code.BUSY));
        goOn.countDown();
        assertThat(seq(first.join())).isEqualTo(50);
        assertThat(seq(second.join())).isEqualTo(43);
        assertThat(seq(past.at(NEWEST.minusSeconds(3), () -> false))).isEqualTo(47);
    }

    @Test
    void what_nobody_waits_for_any_more_is_given_up_and_its_turn_is_free() {
        goOn.countDown();
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> past.at(NEWEST, () -> true))
                    .isInstanceOf(CancellationException.class);
        }
        assertThat(seq(past.at(NEWEST, () -> false))).isEqualTo(50);
    }

    @Test
    void a_record_that_cannot_be_read_fails_the_look_and_its_turn_is_free() {
        goOn.countDown();
        isBroken = true;
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> past.at(NEWEST, () -> false))
                    .isInstanceOf(JournalException.class);
        }
        isBroken = false;
        assertThat(seq(past.at(NEWEST, () -> false))).isEqualTo(50);
    }

    @Test
    void what_is_not_past_yet_is_not_told() {
        goOn.countDown();
        assertThat(past.at(NEWEST.plusSeconds(10), () -> false)).isInstanceOfSatisfying(
                Past.Untold.class,
                untold -> assertThat(untold.why().code()).isEqualTo(Rejection.Code.BUSY));
    }

    private CompletableFuture<Past.Recalled> ask(Instant moment) {
        return CompletableFuture.supplyAsync(() -> past.at(moment, () -> false),
                task -> Thread.ofVirtual().start(task));
    }

    private static long seq(Past.Recalled recalled) {
        return switch (recalled) {
            case Past.Known(var view) -> view.cursor().seq();
            case Past.Untold(var why) -> throw new AssertionError(why);
        };
    }

    /** The journal, with reads of stretches that are held up. */
    private final class Held implements JournalReader {

        @Override
        public String epoch() {
            return "one";
        }

        @Override
        public long head() {
            return journal.head();
        }

        @Override
        public List<StoredEntry> after(long seq, int limit) {
            reads.countDown();
            if (isBroken) {
                throw new JournalException("the disk failed, as the test wanted");
            }
            try {
                goOn.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new JournalException("interrupted", stop);
            }
            return journal.after(seq, limit);
        }

        @Override
        public List<StoredEntry> backwards(long from, long before) {
            return journal.backwards(from, before);
        }

        @Override
        public List<StoredEntry> these(List<Long> seqs) {
            return journal.these(seqs);
        }

        @Override
        public Optional<StoredEntry> at(long seq) {
            return journal.at(seq);
        }

        @Override
        public Optional<StoredEntry> report(UUID id) {
            return journal.report(id);
        }
    }

    private static final class NoSnapshots implements Snapshots {

        @Override
        public Optional<Snapshot> newest(long seq) {
            return Optional.empty();
        }

        @Override
        public void keep(Snapshot snapshot) {}

        @Override
        public void close() {}
    }
}
