package org.muster.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;

import org.muster.access.Credential;
import org.muster.access.Scope;
import org.muster.journal.MemoryJournal;
import org.muster.model.Alert;
import org.muster.model.AlertState;
import org.muster.model.Area;
import org.muster.model.Cursor;
import org.muster.model.Desk;
import org.muster.model.Figures;
import org.muster.model.Incident;
import org.muster.model.IncidentStatus;
import org.muster.model.Protest;
import org.muster.model.ProtestStatus;
import org.muster.model.Rejection;
import org.muster.model.Role;
import org.muster.model.SampleAlert;
import org.muster.model.SampleArea;
import org.muster.model.SampleIncident;
import org.muster.model.SampleProtest;
import org.muster.model.Settings;
import org.muster.model.Severity;
import org.muster.model.Versions;
import org.muster.view.Known;
import org.muster.view.Load;
import org.muster.view.View;
import org.muster.wire.Mapper;

/** What a stretch of time holds, against one thing after the other. */
final class TimelineReadsTest {
    private static final Instant NOW = Instant.parse("2014-09-06T20:40:00Z");
    private static final List<String> NORTH = List.of("north");
    private static final List<String> SOUTH = List.of("south");

    private final List<Incident> incidents = new ArrayList<>();
    private final List<Alert> alerts = new ArrayList<>();
    private final List<Protest> protests = new ArrayList<>();
    private long made;

    private UUID id() {
        return new UUID(9, ++made);
    }

    private void incident(List<String> areas, int from, @Nullable Integer to) {
        incidents.add(SampleIncident.with(id(), made,
                to == null ? IncidentStatus.ONGOING : IncidentStatus.CLOSED, "disturbance", areas,
                minutes(from), to == null ? null : minutes(to), 1, Set.of("RT21")));
    }

    private void alert(Severity severity, int from, @Nullable Integer to) {
        alerts.add(SampleAlert.with(id(), made, severity,
                to == null ? AlertState.UNACKNOWLEDGED : AlertState.CLEARED, NORTH, minutes(from),
                to == null ? null : minutes(to)));
    }

    private void protest(ProtestStatus status, int from) {
        protests.add(
                SampleProtest.with(id(), made, status, true, NORTH, minutes(from), Figures.NONE));
    }

    private static Instant minutes(int from) {
        return NOW.plus(Duration.ofMinutes(from));
    }

    @Test
    void what_touches_the_stretch_is_told_and_nothing_else() throws IOException {
        incident(NORTH, -300, -121);
        incident(NORTH, -300, -120);
        incident(NORTH, -300, null);
        incident(NORTH, -10, -5);
        protest(ProtestStatus.PLANNED, 239);
        protest(ProtestStatus.PLANNED, 240);
        protest(ProtestStatus.CANCELLED, -361);
        protest(ProtestStatus.CANCELLED, -360);
        alert(Severity.HIGH, -200, -130);
        alert(Severity.LOW, -200, -110);
        JsonNode told = ask(Role.CONTROLLER, List.of());
        assertThat(ids(told, "incidents")).containsExactly(3L, 2L, 4L);
        assertThat(ids(told, "protests")).containsExactly(8L, 5L);
        assertThat(ids(told, "alerts")).containsExactly(10L);
        assertThat(told.path("from").asText()).isEqualTo("2014-09-06T18:40:00.000Z");
        assertThat(told.path("to").asText()).isEqualTo("2014-09-07T00:40:00.000Z");
        assertThat(told.path("begun").isNull()).isTrue();
        assertThat(told.at("/protests/1/endsAt").asText()).as("as long as a protest usually is")
                .isEqualTo("2014-09-07T04:39:00.000Z");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void every_stretch_holds_what_a_plain_reading_of_all_finds_in_it(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            int from = random.nextInt(2_000) - 1_000;
            incident(random.nextBoolean() ? NORTH : SOUTH, from,
                    random.nextBoolean() ? null : Integer.valueOf(from + random.nextInt(300)));
            alert(List.of(Severity.values()).get(random.nextInt(4)), from,
                    random.nextBoolean() ? null : Integer.valueOf(from + random.nextInt(300)));
        }
        for (int i = 0; i < 20; i++) {
            int from = random.nextInt(2_000) - 1_000;
            int to = from + 1 + random.nextInt(400);
            JsonNode told = ask(Role.CONTROLLER, List.of(), "from", minutes(from).toString(), "to",
                    minutes(to).toString(), "area", "north");
            assertThat(ids(told, "incidents")).containsExactlyInAnyOrderElementsOf(incidents
                    .stream()
                    .filter(one -> one.areas().equals(NORTH) && one.openedAt().isBefore(minutes(to))
                            && (one.closedAt() == null || !one.closedAt().isBefore(minutes(from))))
                    .map(one -> one.id().getLeastSignificantBits())
                    .toList());
            assertThat(ids(told, "alerts")).containsExactlyInAnyOrderElementsOf(alerts.stream()
                    .filter(one -> one.raisedAt().isBefore(minutes(to)) && (one.clearedAt() == null
                            || !one.clearedAt().isBefore(minutes(from))))
                    .map(one -> one.id().getLeastSignificantBits())
                    .toList());
        }
    }

    @Test
    void of_too_many_those_that_matter_most_are_told_and_how_many_others_there_are()
            throws IOException {
        for (int i = 0; i < 2_300; i++) {
            alert(i % 1_000 == 0 ? Severity.CRITICAL : Severity.LOW, -100, i < 20 ? null : -50);
            incident(NORTH, -100, i < 20 ? null : -50);
        }
        JsonNode told = ask(Role.CONTROLLER, List.of());
        assertThat(told.path("alerts")).hasSize(TimelineReads.EACH_MAX);
        assertThat(told.path("alerts"))
                .filteredOn(one -> one.path("severity").asText().equals("critical"))
                .hasSize(3);
        assertThat(told.path("alerts"))
                .filteredOn(one -> one.path("state").asText().equals("unacknowledged"))
                .hasSize(20);
        assertThat(told.path("incidents")).filteredOn(one -> one.path("closedAt").isNull())
                .hasSize(20);
        assertThat(told.path("more").toString())
                .isEqualTo("{\"protests\":0,\"incidents\":300,\"alerts\":300}");
    }

    @Test
    void everybody_is_told_what_their_role_and_areas_allow() throws IOException {
        incident(NORTH, -10, null);
        alert(Severity.HIGH, -10, null);
        protest(ProtestStatus.LIVE, -10);
        JsonNode viewer = ask(Role.VIEWER, List.of());
        assertThat(viewer.path("incidents")).isEmpty();
        assertThat(viewer.path("alerts")).hasSize(1);
        assertThat(viewer.path("protests")).hasSize(1);
        JsonNode south = ask(Role.CONTROLLER, SOUTH);
        for (String kind : List.of("incidents", "alerts", "protests")) {
            assertThat(south.path(kind)).isEmpty();
        }
        assertThat(ask(Role.FIELD, List.of()).path("incidents")).as("it reported on it").hasSize(1);
    }

    @Test
    void floods_are_those_of_ones_own_desk() throws IOException {
        JsonNode told = ask(Role.CONTROLLER, List.of());
        assertThat(told.path("floods").toString()).isEqualTo(
                "[{\"from\":\"2014-09-06T19:00:00.000Z\",\"to\":\"2014-09-06T19:10:00.000Z\"},"
                        + "{\"from\":\"2014-09-06T20:30:00.000Z\",\"to\":null}]");
        assertThat(ask(Role.AUDITOR, List.of()).path("floods")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"from,yesterday", "to,2014-09-06T18:00:00Z", "area,nowhere", "at,now"})
    void what_cannot_be_answered_is_refused(String name, String value) {
        assertThat(read(Role.CONTROLLER, List.of(), name, value))
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> {
                    assertThat(refused.rejection().code()).isEqualTo(Rejection.Code.INVALID);
                    assertThat(refused.rejection().faults()).hasSize(1)
                            .first()
                            .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/" + name));
                });
    }

    private JsonNode ask(Role role, List<String> areas, String... query) throws IOException {
        return Mapper.RECORDS.readTree(((Answer.Document) read(role, areas, query)).bytes());
    }

    private Answer read(Role role, List<String> areas, String... query) {
        MultiMap given = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < query.length; i += 2) {
            given.add(query[i], query[i + 1]);
        }
        String name = role == Role.FIELD ? "RT21" : role.name();
        return new TimelineReads(new MemoryJournal("e")).timeline(view(),
                Scope.of(new Credential("1", name, role, areas, null, NOW, null, null)),
                new Parameters(given, new Cursor("e", made), TimelineReads.PARAMETERS));
    }

    private static List<Long> ids(JsonNode told, String kind) {
        List<Long> ids = new ArrayList<>();
        told.path(kind)
                .forEach(one -> ids
                        .add(UUID.fromString(one.path("id").asText()).getLeastSignificantBits()));
        return ids;
    }

    private View view() {
        var areas = HashTreePMap.<String, Area>empty()
                .plus("north", SampleArea.of("north", List.of(), 0))
                .plus("south", SampleArea.of("south", List.of(), 0));
        Known<Incident> known = Known.none();
        for (Incident one : incidents) {
            known = known.with(one.id(), one.openedSeq(), one);
        }
        Known<Alert> raised = Known.none();
        for (Alert one : alerts) {
            raised = raised.with(one.id(), one.raisedSeq(), one);
        }
        Known<Protest> planned = Known.none();
        for (Protest one : protests) {
            planned = planned.with(one.id(), one.openedSeq(), one);
        }
        Desk desk = new Desk("CONTROLLER", List.of(), minutes(-10), 11,
                List.of(new Desk.Flood(minutes(-700), minutes(-690)),
                        new Desk.Flood(minutes(-100), minutes(-90))));
        return new View(new Cursor("e", made), NOW, areas, known, planned, HashTreePMap.empty(),
                HashTreePSet.empty(), raised, Settings.NONE,
                HashTreePMap.<String, Desk>empty().plus(desk.name(), desk), Known.none(),
                Versions.NONE, Load.NONE);
    }
}
