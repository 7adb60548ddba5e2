package org.muster.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.Entry;
import org.muster.model.ExternalRef;
import org.muster.model.StoredEntry;

/** The file, whatever becomes of it; and what is in it. */
final class IndexTest {
    @TempDir
    private Path folder;

    private final Diary diary = new Diary();

    @Test
    void words_are_found_in_whichever_report_of_an_incident_they_stand() {
        UUID first = incident(diary.opens(it -> it.title("Fight at the mill").text("two groups")));
        diary.opens(it -> it.title("Fight at the station"));
        diary.report(it -> it.incident(first)
                .text("Bottles thrown")
                .externalRef(new ExternalRef("fire", "F-77")));
        try (Index index = Indexes.holding(folder, diary.journal, diary::view)) {
            assertThat(find(index, "mill bottles thrown ")).containsExactly(2L);
            assertThat(find(index, "fight")).containsExactly(3L, 2L);
            assertThat(find(index, "f-77 ")).containsExactly(2L);
            assertThat(find(index, "mill station ")).isEmpty();
        }
    }

    @Test
    void what_becomes_sensitive_is_not_found_by_anybody_until_a_supervisor_lifts_it() {
        UUID incident = incident(
                diary.opens(it -> it.title("Fight at the mill").text("two groups")));
        try (Index index = Indexes.holding(folder, diary.journal, diary::view)) {
            diary.tell(index::committed);
            Entry confidence = diary
                    .report(it -> it.incident(incident).sensitive(true).text("the informer"));
            assertThat(find(index, "mill ")).isEmpty();
            assertThat(find(index, "groups ")).isEmpty();
            assertThat(find(index, "informer ")).isEmpty();
            diary.report(it -> it.corrects(report(confidence)).sensitive(false).text("a caller"));
            assertThat(find(index, "mill groups caller ")).containsExactly(2L);
            assertThat(find(index, "informer ")).isEmpty();
        }
    }

    @Test
    void a_plan_is_found_by_what_it_says_now() {
        UUID protest = diary.plans("March for it", "Friends of it", "Roads stay open");
        try (Index index = Indexes.holding(folder, diary.journal, diary::view)) {
            diary.tell(index::committed);
            assertThat(find(index, "march friends roads ")).containsExactly(2L);
            diary.changes(protest, "March for all", "Friends of it", null);
            assertThat(find(index, "all friends ")).containsExactly(2L);
            assertThat(find(index, "roads ")).isEmpty();
        }
    }

    @Test
    void lists_are_read_backwards_from_any_place() {
        List<Long> about = new ArrayList<>();
        UUID incident = incident(diary.opens(it -> it));
        about.add(diary.head());
        for (int i = 0; i < 50; i++) {
            if (i % 3 == 0) {
                diary.report(it -> it.incident(incident).text("more"));
                about.addFirst(diary.head());
            } else {
                diary.opens(it -> it);
            }
        }
        try (Index index = Indexes.holding(folder, diary.journal, diary::view)) {
            assertThat(index.newest(List.of(Listing.about(2)), Long.MAX_VALUE, 100))
                    .isEqualTo(about);
            assertThat(index.newest(List.of(Listing.about(2)), about.get(4), 3))
                    .isEqualTo(about.subList(5, 8));
            assertThat(index.newest(List.of(Listing.about(2), Listing.of(Told.REPORT, "town"),
                    Listing.by("sergeant")), Long.MAX_VALUE, 1_000)).as("each once")
                    .isEqualTo(LongStream.rangeClosed(2, 52).boxed().toList().reversed());
            assertThat(index.newest(List.of(Listing.of(Told.OTHER, null)), Long.MAX_VALUE, 9))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "empty", "scrambled", "no database", "another epoch",
            "another format", "ahead of the record"})
    void a_file_that_is_of_no_use_is_made_anew(String fault) throws IOException, SQLException {
        diary.opens(it -> it.title("Fight at the mill"));
        Indexes.holding(folder, diary.journal, diary::view).close();
        spoil(fault, folder.resolve("index.db"));
        diary.opens(it -> it.title("Fight at the station"));
        try (Index index = Indexes.holding(folder, diary.journal, diary::view)) {
            assertThat(find(index, "fight ")).as(fault).containsExactly(3L, 2L);
        }
    }

    @Test
    void what_a_killed_process_left_is_gone_on_with() throws IOException {
        diary.opens(it -> it.title("Fight at the mill"));
        Path left = Files.createDirectory(folder.resolve("left"));
        try (Index index = Indexes.holding(folder, diary.journal, diary::view)) {
            assertThat(find(index, "fight ")).hasSize(1);
            for (String file : List.of("index.db", "index.db-wal")) {
                Files.copy(folder.resolve(file), left.resolve(file));
            }
        }
        assertThat(IndexFile.isOf(left.resolve("index.db"), Diary.EPOCH, diary.head())).isTrue();
        diary.opens(it -> it.title("Fight at the station"));
        try (Index index = Indexes.holding(left, diary.journal, diary::view)) {
            assertThat(find(index, "fight ")).containsExactly(3L, 2L);
        }
    }

    @Test
    void a_file_that_fails_while_it_is_used_is_made_anew() throws IOException, SQLException {
        for (int i = 0; i < 200; i++) {
            diary.opens(it -> it.title("Fight at the mill"));
        }
        try (Index index = Indexes.holding(folder, diary.journal, diary::view)) {
            diary.tell(index::committed);
            change(folder.resolve("index.db"), "DROP TABLE listed");
            List<Long> newest = List.of();
            for (int i = 0; i < 100 && !newest.contains(diary.head()); i++) {
                diary.opens(it -> it.title("Fight at the station"));
                try {
                    index.holds(diary.head(), Indexes.PATIENCE);
                    newest = index.newest(List.of(Listing.by("sergeant")), Long.MAX_VALUE, 1);
                } catch (IndexException notNow) {
                    newest = List.of();
                }
            }
            assertThat(newest).containsExactly(diary.head());
            assertThat(find(index, "fight ")).hasSize(100).contains(diary.head());
        }
    }

    @Test
    void one_that_cannot_be_used_says_so_at_once_when_it_is_closed_and_soon_when_it_is_not() {
        Index none = Indexes.none(diary.journal, diary::view);
        assertThat(none.holds(1, Duration.ofHours(1))).isFalse();
        assertThatThrownBy(() -> none.find(diary.view(), Words.of("a"), true, 9, 9))
                .isInstanceOf(IndexException.class);
        assertThatThrownBy(() -> none.newest(List.of(Listing.about(1)), 9, 9))
                .isInstanceOf(IndexException.class);
        try (Index index = Indexes.holding(folder, diary.journal, diary::view)) {
            assertThat(index.holds(diary.head() + 1, Duration.ofMillis(20))).isFalse();
            assertThat(index.holds(diary.head() + 1_000_000, Duration.ofHours(1))).isFalse();
        }
    }

    @Test
    void more_than_can_wait_is_read_from_the_record() {
        var arrivals = new Arrivals();
        List<StoredEntry> all = diary.journal.after(0, 10);
        diary.opens(it -> it);
        diary.opens(it -> it);
        List<StoredEntry> both = diary.journal.after(1, 10);
        arrivals.add(all);
        arrivals.add(both);
        assertThat(arrivals.following(1)).isEqualTo(both);
        assertThat(arrivals.following(1)).as("they are given once").isEmpty();
        arrivals.add(both.subList(1, 2));
        assertThat(arrivals.following(1)).as("there is a gap").isEmpty();
    }

    private static void spoil(String fault, Path file) throws IOException, SQLException {
        switch (fault) {
            case "missing" -> IndexFile.remove(file);
            case "empty" -> Files.write(file, new byte[0]);
            case "scrambled" -> {
                byte[] noise = new byte[4_000];
                new Random(7).nextBytes(noise);
                Files.write(file, noise, StandardOpenOption.WRITE);
            }
            case "no database" -> Files.writeString(file, "This was an index once.");
            case "another epoch" -> change(file, "UPDATE meta SET epoch = 'restored'");
            case "another format" -> change(file, "PRAGMA user_version = 99");
            default -> change(file, "UPDATE meta SET seq = 1000");
        }
    }

    private static void change(Path file, String sql) throws SQLException {
        try (Connection connection = IndexFile.writer(file);
                Statement change = connection.createStatement()) {
            change.execute(sql);
        }
    }

    private List<Long> find(Index index, String typed) {
        return index.find(diary.view(), Words.of(typed), true, Long.MAX_VALUE, 100);
    }

    private static UUID incident(Entry entry) {
        return Objects.requireNonNull(((Entry.ReportRecorded) entry.body()).incident());
    }

    private static UUID report(Entry entry) {
        return ((Entry.ReportRecorded) entry.body()).report().id();
    }
}
