package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.core.World.CENTRE;
import static org.muster.core.World.SHEFFIELD;
import static org.muster.core.World.THURCROFT;
import static org.muster.core.World.minute;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.muster.model.Actor;
import org.muster.model.AgeBand;
import org.muster.model.Area;
import org.muster.model.Crowd;
import org.muster.model.CrowdMethod;
import org.muster.model.DeploymentState;
import org.muster.model.Entry;
import org.muster.model.Fault;
import org.muster.model.IncidentStatus;
import org.muster.model.Injured;
import org.muster.model.Rejection;
import org.muster.model.Role;
import org.muster.model.Strength;
import org.muster.model.Subject;

/** The contract's corrections and withdrawals: every figure is as if the struck report never was. */
class CorrectionTest {

    private static final UUID OPENER = new UUID(1, 1);
    private static final UUID FIRST = new UUID(1, 2);
    private static final UUID SECOND = new UUID(1, 3);

    private final World world = new World();
    private UUID incident = new UUID(0, 0);

    @BeforeEach
    void an_incident_is_open() {
        incident = world.opened(
                Say.at(minute(0)).as(OPENER).by("RT21").opens("assault").in("here", THURCROFT));
        world.itIs(60);
    }

    @Test
    void a_correction_stands_in_place_of_the_whole_report() {
        world.report(Say.at(minute(5)).as(FIRST).about(incident).crowd(900, 900));
        world.report(Say.at(minute(5)).corrects(FIRST).crowd(90, 90));
        assertThat(world.crowd(incident).present()).isEqualTo(new Crowd.Range(90, 90, 90));
        assertThat(world.crowd(incident).peak()).isEqualTo(90);
        assertThat(world.incident(incident).reports()).isEqualTo(2);
        assertThat(world.area("rotherham").reports().total()).isEqualTo(2);
    }

    @Test
    void what_was_said_only_in_the_struck_report_is_gone() {
        world.report(Say.at(minute(5))
                .as(FIRST)
                .about(incident)
                .titled("wrong")
                .in("wrong", SHEFFIELD)
                .arrests("affray", 3, AgeBand.UNKNOWN)
                .unit("A", 10, DeploymentState.AT_SCENE)
                .asksFor(20, "dogs")
                .closes("disturbance"));
        world.report(Say.at(minute(6)).withdraws(FIRST));
        var now = world.incident(incident);
        assertThat(now.title()).isEqualTo("Assault, here");
        assertThat(now.areas()).containsExactly(THURCROFT);
        assertThat(now.status()).isEqualTo(IncidentStatus.REPORTED);
        assertThat(now.figures().arrests().total()).isZero();
        assertThat(now.officers()).isEqualTo(Strength.NONE);
        assertThat(world.units).doesNotContainKey("A");
        assertThat(world.area("sheffield").reports().total()).isZero();
        assertThat(world.area("sheffield").reports().lastAt()).isNull();
        assertThat(world.area("south-yorkshire").arrests().total()).isZero();
    }

    @Test
    void a_withdrawal_counts_as_no_report() {
        world.report(Say.at(minute(5)).as(FIRST).about(incident));
        world.report(Say.at(minute(5)).withdraws(FIRST));
        assertThat(world.incident(incident).reports()).isEqualTo(1);
        assertThat(world.area("rotherham").reports().total()).isEqualTo(1);
        assertThat(world.incident(incident).lastReportAt()).isEqualTo(minute(0));
    }

    @Test
    void a_unit_goes_back_to_where_it_was_before_the_struck_report() {
        world.report(Say.at(minute(1)).about(incident).unit("A", 10, DeploymentState.AT_SCENE));
        world.report(Say.at(minute(5))
                .as(FIRST)
                .in("station", CENTRE)
                .unit("A", 12, DeploymentState.RELEASED));
        world.report(Say.at(minute(6)).withdraws(FIRST));
        assertThat(world.unit("A").subject()).isEqualTo(new Subject.OfIncident(incident));
        assertThat(world.unit("A").effectiveAt()).isEqualTo(minute(1));
        assertThat(world.incident(incident).officers().atScene()).isEqualTo(10);
    }

    @Test
    void what_a_struck_report_asked_for_at_a_place_is_not_asked_for() {
        world.report(Say.at(minute(1)).as(FIRST).in("x", CENTRE).asksFor(10, "psu"));
        assertThat(world.area("centre").officers().requested()).isEqualTo(10);
        world.report(Say.at(minute(1)).withdraws(FIRST));
        assertThat(world.area("centre").officers().requested()).isZero();
    }

    @Test
    void the_arrests_of_a_struck_unit_report_are_gone_from_its_areas() {
        world.report(
                Say.at(minute(1)).as(FIRST).in("x", CENTRE).arrests("affray", 4, AgeBand.UNKNOWN));
        assertThat(world.area("centre").arrests().last24h()).isEqualTo(4);
        world.report(Say.at(minute(1)).withdraws(FIRST));
        assertThat(world.area("centre").arrests().last24h()).isZero();
        assertThat(world.area("centre").arrests().total()).isZero();
    }

    @Test
    void the_injured_of_a_struck_unit_report_are_gone_from_its_areas() {
        world.report(Say.at(minute(1))
                .as(FIRST)
                .in("x", CENTRE)
                .and(report -> report.injured(new Injured(3, 1))));
        assertThat(world.area("centre").injured()).isEqualTo(new Area.InjuredCounts(4, 4));
        world.report(Say.at(minute(1)).withdraws(FIRST));
        assertThat(world.area("centre").injured()).isEqualTo(Area.InjuredCounts.NONE);
    }

    @Test
    void the_subject_and_the_observer_are_the_originals() {
        world.report(Say.at(minute(5)).as(FIRST).by("RT21").about(incident).crowd(10, 10));
        Entry.ReportRecorded correction = world
                .report(Say.at(minute(5)).corrects(FIRST).crowd(20, 20, CrowdMethod.MEDIA));
        assertThat(correction.incident()).isEqualTo(incident);
        assertThat(correction.observer()).isEqualTo("RT21/media");
    }

    @Test
    void a_correction_of_what_opened_opens_the_same_anew() {
        Entry.ReportRecorded correction = world.report(
                Say.at(minute(3)).corrects(OPENER).opens("disturbance").in("there", SHEFFIELD));
        assertThat(correction.incident()).isEqualTo(incident);
        assertThat(correction.opened()).isTrue();
        var now = world.incident(incident);
        assertThat(now.category()).isEqualTo("disturbance");
        assertThat(now.title()).isEqualTo("Disturbance, there");
        assertThat(now.openedAt()).isEqualTo(minute(3));
        assertThat(now.areas()).containsExactly(SHEFFIELD);
        assertThat(now.reports()).isEqualTo(1);
        assertThat(world.area("south-yorkshire").incidents().openedLast24h()).isEqualTo(1);
        assertThat(world.area("rotherham").incidents().open()).isZero();
    }

    @Test
    void without_category_and_location_those_of_the_original_stay() {
        world.report(Say.at(minute(3)).corrects(OPENER).crowd(5, 5));
        assertThat(world.incident(incident).category()).isEqualTo("assault");
        assertThat(world.incident(incident).title()).isEqualTo("Assault, here");
        assertThat(world.incident(incident).areas()).containsExactly(THURCROFT);
        assertThat(world.incident(incident).openedAt()).isEqualTo(minute(3));
    }

    @Test
    void an_incident_may_not_become_a_protest() {
        assertThat(pointers(Say.at(minute(3)).corrects(OPENER).opens("march")))
                .containsExactly("/category");
    }

    @Test
    void without_its_opening_report_others_carry_an_incident_on() {
        world.report(Say.at(minute(10)).about(incident));
        world.report(Say.at(minute(7)).about(incident));
        world.report(Say.at(minute(60)).withdraws(OPENER));
        assertThat(world.incident(incident).openedAt()).isEqualTo(minute(7));
        assertThat(world.incident(incident).category()).isEqualTo("assault");
        assertThat(world.incident(incident).areas()).containsExactly(THURCROFT);
        assertThat(world.incident(incident).isVoid()).isFalse();
    }

    @Test
    void an_incident_without_reports_is_void_until_one_comes() {
        world.report(Say.at(minute(60)).withdraws(OPENER));
        assertThat(world.incident(incident).isVoid()).isTrue();
        assertThat(world.incident(incident).status()).isEqualTo(IncidentStatus.CLOSED);
        assertThat(world.incident(incident).closedAt()).isEqualTo(minute(60));
        assertThat(world.area("rotherham").incidents().open()).isZero();
        assertThat(world.area("rotherham").incidents().openedLast24h()).isZero();
        assertThat(world.area("rotherham").reports().total()).isZero();
        world.restart();
        assertThat(world.incident(incident).isVoid()).isTrue();
        world.report(Say.at(minute(30)).about(incident));
        assertThat(world.incident(incident).status()).isEqualTo(IncidentStatus.REPORTED);
        assertThat(world.incident(incident).openedAt()).isEqualTo(minute(30));
        assertThat(world.area("rotherham").incidents().open()).isEqualTo(1);
    }

    @Test
    void a_void_incident_is_over_since_its_last_report_was_struck_whatever_is_struck_later() {
        world.itIs(60);
        world.report(Say.at(minute(60)).as(SECOND).withdraws(OPENER));
        var over = world.incident(incident).closedAt();
        assertThat(over).isEqualTo(minute(60));
        world.itIs(70);
        world.report(Say.at(minute(70)).withdraws(SECOND));
        assertThat(world.incident(incident).closedAt()).isEqualTo(over);
    }

    @Test
    void a_correction_may_move_a_report_to_another_incident() {
        UUID other = world.opened(Say.at(minute(0)).opens("assault").in("there", SHEFFIELD));
        world.report(Say.at(minute(5)).as(FIRST).about(incident).crowd(10, 10));
        world.report(Say.at(minute(5)).corrects(FIRST).about(other).crowd(10, 10));
        assertThat(world.incident(incident).crowd()).isNull();
        assertThat(world.incident(other).crowd()).isNotNull();
    }

    @Test
    void only_the_last_of_a_chain_may_be_corrected() {
        world.report(Say.at(minute(5)).as(FIRST).about(incident).crowd(10, 10));
        world.report(Say.at(minute(5)).as(SECOND).corrects(FIRST).crowd(20, 20));
        Rejection rejection = world.refused(Say.at(minute(5)).corrects(FIRST).crowd(30, 30));
        assertThat(rejection.code()).isEqualTo(Rejection.Code.SUPERSEDED);
        assertThat(rejection.detail()).contains(SECOND.toString());
        world.restart();
        assertThat(world.refused(Say.at(minute(5)).corrects(FIRST)).code())
                .isEqualTo(Rejection.Code.SUPERSEDED);
        world.report(Say.at(minute(5)).corrects(SECOND).crowd(30, 30));
        assertThat(world.crowd(incident).peak()).isEqualTo(30);
    }

    @Test
    void a_withdrawal_can_be_corrected_and_takes_nothing_with_it() {
        world.report(Say.at(minute(5)).as(FIRST).about(incident).crowd(10, 10));
        world.report(Say.at(minute(5)).as(SECOND).withdraws(FIRST));
        world.report(Say.at(minute(5)).corrects(SECOND).crowd(20, 20));
        assertThat(world.crowd(incident).peak()).isEqualTo(20);
        assertThat(world.incident(incident).reports()).isEqualTo(2);
        assertThat(world.area("rotherham").reports().total()).isEqualTo(2);
        assertThat(world.area("rotherham").reports().lastHour()).isEqualTo(1);
    }

    @Test
    void an_unknown_original_is_refused() {
        assertThat(pointers(Say.at(minute(5)).corrects(new UUID(9, 9))))
                .containsExactly("/corrects");
    }

    @Test
    void only_its_author_and_controllers_of_its_areas_correct_a_report() {
        world.report(Say.at(minute(5)).as(FIRST).by("RT21").about(incident));
        for (Actor stranger : List.of(new Actor("RT22", Role.FIELD),
                new Actor("desk-9", Role.CONTROLLER, List.of("sheffield")))) {
            assertThat(world.refused(Say.at(minute(5)).by(stranger).corrects(FIRST)).code())
                    .isEqualTo(Rejection.Code.FORBIDDEN);
        }
        for (Actor allowed : List.of(new Actor("RT21", Role.FIELD),
                new Actor("desk-9", Role.CONTROLLER, List.of("rotherham")),
                new Actor("chief", Role.SUPERVISOR))) {
            Decision decision = world.picture.decide(
                    Say.at(minute(5)).by(allowed).corrects(FIRST).command(99), world.now(), world);
            assertThat(decision).isInstanceOf(Decision.Accepted.class);
        }
    }

    @Test
    void a_corrected_unit_report_that_names_a_category_opens_an_incident() {
        world.report(Say.at(minute(5)).as(FIRST).in("x", CENTRE));
        assertThat(pointers(Say.at(minute(5)).corrects(FIRST).opens("assault")))
                .containsExactly("/location");
        UUID opened = world
                .opened(Say.at(minute(5)).corrects(FIRST).opens("assault").in("x", CENTRE));
        assertThat(world.incident(opened).status()).isEqualTo(IncidentStatus.REPORTED);
    }

    private List<String> pointers(Say say) {
        return world.refused(say).faults().stream().map(Fault::pointer).toList();
    }
}
