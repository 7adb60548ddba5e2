package org.muster.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.Outcome;
import org.muster.model.Rejection;
import org.muster.model.Role;
import org.muster.model.SampleAlert;

/** Who saw which alert: noted once, in batches, for what may be shown. */
final class GlancesTest {
    private static final String ALL = "{\"type\":\"subscribe\"}";

    private final House house = new House();
    private final FakeSink sink = new FakeSink();

    @Test
    void what_was_seen_is_noted_at_the_next_beat_all_at_once() {
        UUID one = house.record.raise(FakeRecord.A1);
        UUID other = house.record.raise(FakeRecord.B);
        house.commit();
        Watcher watcher = watch(Role.CONTROLLER);
        watcher.received(seen(one));
        watcher.received(seen(other, one));
        assertThat(house.record.noted).isEmpty();
        house.beat();
        assertThat(house.record.noted).hasSize(1);
        assertThat(house.record.noted.getFirst().alerts()).containsExactly(one, other);
        assertThat(house.record.noted.getFirst().by()).isEqualTo("controller");
        house.pass(2_000);
        assertThat(house.record.noted).hasSize(1);
        assertThat(sink.closeCode).isZero();
    }

    @Test
    void what_is_unknown_or_out_of_sight_or_was_seen_before_is_left_out_without_a_word() {
        UUID here = house.record.raise(FakeRecord.A1);
        UUID there = house.record.raise(FakeRecord.B);
        UUID known = house.record.raise(FakeRecord.A1);
        house.record.changeAlert(known, it -> SampleAlert.seen(it, "viewer", it.raisedAt()));
        house.commit();
        Watcher watcher = watch(Role.VIEWER, "a");
        int messages = sink.messages.size();
        watcher.received(seen(there, new UUID(9, 9), known));
        house.beat();
        assertThat(house.record.noted).isEmpty();
        watcher.received(seen(there, here));
        house.beat();
        assertThat(house.record.noted).hasSize(1);
        assertThat(house.record.noted.getFirst().alerts()).containsExactly(here);
        assertThat(sink.messages).hasSize(messages);
    }

    @Test
    void one_command_is_under_way_at_a_time_and_a_refused_one_is_handed_in_again() {
        UUID one = house.record.raise(FakeRecord.A1);
        UUID other = house.record.raise(FakeRecord.A1);
        house.commit();
        Watcher watcher = watch(Role.CONTROLLER);
        house.record.outcome = new CompletableFuture<>();
        watcher.received(seen(one));
        house.beat();
        watcher.received(seen(other));
        house.pass(2_000);
        assertThat(house.record.noted).hasSize(1);
        Objects.requireNonNull(house.record.outcome)
                .complete(new Outcome.Refused(new Rejection(Rejection.Code.BUSY, "busy")));
        house.record.outcome = null;
        house.settle();
        house.beat();
        assertThat(house.record.noted).hasSize(2);
        assertThat(house.record.noted.getLast().alerts()).containsExactly(one, other);
        house.pass(2_000);
        assertThat(house.record.noted).hasSize(2);
    }

    @Test
    void a_thousand_at_once_and_no_more() {
        Watcher watcher = watch(Role.CONTROLLER);
        List<UUID> many = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            many.add(new UUID(0, i));
        }
        watcher.received(seen(many.toArray(UUID[]::new)));
        assertThat(sink.closeCode).isZero();
        many.add(new UUID(1, 1));
        watcher.received(seen(many.toArray(UUID[]::new)));
        assertThat(sink.closeCode).isEqualTo(4400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"seen\"}", "{\"type\":\"seen\",\"alerts\":null}",
            "{\"type\":\"seen\",\"alerts\":\"x\"}", "{\"type\":\"seen\",\"alerts\":[1]}",
            "{\"type\":\"seen\",\"alerts\":[\"1-1-1-1-1\"]}",
            "{\"type\":\"seen\",\"alerts\":[null]}",
            "{\"type\":\"seen\",\"alerts\":[],\"at\":\"now\"}"})
    void what_is_no_list_of_ids_ends_the_stream(String message) {
        watch(Role.CONTROLLER).received(message);
        assertThat(sink.closeCode).isEqualTo(4400);
        assertThat(sink.last().path("errors").size()).isOne();
    }

    @Test
    void nothing_was_seen_before_anything_was_asked_for() {
        house.hub.open(sink, House.credential(Role.CONTROLLER)).received(seen());
        assertThat(sink.closeCode).isEqualTo(4400);
    }

    private Watcher watch(Role role, String... areas) {
        Watcher watcher = house.hub.open(sink, House.credential(role, areas));
        watcher.received(ALL);
        house.settle();
        return watcher;
    }

    private static String seen(UUID... alerts) {
        List<String> quoted = new ArrayList<>();
        for (UUID alert : alerts) {
            quoted.add("\"" + alert + "\"");
        }
        return "{\"type\":\"seen\",\"alerts\":[" + String.join(",", quoted) + "]}";
    }
}
