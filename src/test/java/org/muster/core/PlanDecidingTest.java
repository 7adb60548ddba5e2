package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.core.World.CENTRE;
import static org.muster.core.World.PLANNER;
import static org.muster.core.World.SHEFFIELD;
import static org.muster.core.World.THURCROFT;
import static org.muster.core.World.minute;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.muster.model.Actor;
import org.muster.model.Clash;
import org.muster.model.Command;
import org.muster.model.Entry;
import org.muster.model.Fault;
import org.muster.model.Location;
import org.muster.model.PlacesByPoint;
import org.muster.model.Plan;
import org.muster.model.Position;
import org.muster.model.Protest;
import org.muster.model.ProtestStatus;
import org.muster.model.Rejection;
import org.muster.model.Rejection.Code;
import org.muster.model.Role;
import org.muster.model.Settings;
import org.muster.model.Shape;

/** What becomes of plans, other plans and cancellations, and of the clashes between them. */
class PlanDecidingTest {

    private static final UUID EDL = new UUID(0, 1);
    private static final UUID UAF = new UUID(0, 2);
    private static final UUID OTHER = new UUID(0, 3);
    private static final UUID UNKNOWN = new UUID(9, 9);

    private final World world = new World();

    @Test
    void a_plan_is_recorded_with_its_areas_and_is_shown_as_it_stands() {
        Entry entry = world.plans(EDL, plan(600, 53.43), CENTRE);
        assertThat(entry.actor()).isEqualTo("desk-1");
        assertThat(entry.areas()).containsExactly(CENTRE);
        Protest protest = world.protest(EDL);
        assertThat(protest.status()).isEqualTo(ProtestStatus.PLANNED);
        assertThat(protest.planned()).isTrue();
        assertThat(protest.version()).isEqualTo(protest.openedSeq()).isEqualTo(entry.seq());
        assertThat(protest.plan()).isEqualTo(plan(600, 53.43));
        assertThat(protest.areas()).containsExactly(CENTRE);
    }

    @Test
    void a_repeat_of_ones_own_plan_changes_nothing_whatever_became_of_it() {
        Command same = planned(EDL, plan(600, 53.43), PLANNER, "00");
        world.record(same);
        assertThat(decide(same)).isEqualTo(new Decision.Unchanged());
        world.changes(EDL, plan(700, 53.43), CENTRE);
        world.cancels(EDL);
        assertThat(decide(same)).isEqualTo(new Decision.Unchanged());
    }

    @Test
    void other_content_or_another_sender_under_the_same_id_is_refused() {
        world.plans(EDL, plan(600, 53.43), CENTRE);
        Actor other = new Actor("desk-2", Role.CONTROLLER);
        assertThat(code(planned(EDL, plan(600, 53.43), other, "00"))).isEqualTo(Code.ID_TAKEN);
        assertThat(code(planned(EDL, plan(600, 53.43), PLANNER, "01"))).isEqualTo(Code.ID_TAKEN);
    }

    @Test
    void the_id_of_an_unplanned_protest_is_taken() {
        UUID id = unplanned();
        assertThat(code(planned(id, plan(600, 53.43), PLANNER, "00"))).isEqualTo(Code.ID_TAKEN);
    }

    @Test
    void unknown_opponents_and_categories_are_refused_with_all_pointers() {
        world.plans(UAF, plan(600, 53.43), CENTRE);
        Rejection rejection = world.refused(planned(EDL,
                plan("disturbance", 0, 60, 53.43, List.of(UAF, UNKNOWN, EDL)), PLANNER, "00"));
        assertThat(rejection.code()).isEqualTo(Code.INVALID);
        assertThat(rejection.faults()).extracting(Fault::pointer)
                .containsExactly("/category", "/opposes/1", "/opposes/2");
        assertThat(world.refused(change(UAF, plan("riot", 0, 60, 53.43, List.of(UNKNOWN)), null))
                .faults()).extracting(Fault::pointer).containsExactly("/category", "/opposes/0");
    }

    @Test
    void another_plan_needs_the_version_that_it_was_made_from() {
        long version = world.plans(EDL, plan(600, 53.43), CENTRE).seq();
        assertThat(code(change(EDL, plan(700, 53.43), version - 1))).isEqualTo(Code.PLAN_CHANGED);
        Entry changed = world.record(change(EDL, plan(700, 53.43), version));
        assertThat(world.protest(EDL).version()).isEqualTo(changed.seq());
        assertThat(world.protest(EDL).openedSeq()).isEqualTo(version);
        assertThat(world.protest(EDL).plan()).isEqualTo(plan(700, 53.43));
        assertThat(code(change(EDL, plan(800, 53.43), version))).isEqualTo(Code.PLAN_CHANGED);
        world.record(change(EDL, plan(800, 53.43), null));
        assertThat(decide(change(EDL, plan(800, 53.43), null))).isEqualTo(new Decision.Unchanged());
    }

    @Test
    void what_lies_outside_ones_areas_is_not_found() {
        world.plans(EDL, plan(600, 53.43), CENTRE);
        Actor bound = new Actor("desk-9", Role.CONTROLLER, List.of("sheffield"));
        Actor near = new Actor("desk-8", Role.CONTROLLER, List.of("rotherham"));
        assertThat(code(new Command.ChangeProtest(EDL, plan(1, 53), null, bound, List.of(), 9)))
                .isEqualTo(Code.NOT_FOUND);
        assertThat(code(new Command.CancelProtest(EDL, null, bound))).isEqualTo(Code.NOT_FOUND);
        assertThat(code(new Command.CancelProtest(UNKNOWN, null, PLANNER)))
                .isEqualTo(Code.NOT_FOUND);
        assertThat(code(change(UNKNOWN, plan(1, 53), null))).isEqualTo(Code.NOT_FOUND);
        world.record(new Command.CancelProtest(EDL, "weather", near));
        assertThat(world.protest(EDL).status()).isEqualTo(ProtestStatus.CANCELLED);
    }

    @Test
    void a_cancelled_protest_is_cancelled_once_and_gets_no_other_plan() {
        world.plans(EDL, plan(600, 53.43), CENTRE);
        world.itIs(5);
        Entry entry = world.cancels(EDL);
        assertThat(entry.areas()).containsExactly(CENTRE);
        assertThat(world.protest(EDL).cancelledAt()).isEqualTo(minute(5));
        assertThat(decide(
                new Command.CancelProtest(EDL, "again", new Actor("desk-2", Role.SUPERVISOR))))
                .isEqualTo(new Decision.Unchanged());
        assertThat(code(change(EDL, plan(700, 53.43), null))).isEqualTo(Code.CANCELLED);
    }

    @Test
    void what_is_over_cannot_be_cancelled_even_before_the_tick_that_says_so() {
        world.plans(EDL, plan(60, 53.43), CENTRE);
        world.itIs(100);
        assertThat(world.protest(EDL).status()).isEqualTo(ProtestStatus.LIVE);
        assertThat(world.picture.decide(new Command.CancelProtest(EDL, null, PLANNER), minute(150),
                world)).isInstanceOf(Decision.Refused.class);
        world.itIs(150);
        assertThat(code(new Command.CancelProtest(EDL, null, PLANNER))).isEqualTo(Code.ENDED);
    }

    @Test
    void a_plan_for_an_unplanned_protest_makes_it_planned() {
        UUID id = unplanned();
        assertThat(world.protest(id).planned()).isFalse();
        world.changes(id, plan(-30, 53.43), THURCROFT);
        assertThat(world.protest(id).planned()).isTrue();
        assertThat(world.protest(id).plan()).isEqualTo(plan(-30, 53.43));
        assertThat(world.protest(id).areas()).containsExactly(THURCROFT);
        assertThat(world.protest(id).status()).isEqualTo(ProtestStatus.LIVE);
    }

    @Test
    void clashes_stand_in_the_entry_and_on_both_sides() {
        world.plans(EDL, plan(0, 53.4300), CENTRE);
        Entry.ProtestPlanned body = (Entry.ProtestPlanned) world
                .plans(UAF, plan("march", 60, 120, 53.4320, List.of(EDL)), CENTRE)
                .body();
        Clash seen = new Clash(EDL, true, 222.4, minute(0), minute(120));
        assertThat(body.clashes()).containsExactly(seen);
        assertThat(world.protest(UAF).clashes()).containsExactly(seen);
        assertThat(world.protest(EDL).clashes())
                .containsExactly(new Clash(UAF, true, 222.4, minute(0), minute(120)));
        assertThat(replayed()).isEqualTo(world.picture.state());
    }

    @Test
    void another_plan_mends_the_clashes_of_both_sides() {
        world.plans(EDL, plan(0, 53.4300), CENTRE);
        world.plans(UAF, plan(0, 53.4303), CENTRE);
        world.plans(OTHER, plan(0, 53.4500), SHEFFIELD);
        assertThat(others(EDL)).containsExactly(UAF);
        world.changes(UAF, plan(0, 53.4501), SHEFFIELD);
        assertThat(others(EDL)).isEmpty();
        assertThat(others(OTHER)).containsExactly(UAF);
        assertThat(others(UAF)).containsExactly(OTHER);
        world.changes(UAF, plan(600, 53.4501), SHEFFIELD);
        assertThat(others(OTHER)).isEmpty();
    }

    @Test
    void what_is_cancelled_clashes_with_nothing_until_people_come_all_the_same() {
        world.plans(EDL, plan(0, 53.4300), CENTRE);
        world.cancels(EDL);
        world.plans(UAF, plan(0, 53.4303), CENTRE);
        assertThat(others(EDL)).isEmpty();
        assertThat(others(UAF)).isEmpty();
        world.report(Say.at(minute(1)).aboutProtest(EDL).crowd(20, 30));
        assertThat(others(UAF)).containsExactly(EDL);
        assertThat(others(EDL)).containsExactly(UAF);
    }

    @Test
    void what_a_report_opens_clashes_with_plans_and_a_withdrawal_ends_that() {
        world.plans(EDL, plan(0, 53.4001), CENTRE);
        Entry.ReportRecorded body = world.report(Say.at(minute(0))
                .as(UNKNOWN)
                .opens("march")
                .at(new Location(53.4, -1.3566, null, "x"), List.of(CENTRE)));
        assertThat(body.clashes()).extracting(Clash::protest).containsExactly(EDL);
        assertThat(others(EDL)).containsExactly(body.protest());
        world.report(Say.at(minute(1)).withdraws(UNKNOWN));
        assertThat(others(EDL)).isEmpty();
    }

    @Test
    void other_settings_find_all_clashes_anew() {
        world.plans(EDL, plan(0, 53.4300), CENTRE);
        world.plans(UAF, plan(0, 53.4320), CENTRE);
        assertThat(others(EDL)).isEmpty();
        Entry same = settings(World.settings(20, 60));
        assertThat(((Entry.SettingsApplied) same.body()).clashes()).isNull();
        Entry wider = settings(World.settings(20, 60, new Settings.Clashing(60, 300, 250)));
        assertThat(((Entry.SettingsApplied) wider.body()).clashes()).containsOnlyKeys(EDL, UAF);
        assertThat(others(EDL)).containsExactly(UAF);
        assertThat(others(UAF)).containsExactly(EDL);
        settings(World.settings(20, 60));
        assertThat(others(EDL)).isEmpty();
        assertThat(replayed()).isEqualTo(world.picture.state());
    }

    private Entry settings(Settings settings) {
        return world.record(
                new Command.ApplySettings(settings, (PlacesByPoint) (lat, lon) -> List.of(CENTRE)));
    }

    private UUID unplanned() {
        UUID id = world.report(Say.at(minute(0)).opens("march").in("x", CENTRE)).protest();
        assertThat(id).isNotNull();
        return id == null ? UNKNOWN : id;
    }

    private List<UUID> others(UUID id) {
        return world.protest(id).clashes().stream().map(Clash::protest).toList();
    }

    private PictureState replayed() {
        return world.replayed().state();
    }

    private Decision decide(Command command) {
        return world.picture.decide(command, world.now(), world);
    }

    private Code code(Command command) {
        return world.refused(command).code();
    }

    private static Command planned(UUID id, Plan plan, Actor by, String sha) {
        return new Command.PlanProtest(id, plan, by, List.of(CENTRE), sha, 100);
    }

    private static Command change(UUID id, Plan plan, @Nullable Long version) {
        return new Command.ChangeProtest(id, plan, version, PLANNER, List.of(CENTRE), 100);
    }

    private static Plan plan(int start, double lat) {
        return plan("march", start, start + 60, lat, List.of());
    }

    private static Plan plan(String category, int start, int end, double lat, List<UUID> opposes) {
        Instant to = minute(end);
        return new Plan("March", category, null, opposes, minute(start), to,
                new Shape.Point(new Position(lat, -1.3566)), null, 60, null, null);
    }
}
