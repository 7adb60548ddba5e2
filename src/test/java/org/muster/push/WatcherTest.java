package org.muster.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import org.muster.model.Rejection;
import org.muster.model.Role;

final class WatcherTest {

    private static final String ALL = "{\"type\":\"subscribe\"}";

    private final House house = new House();
    private final FakeSink sink = new FakeSink();

    @Test
    void a_new_watcher_gets_the_picture_and_then_hears_that_it_is_live() {
        house.record.open(FakeRecord.A1);
        house.record.unit("RT21", FakeRecord.B, 5);
        house.commit();
        watch(Role.CONTROLLER, ALL);
        assertThat(sink.types()).containsExactly("picture", "live");
        JsonNode picture = sink.messages.getFirst();
        assertThat(picture.path("areas")).hasSize(4);
        assertThat(picture.path("incidents")).hasSize(1);
        assertThat(picture.path("units")).hasSize(1);
        assertThat(picture.path("protests").isArray()).isTrue();
        assertThat(texts(picture.path("topics"))).containsExactly("reports", "alerts", "areas",
                "incidents", "protests", "units");
        assertThat(picture.path("cursor")).isEqualTo(sink.last().path("cursor"));
    }

    @Test
    void many_commits_that_wait_for_the_loop_go_out_in_one_message() {
        watch(Role.CONTROLLER, ALL);
        for (int i = 0; i < 10; i++) {
            house.record.report(FakeRecord.A1, "r" + i);
            house.commit();
        }
        house.settle();
        assertThat(sink.types()).containsExactly("picture", "live", "entries");
        assertThat(sink.last().path("entries")).hasSize(10);
        assertThat(sink.last().path("cursor").asText()).isEqualTo("e1.a");
    }

    @Test
    void a_resumed_watcher_gets_what_it_missed_then_all_that_is_open_then_live() {
        house.record.open(FakeRecord.A1);
        house.record.report(FakeRecord.A1, "second");
        house.commit();
        watch(Role.CONTROLLER, "{\"type\":\"subscribe\",\"after\":\"e1.1\"}");
        assertThat(sink.types()).containsExactly("entries", "areas", "incidents", "protests",
                "units", "alerts", "live");
        assertThat(sink.messages.getFirst().path("entries")).hasSize(1);
        assertThat(sink.messages.get(2).path("incidents")).hasSize(1);
    }

    @Test
    void a_cursor_of_another_epoch_or_beyond_the_head_or_of_no_form_is_refused_with_4410() {
        for (String after : List.of("e2.0", "e1.1", "nonsense", "")) {
            FakeSink refused = new FakeSink();
            Watcher watcher = house.hub.open(refused, House.credential(Role.CONTROLLER));
            watcher.received("{\"type\":\"subscribe\",\"after\":\"" + after + "\"}");
            assertThat(refused.closeCode).as(after).isEqualTo(4410);
            assertThat(refused.types()).containsExactly("problem");
            assertThat(refused.last().path("code").asText()).isEqualTo("cursor-unknown");
        }
    }

    @Test
    void a_cursor_moves_over_what_is_not_for_the_watcher() {
        watch(Role.CONTROLLER, "{\"type\":\"subscribe\",\"areas\":[\"b\"]}");
        house.record.report(FakeRecord.A1, "elsewhere");
        house.commit();
        house.settle();
        assertThat(sink.types()).containsExactly("picture", "live");
        house.pass(2_000);
        assertThat(sink.types()).containsExactly("picture", "live", "live");
        assertThat(sink.last().path("cursor").asText()).isEqualTo("e1.1");
    }

    @Test
    void a_sign_of_life_comes_at_least_every_two_seconds() {
        watch(Role.CONTROLLER, ALL);
        house.pass(10_000);
        assertThat(sink.types().stream().filter("live"::equals).count()).isBetween(5L, 7L);
    }

    @Test
    void figures_are_sent_once_a_beat_however_often_they_change() {
        watch(Role.CONTROLLER, ALL);
        UUID id = house.record.open(FakeRecord.A1);
        for (int i = 0; i < 20; i++) {
            house.record.change(id, incident -> FakeRecord.moved(incident, FakeRecord.A2));
            house.record.area("a", List.of(), i);
            house.commit();
        }
        sink.messages.clear();
        house.beat();
        assertThat(sink.types()).containsExactly("entries", "areas", "incidents");
        assertThat(sink.messages.get(1).path("areas").get(0).path("incidents").path("open").asInt())
                .isEqualTo(19);
        house.beat();
        assertThat(sink.messages).hasSize(3);
    }

    @Test
    void an_incident_that_moves_away_has_left_and_one_that_is_closed_has_not() {
        UUID moves = house.record.open(FakeRecord.A1);
        UUID closes = house.record.open(FakeRecord.A1);
        house.record.unit("RT21", FakeRecord.A1, 5);
        house.commit();
        watch(Role.CONTROLLER, "{\"type\":\"subscribe\",\"areas\":[\"a\"]}");
        house.record.change(moves, incident -> FakeRecord.moved(incident, FakeRecord.B));
        house.record.change(closes, FakeRecord::closed);
        house.record.unit("RT21", FakeRecord.B, 5);
        house.commit();
        house.beat();
        JsonNode incidents = ofType("incidents");
        assertThat(texts(incidents.path("left"))).containsExactly(moves.toString());
        assertThat(incidents.path("incidents").get(0).path("id").asText())
                .isEqualTo(closes.toString());
        assertThat(texts(ofType("units").path("left"))).containsExactly("RT21");
    }

    @Test
    void what_moved_away_during_a_cut_has_left_after_the_resume() {
        UUID moves = house.record.open(FakeRecord.A1);
        house.record.unit("RT21", FakeRecord.A1, 5);
        house.commit();
        house.record.change(moves, incident -> FakeRecord.moved(incident, FakeRecord.B));
        house.record.unit("RT21", FakeRecord.B, 5);
        house.commit();
        watch(Role.CONTROLLER, "{\"type\":\"subscribe\",\"areas\":[\"a\"],\"after\":\"e1.1\"}");
        assertThat(texts(ofType("incidents").path("left"))).containsExactly(moves.toString());
        assertThat(texts(ofType("units").path("left"))).containsExactly("RT21");
    }

    @Test
    void a_viewer_is_told_of_its_topics_only_and_gets_no_reports() {
        house.record.open(FakeRecord.A1);
        house.commit();
        watch(Role.VIEWER, ALL, "a");
        house.record.report(FakeRecord.A1, "r");
        house.commit();
        house.settle();
        JsonNode picture = sink.messages.getFirst();
        assertThat(texts(picture.path("topics"))).containsExactly("alerts", "areas", "protests");
        assertThat(picture.path("incidents")).isEmpty();
        assertThat(picture.path("areas")).hasSize(3);
        assertThat(sink.types()).containsExactly("picture", "live");
    }

    @Test
    void a_second_subscribe_is_a_bad_message() {
        Watcher watcher = watch(Role.CONTROLLER, ALL);
        watcher.received(ALL);
        assertThat(sink.closeCode).isEqualTo(4400);
        assertThat(sink.types()).endsWith("problem");
    }

    @Test
    void what_is_not_of_the_protocol_is_a_bad_message() {
        for (String text : List.of("", "[]", "{", "{\"type\":\"x\"}", ALL + "x",
                "{\"type\":\"subscribe\",\"type\":\"seen\"}",
                "{\"type\":\"subscribe\",\"area\":[]}", "{\"type\":\"subscribe\",\"areas\":\"a\"}",
                "{\"type\":\"subscribe\",\"areas\":[\"nowhere\"]}",
                "{\"type\":\"subscribe\",\"topics\":[\"gossip\"]}",
                "{\"type\":\"subscribe\",\"after\":5}")) {
            FakeSink refused = new FakeSink();
            house.hub.open(refused, House.credential(Role.CONTROLLER)).received(text);
            assertThat(refused.closeCode).as(text).isEqualTo(4400);
            assertThat(refused.types()).as(text).containsExactly("problem");
        }
    }

    @Test
    void an_area_outside_the_grant_is_answered_like_one_that_does_not_exist() {
        watch(Role.CONTROLLER, "{\"type\":\"subscribe\",\"areas\":[\"b\"]}", "a");
        assertThat(sink.closeCode).isEqualTo(4400);
        assertThat(sink.last().path("errors").get(0).path("pointer").asText())
                .isEqualTo("/areas/0");
    }

    @Test
    void who_does_not_subscribe_in_time_is_closed() {
        house.hub.open(sink, House.credential(Role.CONTROLLER));
        house.pass(9_800);
        assertThat(sink.closeCode).isZero();
        house.pass(200);
        assertThat(sink.closeCode).isEqualTo(4400);
    }

    @Test
    void a_stuck_watcher_is_closed_after_ten_seconds_and_nothing_piles_up_for_it() {
        watch(Role.CONTROLLER, ALL);
        sink.room = 0;
        int before = sink.frames.size();
        for (int i = 0; i < 49; i++) {
            house.record.report(FakeRecord.A1, "r");
            house.commit();
            house.beat();
        }
        assertThat(sink.frames).hasSize(before);
        assertThat(sink.closeCode).isZero();
        house.pass(1_000);
        assertThat(sink.closeCode).isEqualTo(4408);
        assertThat(sink.types()).endsWith("problem");
        assertThat(house.registry.get("muster.stream.slow.closed").counter().count()).isOne();
        assertThat(house.registry.get("muster.stream.clients").gauge().value()).isZero();
    }

    @Test
    void a_watcher_that_drains_now_and_then_catches_up() {
        Watcher watcher = watch(Role.CONTROLLER, ALL);
        sink.room = 0;
        for (int i = 0; i < 1_000; i++) {
            house.record.report(FakeRecord.A1, "r");
            house.commit();
        }
        house.settle();
        house.beat();
        assertThat(house.registry.get("muster.stream.lag.entries").gauge().value())
                .isEqualTo(1_000);
        sink.room = 1_000;
        watcher.drained();
        assertThat(entries()).hasSize(1_000);
        assertThat(sink.types()).endsWith("live");
    }

    @Test
    void a_thousand_who_join_at_once_cost_one_picture_and_one_message_each_step() {
        List<FakeSink> sinks = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            sinks.add(new FakeSink());
            house.hub.open(sinks.getLast(), House.credential(Role.CONTROLLER)).received(ALL);
        }
        assertThat(house.blocking.waiting()).isOne();
        house.settle();
        house.record.open(FakeRecord.A1);
        house.commit();
        house.beat();
        for (FakeSink other : sinks) {
            assertThat(other.shared.getFirst()).isSameAs(sinks.getFirst().shared.getFirst());
            assertThat(other.shared.getLast()).isSameAs(sinks.getFirst().shared.getLast());
            assertThat(other.types()).containsExactly("picture", "live", "entries", "incidents");
        }
    }

    @Test
    void a_large_picture_goes_out_in_frames_as_the_socket_drains() {
        for (int i = 0; i < 1_000; i++) {
            house.record.open(FakeRecord.A1);
        }
        house.commit();
        sink.room = 1;
        Watcher watcher = watch(Role.CONTROLLER, ALL);
        assertThat(sink.frames).containsExactly(Outbox.FRAME_BYTES);
        house.record.report(FakeRecord.A1, "meanwhile");
        house.commit();
        house.beat();
        assertThat(sink.frames).hasSize(1);
        while (sink.messages.isEmpty()) {
            sink.room = 1;
            watcher.drained();
        }
        assertThat(sink.last().path("incidents")).hasSize(1_000);
        sink.room = 100;
        watcher.drained();
        assertThat(sink.types()).containsExactly("picture", "entries", "live");
    }

    @Test
    void those_who_come_back_from_far_behind_share_the_pages_read_for_them() {
        for (int i = 0; i < 1_000; i++) {
            house.record.report(FakeRecord.A1, "r");
        }
        house.record.commit();
        House restarted = new House(house.record);
        List<FakeSink> sinks = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            sinks.add(new FakeSink());
            restarted.hub.open(sinks.getLast(), House.credential(Role.CONTROLLER))
                    .received("{\"type\":\"subscribe\",\"after\":\"e1.5\"}");
        }
        restarted.settle();
        assertThat(house.record.reads).isEqualTo(4);
        for (FakeSink other : sinks) {
            assertThat(entries(other)).hasSize(995);
            assertThat(other.types()).endsWith("areas", "incidents", "protests", "units", "alerts",
                    "live");
        }
    }

    @Test
    void when_the_journal_cannot_be_read_those_who_need_it_are_closed_and_the_others_go_on() {
        house.record.report(FakeRecord.A1, "r");
        house.record.commit();
        House restarted = new House(house.record);
        restarted.record.broken = true;
        FakeSink behind = new FakeSink();
        restarted.hub.open(behind, House.credential(Role.CONTROLLER))
                .received("{\"type\":\"subscribe\",\"after\":\"e1.0\"}");
        restarted.hub.open(sink, House.credential(Role.CONTROLLER)).received(ALL);
        restarted.settle();
        assertThat(behind.closeCode).isEqualTo(1001);
        assertThat(sink.types()).containsExactly("picture", "live");
    }

    @Test
    void who_does_not_answer_a_ping_is_gone() {
        Watcher watcher = watch(Role.CONTROLLER, ALL);
        house.pass(20_000);
        assertThat(sink.pings).isOne();
        watcher.pong();
        house.pass(20_000);
        assertThat(sink.pings).isEqualTo(2);
        assertThat(sink.dropped).isFalse();
        house.pass(10_000);
        assertThat(sink.dropped).isTrue();
    }

    @Test
    void an_ended_credential_and_a_leaving_service_close_with_their_codes() {
        FakeSink other = new FakeSink();
        house.hub.open(other, House.credential(Role.CONTROLLER, "a")).received(ALL);
        watch(Role.CONTROLLER, ALL);
        house.watchers.ended(House.credential(Role.CONTROLLER, "a").id());
        house.settle();
        assertThat(other.closeCode).isEqualTo(4401);
        assertThat(sink.closeCode).isZero();
        house.watchers.closeAll(new Rejection(Rejection.Code.RECORDER_STOPPED, "It stopped"));
        house.settle();
        assertThat(sink.closeCode).isEqualTo(1001);
        assertThat(sink.last().path("code").asText()).isEqualTo("recorder-stopped");
    }

    private Watcher watch(Role role, String subscribe, String... areas) {
        Watcher watcher = house.hub.open(sink, House.credential(role, areas));
        watcher.received(subscribe);
        house.settle();
        return watcher;
    }

    private List<Long> entries() {
        return entries(sink);
    }

    private static List<Long> entries(FakeSink sink) {
        List<Long> seqs = new ArrayList<>();
        for (JsonNode message : sink.messages) {
            message.path("entries").forEach(entry -> seqs.add(entry.path("seq").asLong()));
        }
        assertThat(seqs).isSorted().doesNotHaveDuplicates();
        return seqs;
    }

    private JsonNode ofType(String type) {
        return sink.messages.stream()
                .filter(message -> message.path("type").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
