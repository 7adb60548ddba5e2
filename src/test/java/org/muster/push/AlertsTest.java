package org.muster.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import org.muster.model.AlertState;
import org.muster.model.AlertSubject;
import org.muster.model.Entry;
import org.muster.model.Role;
import org.muster.model.SampleAlert;
import org.muster.model.SampleIncident;

/** Alerts on the stream. */
final class AlertsTest {
    private static final String ALL = "{\"type\":\"subscribe\"}";
    private static final String IN_A = "{\"type\":\"subscribe\",\"areas\":[\"a\"]}";

    private final House house = new House();
    private final FakeSink sink = new FakeSink();

    @Test
    void alerts_are_in_the_picture_and_their_entries_and_changes_follow() {
        UUID first = house.record.raise(FakeRecord.A1);
        house.commit();
        watch(sink, Role.VIEWER, ALL);
        assertThat(ids(sink.messages.getFirst().path("alerts"))).containsExactly(first.toString());
        assertThat(sink.messages.getFirst().at("/alerts/0/ruleTitle").asText())
                .isEqualTo(SampleAlert.RULE.title());
        UUID second = house.record.raise(FakeRecord.B);
        house.commit();
        house.beat();
        assertThat(sink.types()).containsExactly("picture", "live", "entries", "alerts");
        assertThat(sink.messages.get(2).at("/entries/0/type").asText()).isEqualTo("alert-raised");
        assertThat(ids(sink.last().path("alerts"))).containsExactly(second.toString());
        assertThat(sink.last().at("/alerts/0/state").asText()).isEqualTo("unacknowledged");
        assertThat(sink.last().path("left").isArray()).isTrue();
        assertThat(sink.last().path("left")).isEmpty();
    }

    @Test
    void what_changed_twice_between_two_beats_is_told_once_as_it_is() {
        UUID alert = house.record.raise(FakeRecord.A1);
        house.commit();
        watch(sink, Role.CONTROLLER, IN_A);
        house.record.entry(FakeRecord.A1,
                new Entry.AlertAcknowledged(alert, AlertState.ACKNOWLEDGED));
        house.record.changeAlert(alert,
                it -> SampleAlert.in(it, AlertState.ACKNOWLEDGED, it.raisedAt()));
        house.commit();
        house.record.entry(FakeRecord.A1, new Entry.AlertCleared(alert, AlertState.CLEARED, "r"));
        house.record.changeAlert(alert,
                it -> SampleAlert.in(it, AlertState.CLEARED, it.raisedAt()));
        house.commit();
        house.beat();
        List<JsonNode> told = ofType(sink, "alerts");
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().at("/alerts/0/state").asText()).isEqualTo("cleared");
        assertThat(entries(sink)).containsExactly("alert-acknowledged", "alert-cleared");
    }

    @Test
    void what_people_wrote_is_sent_to_the_control_room_alone() {
        UUID alert = house.record.raise(FakeRecord.A1);
        house.commit();
        List<Role> roles = List.of(Role.CONTROLLER, Role.SUPERVISOR, Role.AUDITOR, Role.VIEWER,
                Role.FIELD);
        List<FakeSink> sinks = new ArrayList<>();
        for (Role role : roles) {
            FakeSink each = new FakeSink();
            watch(each, role, ALL);
            sinks.add(each);
        }
        house.record.entry(FakeRecord.A1, new Entry.AlertCommented(alert, "a remark"));
        house.record.entry(FakeRecord.A1,
                new Entry.AlertCleared(alert, AlertState.CLEARED, "a reason"));
        house.record.entry(FakeRecord.A1, new Entry.AlertAssigned(alert, "desk-2"));
        house.commit();
        house.settle();
        for (int i = 0; i < roles.size(); i++) {
            assertThat(entries(sinks.get(i))).as(roles.get(i).slug())
                    .containsExactlyElementsOf(
                            i < 3 ? List.of("alert-commented", "alert-cleared", "alert-assigned")
                                    : List.of("alert-assigned"));
        }
    }

    @Test
    void an_alert_that_moves_stays_with_those_who_saw_it_and_comes_to_others() {
        UUID moves = house.record.raise(FakeRecord.A1);
        house.commit();
        watch(sink, Role.VIEWER, IN_A);
        FakeSink other = new FakeSink();
        watch(other, Role.CONTROLLER, "{\"type\":\"subscribe\",\"areas\":[\"b\"]}");
        house.record.changeAlert(moves,
                it -> SampleAlert.moved(it, List.of("a1", "a", "b", "elsewhere")));
        house.commit();
        house.beat();
        for (FakeSink each : List.of(sink, other)) {
            assertThat(ids(each.last().path("alerts"))).containsExactly(moves.toString());
            assertThat(each.last().path("left")).isEmpty();
        }
    }

    @Test
    void after_a_cut_all_that_is_open_comes_once() {
        UUID stays = house.record.raise(FakeRecord.A1);
        house.record.raise(FakeRecord.B);
        house.commit();
        watch(sink, Role.VIEWER, "{\"type\":\"subscribe\",\"areas\":[\"a\"],\"after\":\"e1.1\"}");
        assertThat(ofType(sink, "alerts")).hasSize(1);
        assertThat(ids(ofType(sink, "alerts").getFirst().path("alerts")))
                .containsExactly(stays.toString());
    }

    @Test
    void words_of_what_is_sensitive_by_now_are_not_sent_to_anybody() {
        UUID incident = house.record.open(FakeRecord.A1);
        house.commit();
        watch(sink, Role.AUDITOR, ALL);
        house.record.change(incident, SampleIncident::sensitive);
        house.record.entry(FakeRecord.A1,
                new Entry.AlertRaised(new UUID(7, 7), "r",
                        new AlertSubject(AlertSubject.Type.INCIDENT, incident.toString()), false,
                        SampleAlert.finding("at Secret Road", "in a1", Instant.EPOCH)));
        house.commit();
        house.settle();
        JsonNode body = ofType(sink, "entries").getFirst().at("/entries/0/body");
        assertThat(body.path("reduced").asBoolean()).isTrue();
        assertThat(body.at("/finding/message").asText()).isEqualTo("in a1");
        assertThat(sink.messages.toString()).doesNotContain("Secret").doesNotContain("discreet");
    }

    @Test
    void that_somebody_saw_it_is_no_entry_of_the_stream() {
        UUID alert = house.record.raise(FakeRecord.A1);
        house.commit();
        watch(sink, Role.AUDITOR, ALL);
        house.record.entry(FakeRecord.A1, new Entry.AlertSeen(alert));
        house.commit();
        house.settle();
        assertThat(entries(sink)).isEmpty();
    }

    private void watch(FakeSink into, Role role, String subscribe) {
        house.hub.open(into, House.credential(role)).received(subscribe);
        house.settle();
    }

    private static List<String> entries(FakeSink sink) {
        List<String> types = new ArrayList<>();
        ofType(sink, "entries").forEach(message -> message.path("entries")
                .forEach(entry -> types.add(entry.path("type").asText())));
        return types;
    }

    private static List<JsonNode> ofType(FakeSink sink, String type) {
        return sink.messages.stream()
                .filter(message -> message.path("type").asText().equals(type))
                .toList();
    }

    private static List<String> ids(JsonNode things) {
        List<String> ids = new ArrayList<>();
        things.forEach(thing -> ids.add(thing.path("id").asText()));
        return ids;
    }
}
