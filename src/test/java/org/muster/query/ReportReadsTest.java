package org.muster.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.vertx.core.MultiMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.pcollections.HashTreePMap;

import org.muster.access.Credential;
import org.muster.access.Scope;
import org.muster.journal.MemoryJournal;
import org.muster.model.Command;
import org.muster.model.Cursor;
import org.muster.model.Entry;
import org.muster.model.Incident;
import org.muster.model.Location;
import org.muster.model.Outcome;
import org.muster.model.Protest;
import org.muster.model.Rejection;
import org.muster.model.Report;
import org.muster.model.Role;
import org.muster.model.SampleIncident;
import org.muster.model.SampleProtest;
import org.muster.model.Settings;
import org.muster.model.StoredEntry;
import org.muster.view.Known;
import org.muster.view.View;
import org.muster.wire.EntryJson;

/**
 * Reports by their ids, and the raw record. By number: 1 plain, 2 sensitive itself, 3 and 4 plain but of an incident and
 * of a protest that are sensitive by now, 5 plain and not in the view yet; all sent by RT21 at Thurcroft.
 */
final class ReportReadsTest {
    private static final Instant NOW = Instant.parse("2014-09-06T20:40:00Z");
    private static final List<String> THURCROFT = List.of("thurcroft", "rotherham");
    private static final UUID INCIDENT = new UUID(1, 1);
    private static final UUID PROTEST = new UUID(1, 2);
    private static final String SECRET = "s3cret";

    private final MemoryJournal journal = new MemoryJournal("e");
    private final List<Command> noted = new ArrayList<>();
    private Outcome outcome = new Outcome.Applied(new Cursor("e", 6));
    private final ReportReads reads = new ReportReads(journal, command -> {
        noted.add(command);
        return CompletableFuture.completedFuture(outcome);
    });
    private final View view = view();

    ReportReadsTest() {
        journal.append(List.of(stored(1, null, null, false), stored(2, null, null, true),
                stored(3, INCIDENT, null, false), stored(4, null, PROTEST, false),
                stored(5, null, null, false)));
    }

    /** Columns: role; what it gets of a plain report, what of sensitive ones, and how many entries that makes. */
    @ParameterizedTest
    @CsvSource({"VIEWER, FORBIDDEN, FORBIDDEN, 0", "ADMIN, FORBIDDEN, FORBIDDEN, 0",
            "FIELD, full, reduced, 0", "CONTROLLER, full, reduced, 0", "SUPERVISOR, full, full, 1",
            "AUDITOR, full, full, 1"})
    void each_role_gets_what_the_table_says(Role role, String plain, String sensitive,
            int entries) {
        Credential reader = credential(role, "RT21");
        assertThat(form(reads.one(view, reader, id(1)))).isEqualTo(plain);
        assertThat(noted).isEmpty();
        for (int number = 2; number <= 4; number++) {
            noted.clear();
            assertThat(form(reads.one(view, reader, id(number)))).isEqualTo(sensitive);
            assertThat(noted).hasSize(entries);
        }
    }

    @Test
    void each_reading_is_noted_with_who_read_what() {
        reads.one(view, credential(Role.SUPERVISOR, "sup", "rotherham"), id(2));
        reads.one(view, credential(Role.SUPERVISOR, "sup", "rotherham"), id(2));
        assertThat(noted).containsExactly(new Command.NoteReading(new UUID(7, 2), THURCROFT, "sup"),
                new Command.NoteReading(new UUID(7, 2), THURCROFT, "sup"));
    }

    @Test
    void what_cannot_be_noted_is_not_read() {
        outcome = new Outcome.Refused(new Rejection(Rejection.Code.DISK_LOW, "No room"));
        assertThat(form(reads.one(view, credential(Role.AUDITOR, "aud"), id(2))))
                .isEqualTo("DISK_LOW");
        assertThat(form(reads.one(view, credential(Role.AUDITOR, "aud"), id(1)))).isEqualTo("full");
    }

    @Test
    void nothing_is_given_before_the_reading_is_on_disk() {
        CompletableFuture<Outcome> onDisk = new CompletableFuture<>();
        ReportReads slow = new ReportReads(journal, command -> onDisk);
        var answer = CompletableFuture.supplyAsync(
                () -> slow.one(view, credential(Role.SUPERVISOR, "sup"), id(2)),
                task -> Thread.ofVirtual().start(task));
        assertThat(answer).isNotDone();
        onDisk.complete(new Outcome.Applied(new Cursor("e", 6)));
        assertThat(form(answer.join())).isEqualTo("full");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"FIELD", "CONTROLLER", "SUPERVISOR", "AUDITOR"})
    void what_lies_outside_one_s_areas_looks_like_what_does_not_exist(Role role) {
        Credential sheffield = credential(role, "RT21", "sheffield");
        for (String id : List.of(id(1), id(2), id(99), "no uuid")) {
            assertThat(reads.one(view, sheffield, id))
                    .isEqualTo(reads.one(view, sheffield, id(99)));
        }
        assertThat(noted).isEmpty();
        assertThat(form(reads.one(view, credential(Role.FIELD, "RT99"), id(1))))
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void what_the_view_does_not_hold_yet_is_not_read_as_it_may_be_sensitive() {
        assertThat(form(reads.one(view, credential(Role.CONTROLLER, "desk"), id(5))))
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void the_raw_record_has_what_is_sensitive_reduced_and_the_rest_as_it_is_stored() {
        MultiMap none = MultiMap.caseInsensitiveMultiMap();
        Answer page = JournalReads.page(view, journal, Scope.of(credential(Role.AUDITOR, "aud")),
                new Parameters(none, view.cursor(), JournalReads.PARAMETERS));
        String text = text(page);
        StoredEntry plain = journal.at(1).orElseThrow();
        assertThat(text).contains(new String(plain.bytes(), StandardCharsets.UTF_8));
        assertThat(text.split(SECRET, -1)).as("in the plain one alone").hasSize(3);
        assertThat(text).contains("\"seq\":4").doesNotContain("\"seq\":5").contains("\"e.4\"");
    }

    private static String form(Answer answer) {
        return switch (answer) {
            case Answer.Refused(var why) -> why.code().name();
            case Answer.Document document -> text(document).contains(SECRET) ? "full" : "reduced";
            case Answer.Kept _ -> "kept";
        };
    }

    private static String text(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Document.class);
        return new String(((Answer.Document) answer).bytes(), StandardCharsets.UTF_8);
    }

    private static String id(int number) {
        return new UUID(7, number).toString();
    }

    private static Credential credential(Role role, String name, String... areas) {
        return new Credential("1", name, role, List.of(areas), null, NOW, null, null);
    }

    private static StoredEntry stored(long seq, @Nullable UUID incident, @Nullable UUID protest,
            boolean sensitive) {
        Report report = Report.of(new UUID(7, seq), NOW)
                .incident(incident)
                .protest(protest)
                .location(new Location(53.39, -1.25, null, SECRET))
                .text(SECRET)
                .build();
        Entry entry = new Entry(seq, NOW, "RT21", THURCROFT,
                new Entry.ReportRecorded(report, incident, protest, false, "RT21", NOW, sensitive,
                        null, List.of(), List.of(), "", List.of()));
        return new StoredEntry(entry, EntryJson.encode(entry), new byte[0]);
    }

    private static View view() {
        Incident incident = SampleIncident
                .sensitive(SampleIncident.of(INCIDENT, 1, THURCROFT, NOW, "RT21"));
        Protest protest = SampleProtest.sensitive(SampleProtest.of(PROTEST, 2, THURCROFT, NOW));
        return new View(new Cursor("e", 4), NOW, HashTreePMap.empty(),
                Known.<Incident>none().with(INCIDENT, 1, incident),
                Known.<Protest>none().with(PROTEST, 2, protest), HashTreePMap.empty(),
                Settings.NONE);
    }
}
