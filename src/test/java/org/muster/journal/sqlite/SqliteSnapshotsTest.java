package org.muster.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.core.Picture;
import org.muster.core.PictureState;
import org.muster.journal.Snapshots;

/** What is kept of the pictures of the past. */
final class SqliteSnapshotsTest {
    private static final long EVERY = 20_000;

    @TempDir
    private Path folder;

    @Test
    void those_left_are_spread_over_the_whole_record_and_the_newest_stay() {
        try (var snapshots = open("one")) {
            for (long seq = EVERY; seq <= 300 * EVERY; seq += EVERY) {
                snapshots.keep(at(seq));
            }
            var left = left(snapshots);
            assertThat(left).hasSizeBetween(20, 24).startsWith(300 * EVERY, 299 * EVERY);
            long widest = left.getLast();
            for (int i = 1; i < left.size(); i++) {
                widest = Math.max(widest, left.get(i - 1) - left.get(i));
            }
            assertThat(widest).as("the longest way from a moment to a snapshot before it")
                    .isLessThanOrEqualTo(32 * EVERY);
        }
    }

    @Test
    void the_one_before_is_taken_when_one_cannot_be_read() throws Exception {
        try (var snapshots = open("one")) {
            snapshots.keep(at(10));
            snapshots.keep(at(20));
            try (var other = DriverManager
                    .getConnection("jdbc:sqlite:" + folder.resolve("snapshots.db"));
                    var set = other.createStatement()) {
                set.execute("UPDATE snapshot SET state = x'00' WHERE seq = 20");
            }
            assertThat(snapshots.newest(25)).map(Snapshots.Snapshot::seq).contains(10L);
            assertThat(snapshots.newest(9)).isEmpty();
        }
    }

    @Test
    void those_of_another_epoch_are_not_seen_and_go_with_the_first_of_the_new_one() {
        try (var before = open("one")) {
            before.keep(at(10));
        }
        try (var after = open("two")) {
            assertThat(after.newest(100)).isEmpty();
            after.keep(at(20));
        }
        try (var before = open("one")) {
            assertThat(before.newest(100)).isEmpty();
        }
    }

    private SqliteSnapshots open(String epoch) {
        return new SqliteSnapshots(folder.resolve("snapshots.db"), epoch);
    }

    private static List<Long> left(Snapshots snapshots) {
        List<Long> left = new ArrayList<>();
        for (Optional<Snapshots.Snapshot> next = snapshots.newest(Long.MAX_VALUE); next
                .isPresent(); next = snapshots.newest(left.getLast() - 1)) {
            left.add(next.get().seq());
        }
        return left;
    }

    private static Snapshots.Snapshot at(long seq) {
        PictureState state = Picture.empty().state();
        return new Snapshots.Snapshot(seq,
                new PictureState(state.version(), seq, state.at(), state.settings(),
                        state.incidents(), state.protests(), state.real(), state.drill(),
                        state.corrections(), state.versions(), state.alerts(), state.load(),
                        state.allegations()));
    }
}
