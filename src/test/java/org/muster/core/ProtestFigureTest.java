package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.core.World.CENTRE;
import static org.muster.core.World.SHEFFIELD;
import static org.muster.core.World.THURCROFT;
import static org.muster.core.World.minute;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.muster.model.AgeBand;
import org.muster.model.Area;
import org.muster.model.Crowd;
import org.muster.model.DeploymentState;
import org.muster.model.Entry;
import org.muster.model.Entry.ReportRecorded;
import org.muster.model.Fault;
import org.muster.model.PlacesByPoint;
import org.muster.model.Plan;
import org.muster.model.Position;
import org.muster.model.Protest;
import org.muster.model.ProtestStatus;
import org.muster.model.Shape;
import org.muster.model.Subject;
import org.muster.model.Warning;

/** The figures of protests, and what they count as in areas. Each world must equal its replay and its snapshot. */
class ProtestFigureTest {

    private static final UUID EDL = new UUID(0, 1);
    private static final UUID FIRST = new UUID(5, 1);
    private static final UUID UNKNOWN = new UUID(9, 9);
    private static final Shape PLACE = new Shape.Point(new Position(53.43, -1.3566));

    private final World world = new World();

    @AfterEach
    void the_picture_equals_its_replay_and_its_snapshot() {
        assertThat(world.replayed().state()).isEqualTo(world.picture.state());
        assertThat(Picture.restore(world.picture.state()).state().protests())
                .isEqualTo(world.picture.state().protests());
        var shown = world.protests.entrySet().stream().toList();
        var areas = List.copyOf(world.areas.entrySet());
        world.restart();
        assertThat(world.protests.entrySet()).containsExactlyInAnyOrderElementsOf(shown);
        assertThat(world.areas.entrySet()).containsExactlyInAnyOrderElementsOf(areas);
    }

    @Test
    void a_protest_becomes_live_and_ends_by_entries_on_ticks() {
        world.plans(EDL, plan(60, 120), CENTRE);
        int before = world.entries.size();
        world.itIs(59.9);
        assertThat(world.entries).hasSize(before);
        world.itIs(60);
        Entry started = world.entries.getLast();
        assertThat(started.body()).isEqualTo(new Entry.ProtestStarted(EDL, minute(60)));
        assertThat(started.actor()).isEqualTo("system");
        assertThat(started.areas()).containsExactly(CENTRE);
        assertThat(protest().status()).isEqualTo(ProtestStatus.LIVE);
        assertThat(protest().startedAt()).isEqualTo(minute(60));
        world.itIs(149.9);
        assertThat(world.entries).hasSize(before + 1);
        world.itIs(151);
        assertThat(world.entries.getLast().body())
                .isEqualTo(new Entry.ProtestEnded(EDL, minute(150)));
        assertThat(protest().endedAt()).isEqualTo(minute(150));
        world.itIs(900);
        assertThat(world.entries).hasSize(before + 2);
    }

    @Test
    void a_window_already_past_is_created_ended() {
        world.plans(EDL, plan(-200, -100), CENTRE);
        assertThat(world.entries.getLast().body())
                .isEqualTo(new Entry.ProtestEnded(EDL, minute(-70)));
        assertThat(protest().status()).isEqualTo(ProtestStatus.ENDED);
        world.report(about(-150).crowd(50, 70));
        assertThat(protest().status()).isEqualTo(ProtestStatus.ENDED);
        assertThat(present()).isNull();
        assertThat(world.warnings(about(0).crowd(50, 70))).containsExactly(Warning.PROTEST_ENDED);
        assertThat(protest().status()).isEqualTo(ProtestStatus.LIVE);
        assertThat(protest().startedAt()).isEqualTo(minute(0));
    }

    @Test
    void a_report_makes_a_protest_live_up_to_two_hours_before_its_start() {
        world.plans(EDL, plan(121, 180), CENTRE);
        world.report(about(0).unit("A", 5, DeploymentState.AT_SCENE));
        assertThat(protest().status()).isEqualTo(ProtestStatus.PLANNED);
        world.itIs(1);
        world.report(about(1).unit("A", 5, DeploymentState.AT_SCENE));
        assertThat(protest().status()).isEqualTo(ProtestStatus.LIVE);
        assertThat(protest().startedAt()).isEqualTo(minute(1));
    }

    @Test
    void closing_ends_it_and_a_later_observation_makes_it_live_again_with_a_warning() {
        world.plans(EDL, plan(0, 240), CENTRE);
        world.report(about(0).crowd(90, 110));
        assertThat(present()).isEqualTo(new Crowd.Range(90, 99, 110));
        world.itIs(10);
        world.report(about(10).closes(null));
        assertThat(protest().status()).isEqualTo(ProtestStatus.ENDED);
        assertThat(protest().endedAt()).isEqualTo(minute(10));
        assertThat(present()).isNull();
        assertThat(world.area("centre").crowd()).isNull();
        world.itIs(20);
        assertThat(world.warnings(about(20).unit("A", 5, DeploymentState.RELEASED)))
                .containsExactly(Warning.PROTEST_ENDED);
        assertThat(protest().status()).isEqualTo(ProtestStatus.ENDED);
        assertThat(world.warnings(about(5).crowd(80, 90))).isEmpty();
        assertThat(protest().status()).isEqualTo(ProtestStatus.ENDED);
        assertThat(world.warnings(about(20).crowd(80, 90))).containsExactly(Warning.PROTEST_ENDED);
        assertThat(protest().status()).isEqualTo(ProtestStatus.LIVE);
        assertThat(world.area("centre").crowd()).isEqualTo(present());
    }

    @Test
    void a_cancelled_protest_counts_nowhere_until_people_come() {
        world.plans(EDL, plan(60, 120), CENTRE);
        assertThat(protests("centre")).isEqualTo(new Area.ProtestCounts(0, 1));
        world.cancels(EDL);
        assertThat(protests("centre")).isEqualTo(Area.ProtestCounts.NONE);
        assertThat(world.area("centre").officers().planned()).isZero();
        world.itIs(60);
        assertThat(protest().status()).isEqualTo(ProtestStatus.CANCELLED);
        assertThat(world.warnings(about(60).crowd(5, 5)))
                .containsExactly(Warning.PROTEST_CANCELLED);
        assertThat(protest().status()).isEqualTo(ProtestStatus.LIVE);
        assertThat(protests("centre")).isEqualTo(new Area.ProtestCounts(1, 0));
        world.cancels(EDL);
        assertThat(protest().status()).isEqualTo(ProtestStatus.CANCELLED);
    }

    @Test
    void upcoming_begins_a_day_before_the_start() {
        world.plans(EDL, plan(25 * 60, 26 * 60), CENTRE);
        assertThat(protests("rotherham")).isEqualTo(Area.ProtestCounts.NONE);
        assertThat(world.area("rotherham").officers().planned()).isZero();
        world.itIs(59.9);
        assertThat(protests("rotherham")).isEqualTo(Area.ProtestCounts.NONE);
        world.itIs(60);
        assertThat(protests("rotherham")).isEqualTo(new Area.ProtestCounts(0, 1));
        assertThat(world.area("rotherham").officers().planned()).isEqualTo(60);
        world.itIs(25 * 60);
        assertThat(protests("rotherham")).isEqualTo(new Area.ProtestCounts(1, 0));
        assertThat(world.area("rotherham").officers().planned()).isEqualTo(60);
        world.itIs(26 * 60 + 30);
        assertThat(protests("rotherham")).isEqualTo(Area.ProtestCounts.NONE);
    }

    @Test
    void people_per_officer_is_over_incidents_and_protests_together() {
        world.plans(EDL, plan(0, 240), CENTRE);
        world.report(about(0).crowd(100, 100).unit("A", 20, DeploymentState.AT_SCENE));
        world.report(Say.at(minute(0))
                .opens("disturbance")
                .in("x", THURCROFT)
                .crowd(60, 60)
                .unit("B", 20, DeploymentState.AT_SCENE));
        Area rotherham = world.area("rotherham");
        assertThat(rotherham.crowd()).isEqualTo(new Crowd.Range(160, 160, 160));
        assertThat(rotherham.peoplePerOfficer()).isEqualTo(new Area.Ratio(4, 4));
        assertThat(rotherham.officers().atScene()).isEqualTo(40);
    }

    @Test
    void units_stand_at_a_protest_and_count_in_the_area_after_it_until_released() {
        world.plans(EDL, plan(0, 60), CENTRE);
        world.report(about(0).unit("A", 20, DeploymentState.AT_SCENE).asksFor(10, "psu"));
        assertThat(world.unit("A").subject()).isEqualTo(new Subject.OfProtest(EDL));
        assertThat(protest().figures().officers().requested()).isEqualTo(10);
        world.itIs(90);
        assertThat(protest().status()).isEqualTo(ProtestStatus.ENDED);
        assertThat(world.area("centre").officers().atScene()).isEqualTo(20);
        assertThat(world.area("centre").officers().requested()).isZero();
        world.report(about(90).unit("A", 20, DeploymentState.RELEASED));
        assertThat(world.area("centre").officers().atScene()).isZero();
    }

    @Test
    void an_unplanned_protest_is_live_at_once_with_a_made_title_and_usual_end() {
        ReportRecorded body = world
                .report(Say.at(minute(-5)).opens("march").in("All Saints Square", CENTRE));
        UUID id = UUID.nameUUIDFromBytes(
                ("protest:" + body.report().id()).getBytes(StandardCharsets.UTF_8));
        assertThat(body.protest()).isEqualTo(id);
        assertThat(body.incident()).isNull();
        Protest protest = world.protest(id);
        assertThat(protest.title()).isEqualTo("March, All Saints Square");
        assertThat(protest.status()).isEqualTo(ProtestStatus.LIVE);
        assertThat(protest.plan().startsAt()).isEqualTo(minute(-5));
        assertThat(protest.plan().end()).isEqualTo(minute(235));
        assertThat(protest.plan().place()).isEqualTo(new Shape.Point(new Position(53.4, -1.3)));
        assertThat(protests("centre")).isEqualTo(new Area.ProtestCounts(1, 0));
        world.report(Say.at(minute(0)).aboutProtest(id).in("elsewhere", SHEFFIELD).titled("X"));
        assertThat(world.protest(id).areas()).containsExactly(CENTRE);
        assertThat(world.protest(id).title()).isEqualTo("March, All Saints Square");
    }

    @Test
    void an_unknown_protest_is_refused_with_its_pointer() {
        assertThat(world.refused(Say.at(minute(0)).aboutProtest(UNKNOWN)).faults())
                .extracting(Fault::pointer)
                .containsExactly("/protest");
    }

    @Test
    void a_withdrawn_closing_was_never_said() {
        world.plans(EDL, plan(0, 240), CENTRE);
        world.report(about(0).crowd(10, 10));
        world.report(about(0).as(FIRST).closes(null));
        assertThat(protest().status()).isEqualTo(ProtestStatus.ENDED);
        world.report(Say.at(minute(0)).withdraws(FIRST));
        assertThat(protest().status()).isEqualTo(ProtestStatus.LIVE);
        assertThat(protest().endedAt()).isNull();
        assertThat(present()).isEqualTo(new Crowd.Range(10, 10, 10));
        assertThat(protest().figures().reports()).isEqualTo(1);
    }

    @Test
    void a_withdrawn_early_report_makes_it_planned_again() {
        world.plans(EDL, plan(60, 120), CENTRE);
        world.report(about(0).as(FIRST).crowd(10, 10));
        assertThat(protest().status()).isEqualTo(ProtestStatus.LIVE);
        world.report(Say.at(minute(0)).withdraws(FIRST));
        assertThat(protest().status()).isEqualTo(ProtestStatus.PLANNED);
        assertThat(protest().startedAt()).isNull();
        world.itIs(60);
        assertThat(protest().status()).isEqualTo(ProtestStatus.LIVE);
    }

    @Test
    void a_corrected_opener_keeps_the_protest_and_makes_it_anew() {
        ReportRecorded body = world
                .report(Say.at(minute(-5)).as(FIRST).opens("march").in("x", CENTRE));
        UUID id = known(body.protest());
        int before = world.entries.size();
        world.report(
                Say.at(minute(-4)).as(UNKNOWN).corrects(FIRST).titled("Vigil").in("y", SHEFFIELD));
        assertThat(world.entries).hasSize(before + 1);
        Protest protest = world.protest(id);
        assertThat(protest.title()).isEqualTo("Vigil");
        assertThat(protest.areas()).containsExactly(SHEFFIELD);
        assertThat(protest.plan().category()).isEqualTo("march");
        assertThat(protest.plan().startsAt()).isEqualTo(minute(-4));
        assertThat(protest.figures().reports()).isEqualTo(1);
        assertThat(protest.version()).isEqualTo(world.entries.getLast().seq());
        assertThat(protests("centre")).isEqualTo(Area.ProtestCounts.NONE);
        assertThat(protests("sheffield")).isEqualTo(new Area.ProtestCounts(1, 0));
        assertThat(world.refused(Say.at(minute(0)).corrects(UNKNOWN).opens("assault")).faults())
                .extracting(Fault::pointer)
                .containsExactly("/category");
    }

    @Test
    void one_whose_only_report_was_withdrawn_is_void_until_another_comes() {
        UUID id = known(
                world.report(Say.at(minute(0)).as(FIRST).opens("march").in("x", CENTRE)).protest());
        world.itIs(1);
        world.report(Say.at(minute(1)).withdraws(FIRST));
        assertThat(world.protest(id).isVoid()).isTrue();
        assertThat(world.protest(id).status()).isEqualTo(ProtestStatus.ENDED);
        assertThat(protests("centre")).isEqualTo(Area.ProtestCounts.NONE);
        world.report(Say.at(minute(1)).aboutProtest(id).crowd(5, 5));
        assertThat(world.protest(id).isVoid()).isFalse();
        assertThat(world.protest(id).status()).isEqualTo(ProtestStatus.LIVE);
    }

    @Test
    void a_sensitive_unplanned_protest_shows_neither_words_nor_place() {
        UUID id = known(
                world.report(Say.at(minute(0)).opens("march").in("x", CENTRE).sensitive(true))
                        .protest());
        Protest hidden = world.protest(id);
        assertThat(hidden.title()).isNull();
        assertThat(hidden.sensitive()).isTrue();
        assertThat(hidden.plan().place()).isEqualTo(new Shape.Point(new Position(53.42, -1.3)));
        world.plans(EDL, plan(0, 240), CENTRE);
        world.report(about(0).sensitive(true));
        assertThat(protest().sensitive()).isTrue();
        assertThat(protest().title()).isEqualTo("March");
        assertThat(protest().plan().place()).isEqualTo(PLACE);
    }

    @Test
    void a_drill_is_shown_and_counts_nowhere() {
        UUID id = known(world.report(Say.at(minute(0))
                .opens("march")
                .in("x", CENTRE)
                .crowd(100, 100)
                .unit("A", 5, DeploymentState.AT_SCENE)
                .drill()).protest());
        assertThat(world.protest(id).drill()).isTrue();
        assertThat(world.protest(id).status()).isEqualTo(ProtestStatus.LIVE);
        assertThat(world.protest(id).figures().officers().atScene()).isEqualTo(5);
        assertThat(protests("centre")).isEqualTo(Area.ProtestCounts.NONE);
        assertThat(world.area("centre").crowd()).isNull();
        assertThat(world.units).doesNotContainKey("A");
        assertThat(world.refused(Say.at(minute(0)).aboutProtest(id)).faults())
                .extracting(Fault::pointer)
                .containsExactly("/drill");
    }

    @Test
    void arrests_count_at_the_protest_and_in_its_areas() {
        world.plans(EDL, plan(0, 60), CENTRE);
        world.report(about(0).arrests("affray", 4, AgeBand.AGED_18_TO_24));
        assertThat(protest().figures().arrests().total()).isEqualTo(4);
        assertThat(world.area("rotherham").arrests()).isEqualTo(new Area.ArrestCounts(4, 4));
    }

    @Test
    void arrests_above_the_crowd_that_is_there_are_pointed_out() {
        world.plans(EDL, plan(0, 60), CENTRE);
        world.report(about(0).crowd(3, 3));
        assertThat(world.warnings(about(0).arrests("affray", 4, AgeBand.UNKNOWN)))
                .containsExactly(Warning.ARRESTS_ABOVE_CROWD);
    }

    @Test
    void a_new_map_moves_protests_with_all_that_counts_there() {
        world.plans(EDL, plan(0, 240), CENTRE);
        world.report(about(0).crowd(10, 10).unit("A", 5, DeploymentState.AT_SCENE));
        world.settings(World.settings(30, 60), (PlacesByPoint) (lat, lon) -> List.of(SHEFFIELD));
        assertThat(protest().areas()).containsExactly(SHEFFIELD);
        assertThat(protests("centre")).isEqualTo(Area.ProtestCounts.NONE);
        assertThat(protests("sheffield")).isEqualTo(new Area.ProtestCounts(1, 0));
        assertThat(world.area("sheffield").officers().atScene()).isEqualTo(5);
        assertThat(world.unit("A").areas()).containsExactly(SHEFFIELD);
    }

    @Test
    void another_plan_may_put_off_what_is_live() {
        world.plans(EDL, plan(0, 240), CENTRE);
        assertThat(protest().status()).isEqualTo(ProtestStatus.LIVE);
        world.changes(EDL, plan(300, 400), THURCROFT);
        assertThat(protest().status()).isEqualTo(ProtestStatus.PLANNED);
        assertThat(protests("thurcroft")).isEqualTo(new Area.ProtestCounts(0, 1));
        assertThat(protests("centre")).isEqualTo(Area.ProtestCounts.NONE);
        world.itIs(300);
        assertThat(protest().status()).isEqualTo(ProtestStatus.LIVE);
    }

    private Say about(double minute) {
        return Say.at(minute(minute)).aboutProtest(EDL);
    }

    private Protest protest() {
        return world.protest(EDL);
    }

    private Crowd.@Nullable Range present() {
        Crowd crowd = protest().figures().crowd();
        return crowd == null ? null : crowd.present();
    }

    private Area.ProtestCounts protests(String area) {
        return world.area(area).protests();
    }

    private static UUID known(@Nullable UUID id) {
        if (id == null) {
            throw new AssertionError("it opened no protest");
        }
        return id;
    }

    private static Plan plan(double start, double end) {
        return new Plan("March", "march", null, List.of(), minute(start), minute(end), PLACE, null,
                60, null, null);
    }
}
