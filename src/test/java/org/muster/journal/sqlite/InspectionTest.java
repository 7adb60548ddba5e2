package org.muster.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.muster.journal.Inspection;
import org.muster.journal.Sample;

/** A record that is not sound is found out, and the first entry that is not is named. */
final class InspectionTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void fill() {
        file = folder.resolve("journal.db");
        try (var journal = new SqliteJournal(file, "one")) {
            journal.append(LongStream.rangeClosed(1, 50).mapToObj(Sample::stored).toList());
        }
    }

    @Test
    void a_sound_one_is_told_with_its_figures() {
        assertThat(inspect())
                .isEqualTo(new Inspection("one", 50, Sample.stored(50).entry().at(), 50));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
            "UPDATE entry SET bytes = replace(bytes, 'No. 17', 'No. 71') WHERE seq = 17 | entry 17 is not as it was recorded",
            "UPDATE entry SET leaf = zeroblob(32) WHERE seq = 3 | entry 3 is not as it was recorded",
            "UPDATE entry SET bytes = x'7b' WHERE seq = 5 | entry 5 cannot be read",
            "DELETE FROM entry WHERE seq = 20 | entry 20 is missing",
            "DELETE FROM entry WHERE seq = 1 | entry 1 is missing",
            "UPDATE report SET seq = 8 WHERE seq = 7 | entry 7 is of a report that is not found",
            "UPDATE entry SET bytes = (SELECT bytes FROM entry WHERE seq = 9), leaf = (SELECT leaf FROM entry WHERE seq = 9) WHERE seq = 10 | entry 10 says of itself that it is 9"})
    void one_that_was_changed_is_found_out(String change, String words) throws Exception {
        change(change);
        assertThatThrownBy(this::inspect).isInstanceOf(Inspection.Unsound.class)
                .hasMessageContaining(words);
    }

    @Test
    void a_copy_is_one_file_with_all_of_it_and_begins_another_life() {
        Path copy = folder.resolve("copy.db");
        try (var journal = new SqliteJournal(file, "two")) {
            SqliteCopy.write(file, copy);
            journal.append(LongStream.rangeClosed(51, 60).mapToObj(Sample::stored).toList());
        }
        assertThat(SqliteCopy.fault(copy)).isEmpty();
        SqliteCopy.begin(copy, "three");
        file = copy;
        assertThat(inspect())
                .isEqualTo(new Inspection("three", 50, Sample.stored(50).entry().at(), 50));
        assertThat(folder.toFile().list()).doesNotContain("copy.db-wal", "copy.db-shm",
                "copy.db-journal");
    }

    private Inspection inspect() {
        try (var reader = new SqliteJournalReader(file, SqliteCopy.epoch(file))) {
            return Inspection.of(reader, (done, total) -> {});
        }
    }

    private void change(String sql) throws Exception {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var set = other.createStatement()) {
            assertThat(set.executeUpdate(sql)).isPositive();
        }
    }
}
