package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.core.World.CENTRE;
import static org.muster.core.World.THURCROFT;
import static org.muster.core.World.minute;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.muster.model.AgeBand;
import org.muster.model.Area;
import org.muster.model.DeploymentState;
import org.muster.model.Fault;
import org.muster.model.Subject;

/** The contract's drills: listed, flagged, and outside area figures and unit states. */
class DrillTest {

    private static final UUID REPORT = new UUID(3, 1);

    private final World world = new World();
    private UUID drill = new UUID(0, 0);
    private UUID real = new UUID(0, 0);

    @BeforeEach
    void a_drill_and_a_real_incident_are_open() {
        real = world.opened(Say.at(minute(0)).opens("assault").in("here", THURCROFT));
        world.report(Say.at(minute(0)).about(real).unit("A", 10, DeploymentState.AT_SCENE));
        drill = world.opened(Say.at(minute(0)).drill().opens("assault").in("here", THURCROFT));
        world.itIs(10);
    }

    @Test
    void a_drill_is_flagged_and_has_its_own_figures_and_units() {
        world.report(Say.at(minute(1))
                .drill()
                .about(drill)
                .crowd(50, 50)
                .arrests("affray", 4, AgeBand.UNKNOWN)
                .asksFor(7, "dogs")
                .unit("A", 12, DeploymentState.EN_ROUTE));
        var now = world.incident(drill);
        assertThat(now.drill()).isTrue();
        assertThat(world.crowd(drill).peak()).isEqualTo(50);
        assertThat(now.figures().arrests().total()).isEqualTo(4);
        assertThat(now.officers().enRoute()).isEqualTo(12);
        assertThat(now.officers().requested()).isEqualTo(7);
        assertThat(now.areas()).containsExactly(THURCROFT);
    }

    @Test
    void it_moves_no_real_unit() {
        world.report(Say.at(minute(5))
                .drill()
                .about(drill)
                .unit("A", 12, DeploymentState.EN_ROUTE)
                .unit("D", 3, DeploymentState.AT_SCENE));
        assertThat(world.unit("A").subject()).isEqualTo(new Subject.OfIncident(real));
        assertThat(world.unit("A").count()).isEqualTo(10);
        assertThat(world.units).containsOnlyKeys("A");
    }

    @Test
    void it_counts_in_no_area() {
        Area before = world.area("rotherham");
        world.report(Say.at(minute(1))
                .drill()
                .about(drill)
                .crowd(50, 50)
                .arrests("affray", 4, AgeBand.UNKNOWN)
                .unit("D", 12, DeploymentState.AT_SCENE));
        world.report(Say.at(minute(1))
                .drill()
                .in("x", CENTRE)
                .arrests("affray", 4, AgeBand.UNKNOWN)
                .unit("E", 12, DeploymentState.AT_SCENE)
                .asksFor(5, "dogs"));
        assertThat(world.area("rotherham")).isEqualTo(before);
        assertThat(before.incidents().open()).isEqualTo(1);
        assertThat(before.reports().total()).isEqualTo(2);
    }

    @Test
    void updates_must_match() {
        assertThat(world.refused(Say.at(minute(1)).about(drill)).faults())
                .extracting(Fault::pointer)
                .containsExactly("/drill");
        assertThat(world.refused(Say.at(minute(1)).drill().about(real)).faults())
                .extracting(Fault::pointer)
                .containsExactly("/drill");
    }

    @Test
    void a_drill_report_is_withdrawn_without_saying_drill_and_corrected_with_it() {
        world.report(Say.at(minute(1)).as(REPORT).drill().about(drill).crowd(50, 50));
        assertThat(world.refused(Say.at(minute(1)).corrects(REPORT).crowd(5, 5)).faults())
                .extracting(Fault::pointer)
                .containsExactly("/drill");
        Area before = world.area("rotherham");
        world.report(Say.at(minute(1)).withdraws(REPORT));
        assertThat(world.incident(drill).crowd()).isNull();
        assertThat(world.area("rotherham")).isEqualTo(before);
    }

    @Test
    void a_withdrawal_that_says_drill_is_of_a_drill() {
        UUID other = new UUID(3, 4);
        world.report(Say.at(minute(1)).as(REPORT).drill().about(drill).crowd(50, 50));
        world.report(Say.at(minute(1)).as(other).in("street", "thurcroft"));
        assertThat(world.refused(Say.at(minute(1)).drill().withdraws(other)).faults())
                .extracting(Fault::pointer)
                .containsExactly("/drill");
        world.report(Say.at(minute(1)).drill().withdraws(REPORT));
        assertThat(world.incident(drill).crowd()).isNull();
    }

    @Test
    void a_withdrawal_of_a_drills_unit_report_is_corrected_as_of_a_drill() {
        UUID second = new UUID(3, 2);
        UUID third = new UUID(3, 3);
        world.report(Say.at(minute(1)).as(REPORT).drill().unit("D", 3, DeploymentState.AT_SCENE));
        world.report(Say.at(minute(1)).as(second).withdraws(REPORT));
        world.report(Say.at(minute(1)).as(third).withdraws(second));
        Say real = Say.at(minute(1)).corrects(third).unit("D", 3, DeploymentState.AT_SCENE);
        assertThat(world.refused(real).faults()).extracting(Fault::pointer)
                .containsExactly("/drill");
        world.report(real.drill());
        assertThat(world.units).containsOnlyKeys("A");
    }

    @Test
    void it_survives_a_restart_apart_from_the_rest() {
        world.report(
                Say.at(minute(1)).drill().about(drill).unit("A", 12, DeploymentState.EN_ROUTE));
        world.restart();
        assertThat(world.incident(drill).officers().enRoute()).isEqualTo(12);
        assertThat(world.incident(real).officers().atScene()).isEqualTo(10);
        assertThat(world.area("rotherham").officers().enRoute()).isZero();
    }
}
