package org.muster.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.journal.JournalException;
import org.muster.journal.Leaf;
import org.muster.journal.Sample;
import org.muster.model.Entry;
import org.muster.model.StoredEntry;

final class SqliteJournalTest {
    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("journal.db");
    }

    @Test
    void entries_come_back_as_they_were_appended_also_after_a_restart() {
        try (var journal = new SqliteJournal(file, "one")) {
            journal.append(entries(1, 3));
            journal.append(entries(4, 4));
        }
        try (var journal = new SqliteJournal(file, "two");
                var reader = new SqliteJournalReader(file, journal.epoch())) {
            assertThat(journal.epoch()).as("the epoch is the record's").isEqualTo("one");
            assertThat(journal.head()).isEqualTo(4);
            assertThat(reader.head()).isEqualTo(4);
            List<StoredEntry> back = reader.after(1, 2);
            assertThat(back).extracting(StoredEntry::seq).containsExactly(2L, 3L);
            assertThat(back.getFirst().bytes()).isEqualTo(Sample.stored(2).bytes());
            assertThat(back.getFirst().leaf()).isEqualTo(Leaf.hash(back.getFirst().bytes()));
            assertThat(reader.at(4)).isPresent();
            assertThat(reader.at(5)).isEmpty();
            assertThat(reader.after(4, 10)).isEmpty();
        }
    }

    @Test
    void a_stretch_is_read_backwards_and_single_entries_in_any_order() {
        try (var journal = new SqliteJournal(file, "one");
                var reader = new SqliteJournalReader(file, "one")) {
            journal.append(entries(1, 6));
            assertThat(reader.backwards(2, 5)).extracting(StoredEntry::seq)
                    .containsExactly(4L, 3L, 2L);
            assertThat(reader.backwards(0, 3)).extracting(StoredEntry::seq).containsExactly(2L, 1L);
            assertThat(reader.backwards(6, 99)).hasSize(1);
            assertThat(reader.these(List.of(5L, 3L, 9L, 4L))).extracting(StoredEntry::seq)
                    .containsExactly(5L, 3L, 4L);
            assertThat(reader.these(List.of())).isEmpty();
        }
    }

    @Test
    void a_report_is_found_by_its_id() {
        try (var journal = new SqliteJournal(file, "one")) {
            journal.append(entries(1, 3));
            assertThat(journal.findReport(Sample.reportId(2)).orElseThrow().seq()).isEqualTo(2);
            assertThat(journal.findReport(Sample.reportId(9))).isEmpty();
        }
    }

    @Test
    void an_append_that_leaves_a_gap_is_our_own_fault() {
        try (var journal = new SqliteJournal(file, "one")) {
            assertThatThrownBy(() -> journal.append(entries(2, 2)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void nothing_of_an_append_that_failed_midway_is_seen() {
        try (var journal = new SqliteJournal(file, "one")) {
            journal.append(entries(1, 1));
            List<StoredEntry> repeated = List.of(Sample.stored(2), renumbered(1, 3));
            assertThatThrownBy(() -> journal.append(repeated)).isInstanceOf(JournalException.class);
            try (var reader = new SqliteJournalReader(file, "one")) {
                assertThat(reader.head()).isEqualTo(1);
            }
        }
    }

    @Test
    void a_connection_that_would_not_flush_each_commit_is_refused() throws SQLException {
        try (Connection weak = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement set = weak.createStatement()) {
            set.execute("PRAGMA journal_mode = WAL");
            set.execute("PRAGMA synchronous = NORMAL");
            assertThatThrownBy(() -> Connections.requireFlushed(weak))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("synchronous is 1");
        }
        Connection strong = Connections.writer(file);
        assertThat(Connections.pragma(strong, "synchronous")).isEqualTo("2");
        assertThat(Connections.pragma(strong, "journal_mode")).isEqualTo("wal");
        strong.close();
    }

    @Test
    void a_record_of_another_format_is_refused_in_words() throws SQLException {
        new SqliteJournal(file, "one").close();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement set = other.createStatement()) {
            set.execute("UPDATE meta SET value = '99' WHERE key = 'format'");
        }
        assertThatThrownBy(() -> new SqliteJournal(file, "one")).hasMessageContaining("format 99");
    }

    @Test
    void the_size_counts_the_write_ahead_log() throws Exception {
        try (var journal = new SqliteJournal(file, "one")) {
            journal.append(entries(1, 50));
            Path wal = folder.resolve("journal.db-wal");
            assertThat(journal.sizeBytes()).isEqualTo(Files.size(file) + Files.size(wal));
        }
    }

    @Test
    void a_reader_finds_the_entry_of_a_report_by_the_report_s_id() throws Exception {
        try (var journal = new SqliteJournal(file, "one");
                var reader = new SqliteJournalReader(file, journal.epoch())) {
            journal.append(entries(1, 3));
            assertThat(reader.report(Sample.reportId(2)).orElseThrow().seq()).isEqualTo(2);
            assertThat(reader.report(Sample.reportId(4))).isEmpty();
        }
    }

    private static StoredEntry renumbered(long report, long seq) {
        var entry = Sample.stored(report).entry();
        return new StoredEntry(
                new Entry(seq, entry.at(), entry.actor(), entry.areas(), entry.body()),
                new byte[] {1}, new byte[] {1});
    }

    private static List<StoredEntry> entries(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(Sample::stored).toList();
    }
}
