package org.muster.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcollections.HashTreePMap;

import org.muster.access.Credential;
import org.muster.access.Scope;
import org.muster.index.Indexes;
import org.muster.journal.MemoryJournal;
import org.muster.model.AgeBand;
import org.muster.model.Area;
import org.muster.model.Arrests;
import org.muster.model.Cursor;
import org.muster.model.Figures;
import org.muster.model.Protest;
import org.muster.model.ProtestStatus;
import org.muster.model.Rejection;
import org.muster.model.Role;
import org.muster.model.SampleArea;
import org.muster.model.SampleProtest;
import org.muster.model.Settings;
import org.muster.view.Known;
import org.muster.view.View;
import org.muster.wire.Mapper;

/**
 * Pages and filters over seven protests, known by the entries 10, 20 … 70, each starting a minute and ten seconds after
 * the one before; the even ones in the north, ended. An eighth is void.
 */
final class ProtestReadsTest {
    private static final Instant NOON = Instant.parse("2014-09-06T12:00:00Z");

    private final View view = view();
    private final ProtestReads reads = new ProtestReads(
            new Search(Indexes.none(new MemoryJournal("e"), () -> view)));

    @Test
    void pages_follow_each_other_newest_first_and_leave_nothing_out() throws IOException {
        List<Long> seen = new ArrayList<>();
        String next = null;
        do {
            MultiMap query = MultiMap.caseInsensitiveMultiMap().add("limit", "3");
            if (next != null) {
                query.add("before", next);
            }
            JsonNode page = list(Role.VIEWER, query);
            page.path("items").forEach(item -> seen.add(number(item)));
            next = page.path("next").textValue();
        } while (next != null);
        assertThat(seen).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    @ParameterizedTest
    @CsvSource({"status,ended,6 4 2", "status,planned,7 5 3 1", "area,north,6 4 2",
            "category,march,7 6 5 4 3 2 1", "since,2014-09-06T12:05:00Z,7 6 5",
            "until,2014-09-06T14:05:00+02:00,4 3 2 1", "limit,2,7 6", "before,e.k,1"})
    void a_filter_leaves_what_it_says(String name, String value, String left) throws IOException {
        List<String> seen = new ArrayList<>();
        list(Role.VIEWER, MultiMap.caseInsensitiveMultiMap().add(name, value)).path("items")
                .forEach(item -> seen.add(Long.toString(number(item))));
        assertThat(String.join(" ", seen)).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({"status,closed,INVALID", "area,nowhere,INVALID", "category,nix,INVALID",
            "q,-,INVALID", "since,yesterday,INVALID", "before,other.k,CURSOR_UNKNOWN"})
    void what_cannot_be_answered_is_refused_rather_than_empty(String name, String value,
            Rejection.Code code) {
        assertThat(reads.list(view, scope(Role.VIEWER),
                parameters(MultiMap.caseInsensitiveMultiMap().add(name, value)), RowForm.JSON))
                .isInstanceOfSatisfying(Answer.Refused.class,
                        refused -> assertThat(refused.rejection().code()).isEqualTo(code));
    }

    @Test
    void who_is_bound_to_an_area_sees_no_other() throws IOException {
        List<Long> seen = new ArrayList<>();
        document(reads.list(view, scope(Role.FIELD, "north"),
                parameters(MultiMap.caseInsensitiveMultiMap()), RowForm.JSON)).path("items")
                .forEach(item -> seen.add(number(item)));
        assertThat(seen).containsExactly(6L, 4L, 2L);
        assertThat(ProtestReads.one(view, scope(Role.VIEWER, "north"), id(1)))
                .isEqualTo(ProtestReads.one(view, scope(Role.VIEWER, "north"), id(99)))
                .isInstanceOf(Answer.Refused.class);
        assertThat(ProtestReads.one(view, scope(Role.VIEWER), "no uuid"))
                .isInstanceOf(Answer.Refused.class);
    }

    @Test
    void one_protest_names_its_version_as_its_entity_tag() {
        assertThat(ProtestReads.one(view, scope(Role.CONTROLLER), id(3))).isInstanceOfSatisfying(
                Answer.Document.class,
                document -> assertThat(document.headers()).containsEntry("ETag", "\"30\""));
    }

    @Test
    void a_void_one_is_in_no_list_and_can_still_be_read() {
        assertThat(ProtestReads.one(view, scope(Role.CONTROLLER), id(8)))
                .isInstanceOf(Answer.Document.class);
        assertThat(view.protests(protest -> true)).extracting(Protest::openedSeq)
                .containsExactly(70L, 60L, 50L, 40L, 30L, 20L, 10L);
    }

    @Test
    void viewers_are_not_told_ages_of_the_young_and_the_few() throws IOException {
        for (Role role : List.of(Role.VIEWER, Role.CONTROLLER)) {
            JsonNode one = document(ProtestReads.one(view, scope(role), id(7)));
            JsonNode listed = list(role, MultiMap.caseInsensitiveMultiMap()).path("items").get(0);
            JsonNode pictured = document(
                    new PictureReads(shown -> new byte[0]).picture(view, scope(role)))
                    .path("protests")
                    .get(0);
            assertThat(listed).isEqualTo(one);
            assertThat(pictured).isEqualTo(one);
            assertThat(one.path("arrests").path("byAge").toString())
                    .isEqualTo(role == Role.VIEWER ? "{\"18-24\":5}"
                            : "{\"10-17\":6,\"18-24\":5,\"over-34\":4}");
        }
    }

    private JsonNode list(Role role, MultiMap query) throws IOException {
        return document(reads.list(view, scope(role), parameters(query), RowForm.JSON));
    }

    private static JsonNode document(Answer answer) throws IOException {
        assertThat(answer).isInstanceOf(Answer.Document.class);
        return Mapper.RECORDS.readTree(((Answer.Document) answer).bytes());
    }

    private Parameters parameters(MultiMap query) {
        return new Parameters(query, view.cursor(), Wanted.PARAMETERS);
    }

    private static Scope scope(Role role, String... areas) {
        return Scope.of(new Credential("1", "desk", role, List.of(areas), null, NOON, null, null));
    }

    private static String id(int number) {
        return new UUID(0, number).toString();
    }

    private static long number(JsonNode protest) {
        return UUID.fromString(protest.path("id").asText()).getLeastSignificantBits();
    }

    private static View view() {
        Figures figures = Figures.NONE.withArrests(new Arrests(15, Map.of(),
                Map.of(AgeBand.AGED_10_TO_17, 6, AgeBand.AGED_18_TO_24, 5, AgeBand.OVER_34, 4)));
        Known<Protest> protests = Known.none();
        for (int i = 1; i <= 8; i++) {
            boolean even = i % 2 == 0;
            UUID id = new UUID(0, i);
            protests = protests.with(id, i * 10L,
                    SampleProtest.with(id, i * 10L,
                            even ? ProtestStatus.ENDED : ProtestStatus.PLANNED, i < 8,
                            List.of(even ? "north" : "south"), NOON.plusSeconds(i * 70L), figures));
        }
        var areas = HashTreePMap.<String, Area>empty()
                .plus("north", SampleArea.of("north", List.of(), 0))
                .plus("south", SampleArea.of("south", List.of(), 0));
        Settings settings = new Settings("m", List.of(),
                List.of(new Settings.Category("march", "March", Settings.Kind.PROTEST)), List.of(),
                List.of(), new Settings.Windows(30, 60), Settings.Clashing.DEFAULT);
        return new View(new Cursor("e", 90), NOON.plusSeconds(900), areas, Known.none(), protests,
                HashTreePMap.empty(), settings);
    }
}
