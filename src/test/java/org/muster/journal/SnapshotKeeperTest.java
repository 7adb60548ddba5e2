package org.muster.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When snapshots are kept, and when the keeper rests. */
final class SnapshotKeeperTest {
    private static final long EVERY = 10;
    private static final long TAKES = 1_000;

    private final MemoryJournal journal = new MemoryJournal("e1");
    private final AtomicLong nanos = new AtomicLong();
    private final Slow snapshots = new Slow();
    private final SnapshotKeeper keeper = new SnapshotKeeper(new Replay(journal, snapshots),
            snapshots, EVERY, Runnable::run, nanos::get);

    /** Each takes a while by the clock that the keeper reads. */
    private final class Slow implements Snapshots {
        private final List<Snapshot> kept = new ArrayList<>();

        @Override
        public Optional<Snapshot> newest(long seq) {
            return kept.reversed().stream().filter(one -> one.seq() <= seq).findFirst();
        }

        @Override
        public void keep(Snapshot snapshot) {
            nanos.addAndGet(TAKES);
            kept.add(snapshot);
        }

        @Override
        public void close() {}

        private List<Long> seqs() {
            return kept.stream().map(Snapshot::seq).toList();
        }
    }

    @BeforeEach
    void a_record() {
        journal.append(LongStream.rangeClosed(1, 100).mapToObj(Sample::stored).toList());
    }

    @Test
    void it_rests_nine_times_as_long_as_the_last_one_took_or_until_a_flood_has_come() {
        keeper.grown(EVERY - 1);
        keeper.grown(EVERY);
        keeper.grown(20);
        keeper.grown(59);
        keeper.grown(60);
        nanos.addAndGet(9 * TAKES - 1);
        keeper.grown(75);
        nanos.addAndGet(1);
        keeper.grown(79);
        assertThat(snapshots.seqs()).containsExactly(10L, 60L, 79L);
    }
}
