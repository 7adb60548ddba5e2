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
import org.junit.jupiter.params.provider.EnumSource;
import org.pcollections.HashTreePMap;

import org.muster.access.Credential;
import org.muster.access.Scope;
import org.muster.model.Alert;
import org.muster.model.AlertState;
import org.muster.model.Area;
import org.muster.model.Cursor;
import org.muster.model.Rejection;
import org.muster.model.Role;
import org.muster.model.SampleAlert;
import org.muster.model.SampleArea;
import org.muster.model.Settings;
import org.muster.model.Severity;
import org.muster.view.Known;
import org.muster.view.View;
import org.muster.wire.Mapper;

/**
 * Pages and filters over seven alerts, raised by the entries 10, 20 … 70: the even ones in the north, low and
 * acknowledged; the odd ones in the south, high; the first over for a day.
 */
final class AlertReadsTest {
    private static final Instant NOON = Instant.parse("2014-09-06T12:00:00Z");

    private final View view = view();

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
    @CsvSource({"state,acknowledged,6 4 2", "state,'cleared,acknowledged',6 4 2 1",
            "severity,low,6 4 2", "severity,'low,high',7 6 5 4 3 2 1", "area,north,6 4 2",
            "area,'south,north',7 6 5 4 3 2 1", "rule,crowd-per-officer,7 6 5 4 3 2 1",
            "limit,2,7 6", "before,e.k,1", "state,shelved,5 2", "state,'shelved,cleared',5 2 1"})
    void a_filter_leaves_what_it_says(String name, String value, String left) throws IOException {
        List<String> seen = new ArrayList<>();
        list(Role.VIEWER, MultiMap.caseInsensitiveMultiMap().add(name, value)).path("items")
                .forEach(item -> seen.add(Long.toString(number(item))));
        assertThat(String.join(" ", seen)).isEqualTo(left);
    }

    @Test
    void a_filter_may_come_twice() throws IOException {
        assertThat(list(Role.VIEWER,
                MultiMap.caseInsensitiveMultiMap()
                        .add("state", "cleared")
                        .add("state", "acknowledged"))
                .path("items")).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"state,open,INVALID", "state,'cleared,',INVALID", "severity,worst,INVALID",
            "area,nowhere,INVALID", "rule,nix,INVALID", "status,cleared,INVALID",
            "before,other.k,CURSOR_UNKNOWN"})
    void what_cannot_be_answered_is_refused_rather_than_empty(String name, String value,
            Rejection.Code code) {
        assertThat(AlertReads.list(view, scope(Role.VIEWER),
                parameters(MultiMap.caseInsensitiveMultiMap().add(name, value))))
                .isInstanceOfSatisfying(Answer.Refused.class,
                        refused -> assertThat(refused.rejection().code()).isEqualTo(code));
    }

    @Test
    void who_is_bound_to_an_area_sees_no_other() throws IOException {
        List<Long> seen = new ArrayList<>();
        document(AlertReads.list(view, scope(Role.FIELD, "north"),
                parameters(MultiMap.caseInsensitiveMultiMap()))).path("items")
                .forEach(item -> seen.add(number(item)));
        assertThat(seen).containsExactly(6L, 4L, 2L);
        assertThat(AlertReads.one(view, scope(Role.CONTROLLER, "north"), id(1)))
                .isEqualTo(AlertReads.one(view, scope(Role.CONTROLLER, "north"), id(99)))
                .isEqualTo(AlertReads.one(view, scope(Role.CONTROLLER), "no uuid"))
                .isInstanceOf(Answer.Refused.class);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
    void what_people_wrote_is_for_the_control_room(Role role) throws IOException {
        JsonNode deed = document(AlertReads.one(view, scope(role), id(3))).path("history").get(0);
        assertThat(deed.path("what").asText()).isEqualTo("alert-commented");
        boolean isControlRoom = Set.of(Role.CONTROLLER, Role.SUPERVISOR, Role.AUDITOR)
                .contains(role);
        assertThat(deed.path("words").asText("")).isEqualTo(isControlRoom ? "a remark" : "");
        assertThat(
                list(role, MultiMap.caseInsensitiveMultiMap()).path("items").get(0).has("history"))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
    void until_when_it_is_shelved_is_for_all_and_why_for_the_control_room(Role role)
            throws IOException {
        JsonNode alert = document(AlertReads.one(view, scope(role), id(5)));
        assertThat(alert.path("shelvedUntil").asText()).isEqualTo("2014-09-06T12:00:00.000Z");
        assertThat(alert.path("shelvedBy").asText()).isEqualTo("desk-1");
        boolean isControlRoom = Set.of(Role.CONTROLLER, Role.SUPERVISOR, Role.AUDITOR)
                .contains(role);
        assertThat(alert.path("shelvedReason").asText(""))
                .isEqualTo(isControlRoom ? "van sent" : "");
        assertThat(document(AlertReads.one(view, scope(role), id(3))).has("shelvedReason"))
                .isFalse();
    }

    @Test
    void the_picture_has_what_is_open_or_ended_within_a_day() throws IOException {
        JsonNode picture = document(
                new PictureReads(shown -> new byte[0]).picture(view, scope(Role.VIEWER, "south")));
        assertThat(picture.path("alerts")).extracting(AlertReadsTest::number)
                .containsExactly(7L, 5L, 3L);
    }

    private JsonNode list(Role role, MultiMap query) throws IOException {
        return document(AlertReads.list(view, scope(role), parameters(query)));
    }

    private static JsonNode document(Answer answer) throws IOException {
        assertThat(answer).isInstanceOf(Answer.Document.class);
        return Mapper.RECORDS.readTree(((Answer.Document) answer).bytes());
    }

    private Parameters parameters(MultiMap query) {
        return new Parameters(query, view.cursor(), AlertReads.PARAMETERS);
    }

    private static Scope scope(Role role, String... areas) {
        return Scope.of(new Credential("1", "desk", role, List.of(areas), null, NOON, null, null));
    }

    private static String id(int number) {
        return new UUID(0, number).toString();
    }

    private static long number(JsonNode alert) {
        return UUID.fromString(alert.path("id").asText()).getLeastSignificantBits();
    }

    private static View view() {
        Known<Alert> alerts = Known.none();
        for (int i = 1; i <= 7; i++) {
            boolean even = i % 2 == 0;
            UUID id = new UUID(0, i);
            AlertState odd = i == 1 ? AlertState.CLEARED : AlertState.UNACKNOWLEDGED;
            Alert alert = SampleAlert.with(id, i * 10L, even ? Severity.LOW : Severity.HIGH,
                    even ? AlertState.ACKNOWLEDGED : odd, List.of(even ? "north" : "south"), NOON,
                    i == 1 ? NOON : null);
            alerts = alerts.with(id, i * 10L,
                    i == 2 || i == 5
                            ? SampleAlert.shelved(alert,
                                    new Alert.Shelf(NOON, "desk-1", "van sent"))
                            : alert);
        }
        var areas = HashTreePMap.<String, Area>empty()
                .plus("north", SampleArea.of("north", List.of(), 0))
                .plus("south", SampleArea.of("south", List.of(), 0));
        Settings settings = new Settings("m", List.of(), List.of(), List.of(), List.of(),
                new Settings.Windows(30, 60), Settings.Clashing.DEFAULT, List.of(SampleAlert.RULE));
        View none = new View(new Cursor("e", 90), NOON.plusSeconds(86_400), areas, Known.none(),
                Known.none(), HashTreePMap.empty(), settings);
        return new View(none.cursor(), none.at(), areas, none.incidents(), none.protests(),
                none.units(), none.confidential(), alerts, settings);
    }
}
