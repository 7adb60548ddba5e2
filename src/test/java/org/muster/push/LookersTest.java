package org.muster.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.access.Credential;
import org.muster.model.Role;
import org.muster.model.SampleAlert;
import org.muster.view.Commit;

/** Who looks at which alert at this moment: told to who may see it, at most once a second, and taken back. */
final class LookersTest {
    private static final int NOBODY = 0;

    private final House house = new House();
    private final FakeSink near = new FakeSink();
    private final UUID here = house.record.raise(FakeRecord.A1);
    private final UUID there = house.record.raise(FakeRecord.B);

    LookersTest() {
        house.commit();
    }

    @Test
    void who_looks_is_told_and_taken_back_when_they_turn_away() {
        Watcher desk = watch(new FakeSink(), "desk-1", Role.CONTROLLER);
        watch(near, "desk-2", Role.CONTROLLER);
        desk.received(looking(here));
        house.pass(1_200);
        assertThat(told(near)).isEqualTo(Map.of(here, List.of("desk-1")));
        desk.received(looking(there));
        house.pass(1_200);
        assertThat(told(near)).isEqualTo(Map.of(there, List.of("desk-1")));
        desk.received("{\"type\":\"looking\",\"alert\":null}");
        house.pass(1_200);
        assertThat(told(near)).isEmpty();
        assertThat(house.record.noted).isEmpty();
        assertThat(house.record.entries).hasSize(2);
    }

    @Test
    void it_is_over_with_the_connection_however_that_ends() {
        FakeSink dead = new FakeSink();
        Watcher first = watch(new FakeSink(), "desk-1", Role.CONTROLLER);
        Watcher silent = watch(dead, "desk-2", Role.CONTROLLER);
        Watcher answering = watch(near, "desk-3", Role.CONTROLLER);
        first.received(looking(here));
        silent.received(looking(here));
        house.pass(1_200);
        assertThat(told(near)).isEqualTo(Map.of(here, List.of("desk-1", "desk-2")));
        first.gone();
        house.pass(1_200);
        assertThat(told(near)).isEqualTo(Map.of(here, List.of("desk-2")));
        // Nothing is heard of the other any more, not even an answer to a ping.
        for (int passed = 0; passed < 32; passed++) {
            house.pass(1_000);
            answering.pong();
        }
        assertThat(dead.dropped).isTrue();
        assertThat(told(near)).isEmpty();
    }

    @Test
    void of_all_that_is_said_between_two_beats_the_last_counts() {
        Watcher desk = watch(near, "desk-1", Role.CONTROLLER);
        desk.received(looking(here));
        desk.received(looking(there));
        assertThat(house.watchers.lookers().at(there)).isEmpty();
        house.beat();
        assertThat(house.watchers.lookers().at(here)).isEmpty();
        assertThat(house.watchers.lookers().at(there)).containsExactly("desk-1");
        desk.received(looking(here));
        desk.gone();
        house.beat();
        assertThat(house.watchers.lookers().at(there)).isEmpty();
        assertThat(house.watchers.lookers().at(here)).isEmpty();
    }

    @Test
    void several_screens_of_one_name_are_one_until_the_last_turns_away() {
        Watcher left = watch(new FakeSink(), "desk-1", Role.CONTROLLER);
        Watcher right = watch(new FakeSink(), "desk-1", Role.CONTROLLER);
        watch(near, "desk-2", Role.CONTROLLER);
        left.received(looking(here));
        right.received(looking(here));
        house.pass(1_200);
        assertThat(told(near)).isEqualTo(Map.of(here, List.of("desk-1")));
        int before = messages(near).size();
        left.gone();
        house.pass(1_200);
        assertThat(messages(near)).hasSize(before);
        right.gone();
        house.pass(1_200);
        assertThat(told(near)).isEmpty();
    }

    @Test
    void a_stream_that_begins_or_is_resumed_is_told_all_of_it_before_it_is_live() {
        Watcher desk = watch(new FakeSink(), "desk-1", Role.CONTROLLER);
        desk.received(looking(here));
        house.pass(1_200);
        watch(near, "desk-2", Role.CONTROLLER);
        assertThat(near.types()).containsExactly("picture", "lookers", "live");
        FakeSink resumed = new FakeSink();
        Watcher back = house.hub.open(resumed, credential("desk-3", Role.CONTROLLER));
        back.received("{\"type\":\"subscribe\",\"after\":\""
                + near.messages.getFirst().path("cursor").asText() + "\"}");
        house.settle();
        assertThat(resumed.types()).endsWith("alerts", "lookers", "live");
        assertThat(told(resumed)).isEqualTo(Map.of(here, List.of("desk-1")));
    }

    @Test
    void all_of_it_comes_before_the_first_sign_of_life_also_when_the_picture_fills_the_connection() {
        Watcher desk = watch(new FakeSink(), "desk-1", Role.CONTROLLER);
        desk.received(looking(here));
        house.pass(1_200);
        near.room(1);
        Watcher slow = watch(near, "desk-2", Role.CONTROLLER);
        assertThat(near.types()).containsExactly("picture");
        near.room(1);
        slow.drained();
        near.room(1);
        slow.drained();
        assertThat(near.types()).containsExactly("picture", "lookers", "live");
    }

    @Test
    void who_may_no_longer_see_an_alert_no_longer_looks_at_it() {
        Watcher bound = watch(near, "desk-1", Role.CONTROLLER, "a");
        FakeSink all = new FakeSink();
        watch(all, "desk-2", Role.SUPERVISOR);
        bound.received(looking(here));
        house.pass(1_200);
        assertThat(told(all)).isEqualTo(Map.of(here, List.of("desk-1")));
        house.record.changeAlert(here, alert -> SampleAlert.moved(alert, FakeRecord.B));
        house.commit();
        house.pass(1_400);
        assertThat(told(all)).isEmpty();
    }

    @Test
    void of_what_one_may_not_see_one_is_told_nothing_and_says_nothing() {
        Watcher everywhere = watch(new FakeSink(), "desk-1", Role.CONTROLLER);
        Watcher bound = watch(near, "desk-2", Role.CONTROLLER, "a");
        FakeSink all = new FakeSink();
        watch(all, "desk-3", Role.SUPERVISOR);
        everywhere.received(looking(there));
        bound.received(looking(there));
        house.pass(1_200);
        assertThat(messages(near)).isEmpty();
        assertThat(told(all)).isEqualTo(Map.of(there, List.of("desk-1")));
        bound.received(looking(here));
        house.pass(1_200);
        bound.received(looking(new UUID(9, 9)));
        everywhere.received(looking(here));
        house.pass(1_200);
        assertThat(told(near)).isEqualTo(Map.of(here, List.of("desk-1")));
        assertThat(told(all)).isEqualTo(Map.of(here, List.of("desk-1")));
        assertThat(near.closeCode).isZero();
    }

    @Test
    void who_subscribed_to_no_alerts_is_told_nothing() {
        Watcher desk = watch(new FakeSink(), "desk-1", Role.CONTROLLER);
        Watcher areas = house.hub.open(near, credential("desk-2", Role.CONTROLLER));
        areas.received("{\"type\":\"subscribe\",\"topics\":[\"areas\"]}");
        house.settle();
        desk.received(looking(here));
        house.pass(1_200);
        assertThat(messages(near)).isEmpty();
    }

    @Test
    void an_alert_that_comes_into_sight_comes_with_who_looks_at_it() {
        Watcher desk = watch(new FakeSink(), "desk-1", Role.CONTROLLER);
        watch(near, "desk-2", Role.CONTROLLER, "b");
        desk.received(looking(here));
        house.pass(1_200);
        assertThat(messages(near)).isEmpty();
        house.record.changeAlert(here, alert -> SampleAlert.moved(alert, List.of("a1", "a", "b")));
        house.commit();
        house.pass(1_400);
        assertThat(told(near)).isEqualTo(Map.of(here, List.of("desk-1")));
    }

    @Test
    void however_often_screens_turn_one_message_a_second_tells_of_a_hundred_alerts_at_most() {
        List<UUID> many = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            many.add(house.record.raise(FakeRecord.A1));
        }
        house.commit();
        List<Watcher> desks = new ArrayList<>();
        for (int i = 0; i < many.size(); i++) {
            desks.add(watch(new FakeSink(), "desk-" + i, Role.CONTROLLER));
        }
        watch(near, "other", Role.CONTROLLER);
        for (int round = 0; round < 50; round++) {
            for (int i = 0; i < many.size(); i++) {
                desks.get(i).received(looking(many.get((i + round) % many.size())));
            }
            house.beat();
        }
        assertThat(messages(near)).hasSizeBetween(5, 11)
                .allSatisfy(message -> assertThat(message.path("alerts"))
                        .hasSizeLessThanOrEqualTo(Lookout.CHANGED_MAX));
        house.pass(3_000);
        Map<UUID, List<String>> told = told(near);
        assertThat(told).hasSize(many.size());
        assertThat(told.get(many.get(49))).containsExactly("desk-0");
    }

    @Test
    void at_an_alert_that_everybody_looks_at_twenty_are_named_and_the_others_counted() {
        for (int i = 0; i < 23; i++) {
            watch(new FakeSink(), "desk-" + i, Role.CONTROLLER).received(looking(here));
        }
        watch(near, "other", Role.CONTROLLER);
        house.pass(2_200);
        JsonNode told = messages(near).getLast().path("alerts").path(0);
        assertThat(told.path("who")).hasSize(Lookout.NAMED_MAX);
        assertThat(told.path("more").asInt()).isEqualTo(3);
    }

    @Test
    void a_slow_stream_is_told_later_as_it_is_then_and_is_not_behind_for_it() {
        Watcher desk = watch(new FakeSink(), "desk-1", Role.CONTROLLER);
        Watcher slow = watch(near, "desk-2", Role.CONTROLLER);
        near.room(NOBODY);
        desk.received(looking(here));
        house.pass(1_200);
        desk.received(looking(there));
        house.pass(1_200);
        assertThat(slow.lag()).isZero();
        assertThat(messages(near)).isEmpty();
        near.room(Integer.MAX_VALUE);
        slow.drained();
        house.beat();
        assertThat(messages(near)).hasSize(1);
        assertThat(told(near)).isEqualTo(Map.of(there, List.of("desk-1")));
    }

    @Test
    void watchers_of_two_event_loops_are_told_of_each_other() {
        Hub second = house.watchers.hub(house.loop, house.record);
        Watcher desk = second.open(new FakeSink(), credential("desk-1", Role.CONTROLLER));
        desk.received("{\"type\":\"subscribe\"}");
        watch(near, "desk-2", Role.CONTROLLER);
        house.settle();
        desk.received(looking(here));
        second.tick();
        house.pass(1_200);
        assertThat(told(near)).isEqualTo(Map.of(here, List.of("desk-1")));
    }

    @Test
    void an_alert_that_another_event_loop_knows_sooner_is_told_of_as_soon_as_it_is_known_here() {
        Hub sooner = house.watchers.hub(house.loop, house.record);
        Watcher desk = sooner.open(new FakeSink(), credential("desk-1", Role.CONTROLLER));
        desk.received("{\"type\":\"subscribe\"}");
        watch(near, "desk-2", Role.CONTROLLER);
        UUID fresh = house.record.raise(FakeRecord.A1);
        Commit commit = house.record.commit();
        sooner.note(commit);
        desk.received(looking(fresh));
        sooner.tick();
        house.pass(1_200);
        assertThat(messages(near)).isEmpty();
        house.watchers.committed(commit);
        house.pass(1_200);
        assertThat(told(near)).isEqualTo(Map.of(fresh, List.of("desk-1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"looking\"}", "{\"type\":\"looking\",\"alert\":1}",
            "{\"type\":\"looking\",\"alert\":\"\"}", "{\"type\":\"looking\",\"alert\":[]}",
            "{\"type\":\"looking\",\"alert\":\"1-1-1-1-1\"}",
            "{\"type\":\"looking\",\"alert\":null,\"who\":\"desk-9\"}"})
    void what_is_not_one_id_or_null_ends_the_stream(String message) {
        watch(near, "desk-1", Role.CONTROLLER).received(message);
        assertThat(near.closeCode).isEqualTo(4400);
        assertThat(near.last().path("errors").size()).isOne();
    }

    @Test
    void nobody_looks_before_anything_was_asked_for() {
        house.hub.open(near, credential("desk-1", Role.CONTROLLER)).received(looking(here));
        assertThat(near.closeCode).isEqualTo(4400);
    }

    private Watcher watch(FakeSink sink, String name, Role role, String... areas) {
        Watcher watcher = house.hub.open(sink, credential(name, role, areas));
        watcher.received("{\"type\":\"subscribe\"}");
        house.settle();
        return watcher;
    }

    private static Credential credential(String name, Role role, String... areas) {
        return new Credential("id-" + name, name, role, List.of(areas), null, Instant.EPOCH, null,
                null);
    }

    private static String looking(UUID alert) {
        return "{\"type\":\"looking\",\"alert\":\"" + alert + "\"}";
    }

    private static List<JsonNode> messages(FakeSink sink) {
        return sink.messages.stream()
                .filter(message -> message.path("type").asText().equals("lookers"))
                .toList();
    }

    /** Who looks at what by all that a client was told, one message after the other. */
    private static Map<UUID, List<String>> told(FakeSink sink) {
        Map<UUID, List<String>> told = new TreeMap<>();
        for (JsonNode message : messages(sink)) {
            for (JsonNode each : message.path("alerts")) {
                List<String> who = new ArrayList<>();
                each.path("who").forEach(name -> who.add(name.asText()));
                UUID alert = UUID.fromString(each.path("alert").asText());
                if (who.isEmpty()) {
                    told.remove(alert);
                } else {
                    told.put(alert, who);
                }
            }
        }
        return told;
    }
}
