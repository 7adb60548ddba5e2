package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.core.World.CENTRE;
import static org.muster.core.World.THURCROFT;
import static org.muster.core.World.minute;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.muster.model.Actor;
import org.muster.model.DeploymentState;
import org.muster.model.IncidentStatus;
import org.muster.model.Location;
import org.muster.model.Methane;
import org.muster.model.Role;
import org.muster.model.Subject;

/** The contract's sensitive reports: no text, title or place, the point is the area's centre, figures count. */
class SensitiveTest {

    private static final UUID REPORT = new UUID(4, 1);
    private static final Actor CHIEF = new Actor("chief", Role.SUPERVISOR);
    private static final Location CENTRE_OF_THURCROFT = new Location(53.39, -1.3, null, null);

    private final World world = new World();
    private UUID incident = new UUID(0, 0);

    @BeforeEach
    void an_incident_is_open() {
        incident = world.opened(Say.at(minute(0)).opens("assault").in("here", THURCROFT));
        world.itIs(10);
    }

    @Test
    void one_sensitive_report_hides_title_and_place_and_figures_count() {
        world.report(Say.at(minute(1)).about(incident).crowd(5, 5).sensitive(true));
        var now = world.incident(incident);
        assertThat(now.sensitive()).isTrue();
        assertThat(now.title()).isNull();
        assertThat(now.location()).isEqualTo(CENTRE_OF_THURCROFT);
        assertThat(now.areas()).containsExactly(THURCROFT);
        assertThat(world.crowd(incident).peak()).isEqualTo(5);
        assertThat(world.area("thurcroft").crowd()).isNotNull();
    }

    @Test
    void elsewhere_there_is_no_point() {
        UUID there = world.opened(
                Say.at(minute(0)).opens("assault").in("there", "elsewhere").sensitive(true));
        assertThat(world.incident(there).location()).isNull();
    }

    @Test
    void a_methane_keeps_its_figures_alone() {
        Methane full = new Methane(Methane.Major.DECLARED, "the yard", "collapse", List.of("gas"),
                "by the gate", new Methane.Casualties(1, 2, 3, true),
                List.of(new Methane.Service("fire", 1, 2)));
        world.report(Say.at(minute(1)).about(incident).and(report -> report.methane(full)));
        assertThat(world.incident(incident).methane()).isEqualTo(full);
        world.report(Say.at(minute(1)).about(incident).sensitive(true));
        assertThat(world.incident(incident).methane()).isEqualTo(new Methane(Methane.Major.DECLARED,
                null, null, List.of(), null, full.casualties(), full.services()));
    }

    @Test
    void later_reports_do_not_lift_it_and_neither_does_a_restart() {
        world.report(Say.at(minute(1)).about(incident).sensitive(true));
        world.report(Say.at(minute(2)).by(CHIEF).about(incident).sensitive(false).titled("told"));
        assertThat(world.incident(incident).title()).isNull();
        world.restart();
        assertThat(world.incident(incident).sensitive()).isTrue();
    }

    @Test
    void only_a_supervisors_correction_that_says_so_lifts_it() {
        world.report(Say.at(minute(1)).as(REPORT).about(incident).sensitive(true));
        UUID second = new UUID(4, 2);
        world.report(Say.at(minute(1)).as(second).corrects(REPORT).sensitive(false));
        assertThat(world.incident(incident).sensitive()).isTrue();
        UUID third = new UUID(4, 3);
        world.report(Say.at(minute(1)).as(third).by(CHIEF).corrects(second));
        assertThat(world.incident(incident).sensitive()).isTrue();
        world.report(Say.at(minute(1)).by(CHIEF).corrects(third).sensitive(false));
        assertThat(world.incident(incident).sensitive()).isFalse();
        assertThat(world.incident(incident).title()).isEqualTo("Assault, here");
    }

    @Test
    void a_withdrawal_of_a_sensitive_report_keeps_the_mark() {
        world.report(Say.at(minute(1)).as(REPORT).about(incident).sensitive(true));
        UUID second = new UUID(4, 2);
        world.report(Say.at(minute(1)).as(second).withdraws(REPORT));
        assertThat(world.incident(incident).sensitive()).isTrue();
        world.report(Say.at(minute(1)).by(CHIEF).corrects(second).sensitive(false));
        assertThat(world.incident(incident).sensitive()).isFalse();
    }

    @Test
    void a_correction_that_names_another_incident_leaves_the_mark_where_it_was_too() {
        world.report(Say.at(minute(1)).as(REPORT).about(incident).sensitive(true));
        UUID other = world.opened(Say.at(minute(0)).opens("assault").in("there", CENTRE));
        world.report(Say.at(minute(1)).corrects(REPORT).about(other));
        assertThat(world.incident(other).sensitive()).isTrue();
        assertThat(world.incident(incident).sensitive()).isTrue();
        assertThat(world.incident(incident).title()).isNull();
        world.restart();
        assertThat(world.incident(incident).sensitive()).isTrue();
    }

    @Test
    void a_supervisor_who_names_another_incident_and_says_so_lifts_it_on_both() {
        world.report(Say.at(minute(1)).as(REPORT).about(incident).sensitive(true));
        UUID other = world.opened(Say.at(minute(0)).opens("assault").in("there", CENTRE));
        world.report(Say.at(minute(1)).by(CHIEF).corrects(REPORT).about(other).sensitive(false));
        assertThat(world.incident(other).sensitive()).isFalse();
        assertThat(world.incident(incident).sensitive()).isFalse();
    }

    @Test
    void a_sensitive_opener_that_is_told_of_another_incident_leaves_a_void_one_without_words() {
        UUID opened = world.opened(
                Say.at(minute(1)).as(REPORT).opens("assault").in("flat 3", CENTRE).sensitive(true));
        world.report(Say.at(minute(1)).corrects(REPORT).about(incident));
        assertThat(world.incident(opened).title()).isNull();
        assertThat(world.incident(opened).status()).isEqualTo(IncidentStatus.CLOSED);
    }

    @Test
    void a_unit_placed_in_confidence_stands_at_the_centre_of_its_area() {
        world.report(Say.at(minute(1))
                .in("the safe house", CENTRE)
                .unit("A", 2, DeploymentState.AT_SCENE)
                .sensitive(true));
        assertThat(world.unit("A").subject())
                .isEqualTo(new Subject.AtPlace(new Location(53.42, -1.3, null, null)));
        assertThat(world.area("centre").officers().atScene()).isEqualTo(2);
        world.restart();
        assertThat(world.unit("A").subject())
                .isEqualTo(new Subject.AtPlace(new Location(53.42, -1.3, null, null)));
    }
}
