package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.core.World.SHEFFIELD;
import static org.muster.core.World.THURCROFT;
import static org.muster.core.World.minute;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.muster.model.AgeBand;
import org.muster.model.DeploymentState;
import org.muster.model.IncidentStatus;
import org.muster.model.Warning;

/** The contract's closing and reopening: status follows effective time, whatever order reports come in. */
class ClosedSpanTest {

    private static final UUID CLOSING = new UUID(2, 1);

    private final World world = new World();
    private UUID incident = new UUID(0, 0);

    @BeforeEach
    void an_incident_is_open() {
        incident = world.opened(Say.at(minute(0)).opens("assault").in("here", THURCROFT));
        world.report(Say.at(minute(0)).about(incident).crowd(10, 10));
        world.itIs(200);
    }

    @Test
    void only_a_reopening_opens_a_closed_incident() {
        world.report(Say.at(minute(10)).about(incident).closes(null));
        world.report(Say.at(minute(11)).about(incident).status(IncidentStatus.ONGOING));
        assertThat(world.incident(incident).status()).isEqualTo(IncidentStatus.CLOSED);
        assertThat(world.warnings(Say.at(minute(12)).about(incident).reopens())).isEmpty();
        assertThat(world.incident(incident).status()).isEqualTo(IncidentStatus.ONGOING);
        assertThat(world.incident(incident).closedAt()).isNull();
        assertThat(world.area("rotherham").incidents().open()).isEqualTo(1);
    }

    @Test
    void a_reopening_may_give_the_status_itself() {
        world.report(Say.at(minute(10)).about(incident).closes(null));
        world.report(Say.at(minute(12)).about(incident).reopens().status(IncidentStatus.CONTAINED));
        assertThat(world.incident(incident).status()).isEqualTo(IncidentStatus.CONTAINED);
    }

    @Test
    void to_reopen_what_is_open_changes_nothing() {
        world.report(Say.at(minute(10)).about(incident).reopens());
        assertThat(world.incident(incident).status()).isEqualTo(IncidentStatus.REPORTED);
    }

    @Test
    void what_is_observed_while_closed_goes_to_the_timeline_but_arrests_and_units_count() {
        world.report(Say.at(minute(10)).about(incident).closes(null));
        assertThat(world.warnings(Say.at(minute(15))
                .about(incident)
                .titled("other")
                .in("other", SHEFFIELD)
                .crowd(900, 900)
                .arrests("affray", 2, AgeBand.UNKNOWN)
                .unit("A", 5, DeploymentState.AT_SCENE)
                .asksFor(40, "dogs"))).containsExactly(Warning.INCIDENT_CLOSED);
        var now = world.incident(incident);
        assertThat(world.crowd(incident).peak()).isEqualTo(10);
        assertThat(world.crowd(incident).present()).isNull();
        assertThat(now.title()).isEqualTo("Assault, here");
        assertThat(now.areas()).containsExactly(THURCROFT);
        assertThat(now.figures().arrests().total()).isEqualTo(2);
        assertThat(now.officers().atScene()).isEqualTo(5);
        assertThat(now.officers().requested()).isZero();
    }

    @Test
    void what_was_observed_in_a_closed_span_stays_out_after_the_reopening() {
        world.report(Say.at(minute(10)).about(incident).closes(null));
        world.report(Say.at(minute(15)).by("x").about(incident).crowd(900, 900).titled("other"));
        world.report(Say.at(minute(20)).by("y").about(incident).reopens().crowd(30, 30));
        assertThat(world.crowd(incident).estimates()).hasSize(2);
        assertThat(world.crowd(incident).peak()).isEqualTo(20);
        assertThat(world.incident(incident).title()).isEqualTo("Assault, here");
    }

    @Test
    void a_closing_that_comes_late_takes_out_what_was_observed_after_it() {
        world.report(Say.at(minute(20)).by("x").about(incident).crowd(900, 900).titled("other"));
        world.report(Say.at(minute(20)).about(incident).asksFor(40, "dogs"));
        assertThat(world.crowd(incident).peak()).isGreaterThan(10);
        world.report(Say.at(minute(10)).about(incident).closes(null));
        assertThat(world.crowd(incident).peak()).isEqualTo(10);
        assertThat(world.incident(incident).title()).isEqualTo("Assault, here");
        assertThat(world.incident(incident).officers().requested()).isZero();
        assertThat(world.area("rotherham").crowd()).isNull();
    }

    @Test
    void a_struck_closing_brings_back_what_it_had_taken_out() {
        world.report(Say.at(minute(10)).as(CLOSING).about(incident).closes(null));
        world.report(Say.at(minute(20)).by("x").about(incident).crowd(90, 90).titled("other"));
        world.report(Say.at(minute(20)).about(incident).asksFor(40, "dogs"));
        world.report(Say.at(minute(21)).withdraws(CLOSING));
        assertThat(world.incident(incident).status()).isEqualTo(IncidentStatus.REPORTED);
        assertThat(world.incident(incident).title()).isEqualTo("other");
        assertThat(world.crowd(incident).peak()).isEqualTo(50);
        assertThat(world.incident(incident).officers().requested()).isEqualTo(40);
        assertThat(world.area("rotherham").crowd()).isNotNull();
    }

    @Test
    void what_the_closing_report_says_itself_still_counts() {
        world.report(Say.at(minute(10)).about(incident).closes(null).crowd(70, 70).titled("end"));
        assertThat(world.crowd(incident).peak()).isEqualTo(70);
        assertThat(world.incident(incident).title()).isEqualTo("end");
    }

    @Test
    void requests_from_before_a_closing_do_not_come_back_with_the_reopening() {
        world.report(Say.at(minute(5)).about(incident).asksFor(10, "dogs"));
        world.report(Say.at(minute(10)).about(incident).closes(null));
        world.report(Say.at(minute(20)).about(incident).reopens().asksFor(3, "psu"));
        assertThat(world.incident(incident).officers().requested()).isEqualTo(3);
    }

    @Test
    void the_first_closing_gives_time_and_category() {
        world.report(Say.at(minute(10)).about(incident).closes("disturbance"));
        world.report(Say.at(minute(20)).about(incident).closes("assault"));
        assertThat(world.incident(incident).closedAt()).isEqualTo(minute(10));
        assertThat(world.incident(incident).closingCategory()).isEqualTo("disturbance");
    }
}
