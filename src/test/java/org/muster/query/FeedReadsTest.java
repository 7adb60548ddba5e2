package org.muster.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;

import org.muster.access.Credential;
import org.muster.access.Scope;
import org.muster.index.Index;
import org.muster.index.Indexes;
import org.muster.journal.MemoryJournal;
import org.muster.model.Alert;
import org.muster.model.AlertState;
import org.muster.model.AlertSubject;
import org.muster.model.Area;
import org.muster.model.Cursor;
import org.muster.model.Entry;
import org.muster.model.Incident;
import org.muster.model.Protest;
import org.muster.model.Rejection;
import org.muster.model.Report;
import org.muster.model.Role;
import org.muster.model.SampleAlert;
import org.muster.model.SampleArea;
import org.muster.model.SampleIncident;
import org.muster.model.SampleProtest;
import org.muster.model.Settings;
import org.muster.model.StoredEntry;
import org.muster.view.Known;
import org.muster.view.View;
import org.muster.wire.EntryJson;
import org.muster.wire.Mapper;

/** Feeds and timelines over a record in memory, with an index and without one. */
@ParameterizedClass(name = "indexed: {0}")
@ValueSource(booleans = {true, false})
final class FeedReadsTest {
    private static final Instant NOW = Instant.parse("2014-09-06T20:40:00Z");
    private static final UUID INCIDENT = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);
    private static final UUID PROTEST = new UUID(4, 1);
    private static final UUID ALERT = new UUID(2, 1);
    private static final UUID OTHER_ALERT = new UUID(2, 2);
    private static final List<String> NORTH = List.of("north");
    private static final List<String> SOUTH = List.of("south");

    @TempDir
    private Path folder;
    private final MemoryJournal journal = new MemoryJournal("e");
    private final boolean isIndexed;
    private @Nullable Index index;
    private long seq;
    private Duration later = Duration.ZERO;

    FeedReadsTest(boolean isIndexed) {
        this.isIndexed = isIndexed;
    }

    @AfterEach
    void close() {
        if (index != null) {
            index.close();
        }
    }

    /** Of what was recorded before the first call. */
    private FeedReads reads() {
        if (index == null) {
            index = isIndexed ? Indexes.holding(folder, journal, this::view)
                    : Indexes.none(journal, this::view);
        }
        return new FeedReads(journal, index);
    }

    @Test
    void what_people_want_to_know_is_told_newest_first_and_nothing_else() throws IOException {
        report("RT21", NORTH, INCIDENT);
        add("desk", NORTH, new Entry.AlertSeen(ALERT));
        add("system", NORTH, new Entry.AlertUpdated(ALERT, Entry.AlertUpdated.Change.REARMED,
                AlertState.CLEARED, null));
        add("sup", NORTH, new Entry.ReportRead(new UUID(5, 5)));
        add("desk", NORTH, new Entry.AlertAcknowledged(ALERT, AlertState.ACKNOWLEDGED));
        JsonNode feed = feed(Role.AUDITOR, "desk", NORTH);
        assertThat(seqs(feed)).containsExactly(5L, 1L);
        assertThat(feed.path("next").isNull()).isTrue();
        assertThat(feed.path("items").get(0).toString()).isEqualTo("{\"seq\":5,"
                + "\"at\":\"2014-09-06T20:40:00.000Z\",\"type\":\"alert-acknowledged\","
                + "\"actor\":\"desk\",\"areas\":[\"north\"]," + "\"words\":\"desk acknowledged: "
                + SampleAlert.MESSAGE + "\"," + "\"incident\":\"" + INCIDENT
                + "\",\"protest\":null,\"alert\":\"" + ALERT
                + "\",\"report\":null,\"corrects\":null,\"withdrawn\":false}");
        assertThat(feed.at("/items/1/words").asText()).isEqualTo("RT21: t; \u201cnews\u201d");
        assertThat(UUID.fromString(feed.at("/items/1/report").asText())).as("to be read by")
                .isNotEqualTo(INCIDENT);
    }

    @Test
    void each_role_is_told_what_it_may_see() throws IOException {
        report("RT21", NORTH, INCIDENT);
        report("RT99", NORTH, INCIDENT);
        add("system", NORTH, new Entry.ProtestStarted(new UUID(3, 3), NOW));
        add("desk", NORTH, new Entry.AlertCommented(ALERT, "a remark"));
        add("desk", NORTH, new Entry.AlertCleared(ALERT, AlertState.CLEARED, "a reason"));
        add("system", NORTH, new Entry.AlertCleared(ALERT, AlertState.CLEARED, "subject-ended"));
        assertThat(seqs(feed(Role.CONTROLLER, "desk", NORTH))).containsExactly(6L, 5L, 4L, 3L, 2L,
                1L);
        assertThat(seqs(feed(Role.VIEWER, "v", NORTH))).containsExactly(6L, 3L);
        assertThat(seqs(feed(Role.FIELD, "RT21", NORTH))).containsExactly(6L, 3L, 1L);
        assertThat(seqs(feed(Role.CONTROLLER, "desk", SOUTH))).isEmpty();
    }

    @Test
    void an_area_may_be_asked_for() throws IOException {
        report("RT21", NORTH, INCIDENT);
        report("RT21", SOUTH, OTHER);
        assertThat(seqs(feed(Role.CONTROLLER, "desk", List.of(), "area", "south")))
                .containsExactly(2L);
    }

    @Test
    void only_what_had_come_by_a_moment_may_be_asked_for() throws IOException {
        report("RT21", NORTH, INCIDENT);
        report("RT99", NORTH, INCIDENT);
        later = Duration.ofMinutes(5);
        report("RT21", NORTH, INCIDENT);
        add("system", NORTH, raised(ALERT, INCIDENT));
        for (String[] asked : List.of(new String[] {NOW.toString(), "2 1"},
                new String[] {NOW.minusMillis(1).toString(), ""},
                new String[] {NOW.plus(later).toString(), "4 3 2 1"})) {
            List<Long> due = Arrays.stream(asked[1].split(" "))
                    .filter(seq -> !seq.isEmpty())
                    .map(Long::valueOf)
                    .toList();
            assertThat(seqs(feed(Role.CONTROLLER, "desk", NORTH, "until", asked[0])))
                    .isEqualTo(due);
            assertThat(seqs(timeline(Role.AUDITOR, "aud", INCIDENT, "until", asked[0])))
                    .isEqualTo(due);
        }
        JsonNode page = feed(Role.CONTROLLER, "desk", NORTH, "until", NOW.toString(), "limit", "1");
        assertThat(seqs(feed(Role.CONTROLLER, "desk", NORTH, "until", NOW.toString(), "before",
                page.path("next").asText()))).containsExactly(1L);
    }

    @ParameterizedTest
    @CsvSource({"until,yesterday,INVALID", "area,nowhere,INVALID", "limit,0,INVALID",
            "after,e.1,INVALID", "before,other.k,CURSOR_UNKNOWN", "before,e.zzz,CURSOR_UNKNOWN"})
    void what_cannot_be_answered_is_refused(String name, String value, Rejection.Code code) {
        assertThat(reads().feed(view(), scope(Role.CONTROLLER, "desk", List.of()),
                parameters(FeedReads.FEED_PARAMETERS, name, value)))
                .isInstanceOfSatisfying(Answer.Refused.class,
                        refused -> assertThat(refused.rejection().code()).isEqualTo(code));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void pages_follow_each_other_and_leave_nothing_out(long seed) throws IOException {
        Random random = new Random(seed);
        List<Long> due = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            boolean north = random.nextInt(10) == 0;
            long at = report("RT21", north ? NORTH : SOUTH, north ? INCIDENT : OTHER);
            if (north) {
                due.addFirst(at);
            }
        }
        List<Long> seen = new ArrayList<>();
        String next = null;
        do {
            JsonNode page = next == null ? feed(Role.CONTROLLER, "desk", NORTH, "limit", "7")
                    : feed(Role.CONTROLLER, "desk", NORTH, "limit", "7", "before", next);
            seen.addAll(seqs(page));
            next = page.path("next").textValue();
        } while (next != null);
        assertThat(seen).isEqualTo(due);
    }

    @Test
    void who_is_bound_to_a_quiet_area_reads_on_and_no_request_reads_more_than_its_share()
            throws IOException {
        report("RT21", NORTH, INCIDENT);
        for (int i = 0; i < 25_000; i++) {
            report("RT21", SOUTH, OTHER);
        }
        if (isIndexed) {
            assertThat(seqs(feed(Role.CONTROLLER, "desk", NORTH))).containsExactly(1L);
            assertThat(seqs(feed(Role.CONTROLLER, "desk", List.of(), "area", "north")))
                    .containsExactly(1L);
            assertThat(seqs(timeline(Role.CONTROLLER, "desk", INCIDENT))).containsExactly(1L);
            return;
        }
        JsonNode first = feed(Role.CONTROLLER, "desk", NORTH);
        assertThat(seqs(first)).isEmpty();
        assertThat(first.path("next").asText()).isEqualTo(new Cursor("e", 15_002).text());
        JsonNode second = feed(Role.CONTROLLER, "desk", NORTH, "before",
                first.path("next").asText());
        JsonNode third = feed(Role.CONTROLLER, "desk", NORTH, "before",
                second.path("next").asText());
        assertThat(seqs(third)).containsExactly(1L);
        assertThat(third.path("next").isNull()).isTrue();
    }

    @Test
    void a_timeline_holds_all_that_is_about_its_incident() throws IOException {
        report("RT21", NORTH, OTHER);
        report("RT21", NORTH, INCIDENT);
        report("RT99", NORTH, INCIDENT);
        add("system", NORTH, raised(ALERT, INCIDENT));
        add("system", NORTH, raised(OTHER_ALERT, OTHER));
        add("desk", NORTH, new Entry.AlertAcknowledged(ALERT, AlertState.ACKNOWLEDGED));
        add("desk", NORTH, new Entry.AlertAcknowledged(OTHER_ALERT, AlertState.ACKNOWLEDGED));
        add("desk", NORTH, new Entry.AlertSeen(ALERT));
        corrected("RT21", OTHER, INCIDENT);
        report("RT21", SOUTH, INCIDENT);
        assertThat(seqs(timeline(Role.AUDITOR, "aud", INCIDENT))).containsExactly(10L, 9L, 6L, 4L,
                3L, 2L);
        JsonNode page = timeline(Role.AUDITOR, "aud", INCIDENT, "limit", "4");
        assertThat(seqs(page)).containsExactly(10L, 9L, 6L, 4L);
        assertThat(
                seqs(timeline(Role.AUDITOR, "aud", INCIDENT, "before", page.path("next").asText())))
                .containsExactly(3L, 2L);
        assertThat(seqs(document(reads().timeline(view(), scope(Role.FIELD, "RT21", NORTH),
                INCIDENT.toString(), parameters(FeedReads.TIMELINE_PARAMETERS)))))
                .as("a unit's own reports, and alerts")
                .containsExactly(9L, 6L, 4L, 2L);
    }

    @Test
    void a_timeline_is_for_who_may_see_its_incident() {
        for (Scope scope : List.of(scope(Role.CONTROLLER, "desk", SOUTH),
                scope(Role.FIELD, "RT99", NORTH))) {
            assertThat(reads().timeline(view(), scope, INCIDENT.toString(),
                    parameters(FeedReads.TIMELINE_PARAMETERS)))
                    .isEqualTo(reads().timeline(view(), scope, "nothing",
                            parameters(FeedReads.TIMELINE_PARAMETERS)))
                    .isInstanceOfSatisfying(Answer.Refused.class,
                            refused -> assertThat(refused.rejection().code())
                                    .isEqualTo(Rejection.Code.NOT_FOUND));
        }
        assertThat(reads().timeline(view(), scope(Role.VIEWER, "v", NORTH), INCIDENT.toString(),
                parameters(FeedReads.TIMELINE_PARAMETERS))).isInstanceOfSatisfying(
                        Answer.Refused.class, refused -> assertThat(refused.rejection().code())
                                .isEqualTo(Rejection.Code.FORBIDDEN));
    }

    @Test
    void a_timeline_of_a_protest_tells_each_reader_what_they_may_be_told_of_it()
            throws IOException {
        report("RT21", NORTH, INCIDENT);
        report("RT21", SOUTH, OTHER);
        add("desk", NORTH,
                new Entry.ProtestPlanned(PROTEST, SampleProtest.plan("March", NOW), List.of(), ""));
        add("RT21", NORTH, onProtest());
        add("RT99", NORTH, onProtest());
        report("RT21", NORTH, INCIDENT);
        add("system", NORTH, new Entry.ProtestStarted(PROTEST, NOW));
        assertThat(seqs(ofProtest(Role.CONTROLLER, "desk"))).containsExactly(7L, 5L, 4L, 3L);
        assertThat(seqs(ofProtest(Role.FIELD, "RT21"))).containsExactly(7L, 4L, 3L);
        assertThat(seqs(ofProtest(Role.VIEWER, "v"))).containsExactly(7L, 3L);
        assertThat(reads().protestTimeline(view(), scope(Role.CONTROLLER, "desk", SOUTH),
                PROTEST.toString(), parameters(FeedReads.TIMELINE_PARAMETERS)))
                .isInstanceOf(Answer.Refused.class);
    }

    @Test
    void what_stands_in_place_of_another_names_it_and_whether_it_only_strikes_it()
            throws IOException {
        for (boolean strikes : new boolean[] {false, true}) {
            Report report = Report.of(UUID.randomUUID(), NOW)
                    .corrects(OTHER)
                    .withdrawn(strikes)
                    .build();
            add("desk", NORTH, new Entry.ReportRecorded(report, INCIDENT, null, false, "desk", NOW,
                    false, null, List.of(), List.of(), "", List.of()));
        }
        JsonNode items = feed(Role.AUDITOR, "desk", NORTH).path("items");
        assertThat(items.findValuesAsText("corrects")).containsOnly(OTHER.toString()).hasSize(2);
        assertThat(items.findValuesAsText("withdrawn")).containsExactly("true", "false");
    }

    private JsonNode ofProtest(Role role, String name) throws IOException {
        return document(reads().protestTimeline(view(), scope(role, name, NORTH),
                PROTEST.toString(), parameters(FeedReads.TIMELINE_PARAMETERS)));
    }

    private static Entry.ReportRecorded onProtest() {
        Report report = Report.of(UUID.randomUUID(), NOW).protest(PROTEST).text("news").build();
        return new Entry.ReportRecorded(report, null, PROTEST, false, "RT21", NOW, false, null,
                List.of(), List.of(), "", List.of());
    }

    private long report(String by, List<String> areas, UUID incident) {
        return add(by, areas, recorded(by, incident, null));
    }

    private void corrected(String by, UUID now, UUID before) {
        add(by, NORTH, recorded(by, now, new Entry.Struck(2, NOW, NOW, before, null, false, NORTH,
                List.of(), false, false, false)));
    }

    private static Entry.ReportRecorded recorded(String by, UUID incident,
            Entry.@Nullable Struck struck) {
        Report report = Report.of(UUID.randomUUID(), NOW).incident(incident).text("news").build();
        return new Entry.ReportRecorded(report, incident, null, false, by, NOW, false, struck,
                List.of(), List.of(), "", List.of());
    }

    private static Entry.AlertRaised raised(UUID alert, UUID incident) {
        return new Entry.AlertRaised(alert, SampleAlert.RULE.id(),
                new AlertSubject(AlertSubject.Type.INCIDENT, incident.toString()), false,
                SampleAlert.finding(SampleAlert.MESSAGE, null, NOW));
    }

    private long add(String by, List<String> areas, Entry.Body body) {
        Entry entry = new Entry(++seq, NOW.plus(later), by, areas, body);
        journal.append(List.of(new StoredEntry(entry, EntryJson.encode(entry), new byte[0])));
        return seq;
    }

    private JsonNode feed(Role role, String name, List<String> areas, String... query)
            throws IOException {
        return document(reads().feed(view(), scope(role, name, areas),
                parameters(FeedReads.FEED_PARAMETERS, query)));
    }

    private JsonNode timeline(Role role, String name, UUID incident, String... query)
            throws IOException {
        return document(reads().timeline(view(), scope(role, name, List.of()), incident.toString(),
                parameters(FeedReads.TIMELINE_PARAMETERS, query)));
    }

    private static JsonNode document(Answer answer) throws IOException {
        assertThat(answer).isInstanceOf(Answer.Document.class);
        return Mapper.RECORDS.readTree(((Answer.Document) answer).bytes());
    }

    private static List<Long> seqs(JsonNode page) {
        List<Long> seqs = new ArrayList<>();
        page.path("items").forEach(item -> seqs.add(item.path("seq").asLong()));
        return seqs;
    }

    private Parameters parameters(Set<String> known, String... query) {
        MultiMap given = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < query.length; i += 2) {
            given.add(query[i], query[i + 1]);
        }
        return new Parameters(given, new Cursor("e", seq), known);
    }

    private static Scope scope(Role role, String name, List<String> areas) {
        return Scope.of(new Credential("1", name, role, areas, null, NOW, null, null));
    }

    private View view() {
        var areas = HashTreePMap.<String, Area>empty()
                .plus("north", SampleArea.of("north", List.of(), 0))
                .plus("south", SampleArea.of("south", List.of(), 0));
        return new View(new Cursor("e", seq), NOW, areas,
                Known.<Incident>none()
                        .with(INCIDENT, 1, SampleIncident.of(INCIDENT, 1, NORTH, NOW, "RT21"))
                        .with(OTHER, 2, SampleIncident.of(OTHER, 2, SOUTH, NOW, "RT21")),
                Known.<Protest>none().with(PROTEST, 3, SampleProtest.of(PROTEST, 3, NORTH, NOW)),
                HashTreePMap.empty(), HashTreePSet.empty(),
                Known.<Alert>none()
                        .with(ALERT, 1, of(ALERT, INCIDENT))
                        .with(OTHER_ALERT, 2, of(OTHER_ALERT, OTHER)),
                Settings.NONE);
    }

    private static Alert of(UUID id, UUID incident) {
        return SampleAlert.about(SampleAlert.of(id, 1, NORTH, NOW), incident);
    }
}
