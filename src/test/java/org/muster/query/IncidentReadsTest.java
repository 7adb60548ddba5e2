package org.muster.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

import org.muster.access.Credential;
import org.muster.access.Scope;
import org.muster.index.Indexes;
import org.muster.journal.MemoryJournal;
import org.muster.model.Area;
import org.muster.model.Cursor;
import org.muster.model.Incident;
import org.muster.model.IncidentStatus;
import org.muster.model.Rejection;
import org.muster.model.Role;
import org.muster.model.SampleArea;
import org.muster.model.SampleIncident;
import org.muster.model.Settings;
import org.muster.view.Known;
import org.muster.view.View;
import org.muster.wire.Mapper;

/** Pages and filters over seven incidents, opened by the entries 10, 20 … 70; the even ones in the north, closed. */
final class IncidentReadsTest {
    private static final Instant NOON = Instant.parse("2014-09-06T12:00:00Z");
    private static final Scope DESK = Scope
            .of(new Credential("1", "desk", Role.CONTROLLER, List.of(), null, NOON, null, null));
    private static final Scope NORTH = Scope.of(new Credential("2", "north", Role.CONTROLLER,
            List.of("north"), null, NOON, null, null));

    private final View view = view();
    private final IncidentReads reads = new IncidentReads(
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
            JsonNode page = document(DESK, query);
            page.path("items").forEach(item -> seen.add(number(item)));
            assertThat(page.path("items").size()).isLessThanOrEqualTo(3);
            next = page.path("next").textValue();
        } while (next != null);
        assertThat(seen).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    @ParameterizedTest
    @CsvSource({"status,closed,6 4 2", "status,reported,7 5 3 1", "area,north,6 4 2",
            "category,affray,7", "since,2014-09-06T12:05:00Z,7 6 5",
            "until,2014-09-06T14:05:00+02:00,4 3 2 1", "limit,2,7 6", "limit,1000,7 6 5 4 3 2 1",
            "before,e.k,1", "before,e.0,''"})
    void a_filter_leaves_what_it_says(String name, String value, String left) throws IOException {
        List<String> seen = new ArrayList<>();
        document(DESK, MultiMap.caseInsensitiveMultiMap().add(name, value)).path("items")
                .forEach(item -> seen.add(Long.toString(number(item))));
        assertThat(String.join(" ", seen)).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({"limit,0,INVALID", "limit,1001,INVALID", "limit,x,INVALID", "limit,-1,INVALID",
            "status,open,INVALID", "area,nowhere,INVALID", "category,nix,INVALID",
            "since,yesterday,INVALID", "fooo,1,INVALID", "before,other.k,CURSOR_UNKNOWN",
            "before,nonsense,CURSOR_UNKNOWN", "before,e.zzz,CURSOR_UNKNOWN", "q,' ',INVALID",
            "q,'\"*- (',INVALID", "q,a b c d e f g h i j k,INVALID"})
    void what_cannot_be_answered_is_refused_rather_than_empty(String name, String value,
            Rejection.Code code) {
        assertThat(reads.list(view, DESK,
                parameters(MultiMap.caseInsensitiveMultiMap().add(name, value)), RowForm.JSON))
                .isInstanceOfSatisfying(Answer.Refused.class,
                        refused -> assertThat(refused.rejection().code()).isEqualTo(code));
    }

    @Test
    void who_is_bound_to_an_area_sees_no_other_and_cannot_ask_for_it() throws IOException {
        List<Long> seen = new ArrayList<>();
        document(NORTH, MultiMap.caseInsensitiveMultiMap()).path("items")
                .forEach(item -> seen.add(number(item)));
        assertThat(seen).containsExactly(6L, 4L, 2L);
        assertThat(reads.list(view, NORTH,
                parameters(MultiMap.caseInsensitiveMultiMap().add("area", "south")), RowForm.JSON))
                .isInstanceOf(Answer.Refused.class);
        assertThat(IncidentReads.one(view, NORTH, new UUID(0, 1).toString()))
                .isEqualTo(IncidentReads.one(view, NORTH, new UUID(0, 99).toString()));
        assertThat(IncidentReads.one(view, NORTH, new UUID(0, 2).toString()))
                .isInstanceOf(Answer.Document.class);
        assertThat(IncidentReads.one(view, NORTH, "no uuid")).isInstanceOf(Answer.Refused.class);
    }

    private JsonNode document(Scope scope, MultiMap query) throws IOException {
        Answer answer = reads.list(view, scope, parameters(query), RowForm.JSON);
        assertThat(answer).isInstanceOf(Answer.Document.class);
        return Mapper.RECORDS.readTree(((Answer.Document) answer).bytes());
    }

    private Parameters parameters(MultiMap query) {
        return new Parameters(query, view.cursor(), Wanted.PARAMETERS);
    }

    private static long number(JsonNode incident) {
        return UUID.fromString(incident.path("id").asText()).getLeastSignificantBits();
    }

    private static View view() {
        Known<Incident> incidents = Known.none();
        for (int i = 1; i <= 7; i++) {
            boolean even = i % 2 == 0;
            Instant opened = NOON.plusSeconds(i * 70L);
            incidents = incidents.with(new UUID(0, i), i * 10L,
                    SampleIncident.with(new UUID(0, i), i * 10L,
                            even ? IncidentStatus.CLOSED : IncidentStatus.REPORTED,
                            i == 7 ? "affray" : "disturbance", List.of(even ? "north" : "south"),
                            opened, even ? opened : null, 1, Set.of()));
        }
        PMap<String, Area> areas = HashTreePMap.<String, Area>empty()
                .plus("north", area("north"))
                .plus("south", area("south"));
        Settings settings = new Settings("m", List.of(),
                List.of(new Settings.Category("disturbance", "Disturbance", Settings.Kind.INCIDENT),
                        new Settings.Category("affray", "Affray", Settings.Kind.INCIDENT)),
                List.of(), List.of(), new Settings.Windows(30, 60), Settings.Clashing.DEFAULT);
        return new View(new Cursor("e", 80), NOON.plusSeconds(900), areas, incidents, Known.none(),
                HashTreePMap.empty(), settings);
    }

    private static Area area(String id) {
        return SampleArea.of(id, List.of(), 0);
    }
}
