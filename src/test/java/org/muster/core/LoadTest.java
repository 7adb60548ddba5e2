package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.Alert;
import org.muster.model.AlertAction;
import org.muster.model.Command;
import org.muster.model.CredentialChange;
import org.muster.model.CredentialChange.Kind;
import org.muster.model.Entry;
import org.muster.model.Role;
import org.muster.model.Severity;

/** Who is called how often, and where that is a flood. */
final class LoadTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Desk room = new Desk();
    private final World world = room.world;
    private final RuleDouble.Meaning crowded = room.crowded();

    LoadTest() {
        room.inForce(crowded);
        made("desk-1", Role.CONTROLLER);
    }

    @Test
    void exactly_ten_in_ten_minutes_are_no_flood_and_eleven_are() {
        fights(10);
        assertThat(floods()).isEmpty();
        assertThat(desk("desk-1").called()).isEqualTo(10);
        fights(1);
        assertThat(floods()).containsExactly("flood-started desk-1 11");
        assertThat(desk("desk-1").floodSince()).isEqualTo(world.now());
        fights(5);
        assertThat(floods()).hasSize(1);
    }

    @Test
    void five_keep_it_on_and_four_end_it() {
        Instant first = world.now();
        fights(7);
        later(SECOND);
        fights(1);
        later(SECOND);
        fights(4);
        assertThat(floods()).containsExactly("flood-started desk-1 11");
        world.to(first.plus(Duration.ofMinutes(10)));
        assertThat(desk("desk-1").called()).isEqualTo(5);
        assertThat(floods()).hasSize(1);
        world.to(first.plus(Duration.ofMinutes(10)).plus(SECOND));
        assertThat(floods()).containsExactly("flood-started desk-1 11", "flood-ended desk-1 4");
        assertThat(desk("desk-1").floodSince()).isNull();
        assertThat(desk("desk-1").floods()).containsExactly(new org.muster.model.Desk.Flood(
                first.plus(SECOND).plus(SECOND), first.plus(Duration.ofMinutes(10)).plus(SECOND)));
        room.isReplayable();
    }

    @Test
    void an_alert_counts_for_ten_minutes_and_not_a_millisecond_longer() {
        Instant first = world.now();
        fights(1);
        world.to(first.plus(Duration.ofMinutes(10)).minusMillis(1));
        assertThat(desk("desk-1").called()).isOne();
        world.to(first.plus(Duration.ofMinutes(10)));
        assertThat(desk("desk-1").called()).isZero();
    }

    @Test
    void eleven_a_minute_before_and_a_minute_after_the_tenth_are_no_flood() {
        fights(5);
        later(Duration.ofMinutes(10));
        fights(6);
        assertThat(floods()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"rotherham,1", "thurcroft,1", "south-yorkshire,1", "sheffield,0", "centre,0"})
    void a_desk_is_called_by_what_is_within_its_areas(String area, int called) {
        made("desk-2", Role.CONTROLLER, area);
        fights(1);
        assertThat(desk("desk-2").called()).isEqualTo(called);
        assertThat(desk("desk-1").called()).isOne();
    }

    @Test
    void a_desk_that_came_later_was_there_all_the_time() {
        fights(11);
        made("desk-2", Role.SUPERVISOR, "rotherham");
        assertThat(desk("desk-2").called()).isEqualTo(11);
        assertThat(floods()).containsExactly("flood-started desk-1 11", "flood-started desk-2 11");
        assertThat(last(Entry.FloodStarted.class).areas()).containsExactly("rotherham",
                "south-yorkshire");
    }

    @Test
    void who_works_no_alerts_is_no_desk_and_who_is_revoked_or_expired_is_none_any_more() {
        made("eyes", Role.VIEWER);
        made("RT21", Role.FIELD);
        made("books", Role.AUDITOR);
        made("keys", Role.ADMIN);
        made("desk-2", Role.SUPERVISOR);
        world.record(new Command.NoteAccess(change(Kind.CREATED, "desk-3", Role.CONTROLLER,
                world.now().plusSeconds(60), List.of()), "op"));
        assertThat(world.desks).containsOnlyKeys("desk-1", "desk-2", "desk-3");
        noted(Kind.REVOKED, "desk-2", Role.SUPERVISOR);
        assertThat(world.desks).containsOnlyKeys("desk-1", "desk-3");
        later(Duration.ofSeconds(60));
        assertThat(world.desks).containsOnlyKeys("desk-1");
        noted(Kind.REVOKED, "desk-1", Role.CONTROLLER);
        assertThat(world.desks).isEmpty();
        fights(20);
        assertThat(floods()).isEmpty();
        room.isReplayable();
    }

    @Test
    void neither_drills_nor_late_ones_call_a_desk() {
        for (int i = 0; i < 15; i++) {
            world.report(room.says()
                    .drill()
                    .opens("disturbance")
                    .in("Hall", World.THURCROFT)
                    .crowd(90, 90));
            world.report(Say.at(world.now().minus(Duration.ofMinutes(16)))
                    .opens("disturbance")
                    .in("Ivanhoe Road", World.THURCROFT)
                    .crowd(90, 90));
        }
        assertThat(world.alerts).hasSize(30);
        assertThat(desk("desk-1").called()).isZero();
        assertThat(floods()).isEmpty();
    }

    @Test
    void what_is_raised_again_calls_again_and_what_is_worked_on_does_not() {
        UUID fight = room.fight(60);
        room.officers(fight, 20);
        room.officers(fight, 1);
        assertThat(room.story()).last().isEqualTo("raised-again unacknowledged");
        assertThat(desk("desk-1").called()).isEqualTo(2);
        room.acknowledges("desk-1");
        room.does("desk-1", new AlertAction.Comment("going"));
        room.does("desk-1", new AlertAction.Assign("desk-1", null));
        room.clears("desk-1");
        assertThat(desk("desk-1").called()).isEqualTo(2);
    }

    @Test
    void shelving_that_ends_may_end_in_a_flood() {
        for (int minute = 0; minute < 11; minute++) {
            world.itIs(minute);
            room.fight(60);
            room.does("desk-1", new AlertAction.Shelve(World.minute(30), "known"));
        }
        world.itIs(29);
        world.restart();
        assertThat(floods()).as("ten of the last ten minutes at most").isEmpty();
        assertThat(desk("desk-1").called()).isZero();
        world.itIs(30);
        assertThat(floods()).containsExactly("flood-started desk-1 11");
        room.isReplayable();
    }

    @Test
    void what_is_explained_calls_nobody_until_it_is_not_any_more() {
        room.fight(60);
        Alert cause = room.alert();
        Picture picture = world.replayed();
        UUID child = new UUID(9, 9);
        picture.evolve(next(picture, new Entry.AlertRaised(child, "crowded", cause.subject(), false,
                finding(), null, cause.id())));
        assertThat(called(picture)).isOne();
        picture.evolve(next(picture, new Entry.AlertSuppressed(child, null)));
        assertThat(called(picture)).isEqualTo(2);
    }

    @Test
    void what_is_back_and_was_acknowledged_meanwhile_calls_nobody() {
        room.fight(60);
        Alert alert = room.alert();
        happens("desk-1", alert,
                new Entry.AlertShelved(alert.id(), World.minute(30), "known", null));
        room.acknowledges("desk-1");
        happens("system", alert, new Entry.AlertUnshelved(alert.id()));
        assertThat(desk("desk-1").called()).isOne();
    }

    @Test
    void what_nobody_acknowledged_in_time_calls_again() {
        room.fight(60);
        Alert alert = room.alert();
        happens("system", alert,
                new Entry.AlertUpdated(alert.id(), Entry.AlertUpdated.Change.ESCALATED,
                        alert.state(), new org.muster.model.Finding(1, Severity.CRITICAL, "m", null,
                                null, null, world.now(), List.of(), false, null)));
        assertThat(desk("desk-1").called()).isEqualTo(2);
    }

    @Test
    void when_time_alone_may_end_a_flood_is_known() {
        Load load = new Load();
        assertThat(load.dueAt()).isEqualTo(FactRow.NEVER);
        fights(11);
        Load again = new Load();
        again.restore(world.picture.state().load(), world.now().toEpochMilli());
        assertThat(again.dueAt())
                .isEqualTo(world.now().plus(Duration.ofMinutes(10)).toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 14, 159, 2653})
    void it_is_the_same_over_restarts_replays_and_a_plain_count_seed(long seed) {
        Random random = new Random(seed);
        made("desk-2", Role.CONTROLLER, "sheffield");
        made("desk-3", Role.SUPERVISOR, "rotherham", "sheffield");
        Map<String, List<String>> areas = Map.of("desk-1", List.of(), "desk-2",
                List.of("sheffield"), "desk-3", List.of("rotherham", "sheffield"));
        Map<String, Boolean> flooded = new HashMap<>();
        for (int step = 0; step < 400; step++) {
            later(Duration.ofMillis(random.nextInt(random.nextInt(8) == 0 ? 300_000 : 20_000)));
            compare(areas, flooded);
            if (random.nextInt(3) > 0) {
                world.report(room.says()
                        .opens("disturbance")
                        .in("Street", random.nextBoolean() ? World.THURCROFT : World.SHEFFIELD)
                        .crowd(60, 60));
                compare(areas, flooded);
            }
            if (random.nextInt(40) == 0) {
                world.restart();
            }
        }
        assertThat(floods()).as("the seed has floods").hasSizeGreaterThan(4);
        room.isReplayable();
    }

    private void compare(Map<String, List<String>> areas, Map<String, Boolean> flooded) {
        areas.forEach((name, its) -> {
            int called = plainly(its);
            boolean is = flooded.getOrDefault(name, false) ? called >= 5 : called > 10;
            flooded.put(name, is);
            assertThat(desk(name).called()).as(name).isEqualTo(called);
            assertThat(desk(name).floodSince() != null).as(name).isEqualTo(is);
        });
    }

    private int plainly(List<String> its) {
        Instant since = world.now().minus(Duration.ofMinutes(10));
        return Math.toIntExact(world.entries.stream()
                .filter(entry -> entry.body() instanceof Entry.AlertRaised
                        && entry.at().isAfter(since)
                        && (its.isEmpty() || entry.areas().stream().anyMatch(its::contains)))
                .count());
    }

    private Entry next(Picture picture, Entry.Body body) {
        return new Entry(picture.seq() + 1, world.now(), "system", List.of(World.THURCROFT), body);
    }

    private static int called(Picture picture) {
        org.muster.model.@Nullable Desk desk = Objects.requireNonNull(picture.takeChanges().desks())
                .get("desk-1");
        return Objects.requireNonNull(desk).called();
    }

    private org.muster.model.Finding finding() {
        return new org.muster.model.Finding(1, Severity.HIGH, "m", null, null, null, world.now(),
                List.of(), false, null);
    }

    private void happens(String actor, Alert alert, Entry.Body body) {
        world.happens(actor, alert.areas(), body);
    }

    private void later(Duration span) {
        world.later(span);
    }

    private void fights(int count) {
        for (int i = 0; i < count; i++) {
            room.fight(60);
        }
    }

    private org.muster.model.Desk desk(String name) {
        org.muster.model.@Nullable Desk desk = world.desks.get(name);
        assertThat(desk).as(name).isNotNull();
        return desk;
    }

    private void made(String name, Role role, String... areas) {
        noted(Kind.CREATED, name, role, areas);
    }

    private void noted(Kind kind, String name, Role role, String... areas) {
        world.record(new Command.NoteAccess(change(kind, name, role, null, List.of(areas)), "op"));
    }

    private static CredentialChange change(Kind kind, String name, Role role,
            @Nullable Instant expires, List<String> areas) {
        return new CredentialChange(kind, "id-of-" + name, name, role, areas, expires);
    }

    private List<String> floods() {
        List<String> floods = new ArrayList<>();
        for (Entry entry : world.entries) {
            switch (entry.body()) {
                case Entry.FloodStarted it ->
                        floods.add("flood-started " + it.desk() + " " + it.count());
                case Entry.FloodEnded it ->
                        floods.add("flood-ended " + it.desk() + " " + it.count());
                default -> {
                }
            }
        }
        return floods;
    }

    private Entry last(Class<?> type) {
        return world.entries.stream()
                .filter(entry -> type.isInstance(entry.body()))
                .reduce((_, newer) -> newer)
                .orElseThrow();
    }
}
