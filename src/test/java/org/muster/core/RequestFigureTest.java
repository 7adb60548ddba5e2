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

/** Officers asked for without a unit's name. */
class RequestFigureTest {
    private final World world = new World();

    private UUID incident = new UUID(0, 0);

    @BeforeEach
    void an_incident_is_open() {
        incident = world.opened(Say.at(minute(0)).opens("disturbance").in("here", THURCROFT));
        world.itIs(100);
    }

    @Test
    void the_newest_of_an_observer_and_role_replaces_the_older() {
        world.report(Say.at(minute(1)).about(incident).asksFor(25, "psu"));
        world.report(Say.at(minute(3)).about(incident).asksFor(50, "psu"));
        world.report(Say.at(minute(2)).about(incident).asksFor(99, "psu"));
        assertThat(asked()).isEqualTo(50);
        assertThat(world.area("thurcroft").officers().requested()).isEqualTo(50);
    }

    @Test
    void other_observers_and_other_roles_add() {
        world.report(Say.at(minute(1)).by("a").about(incident).asksFor(25, "psu"));
        world.report(Say.at(minute(1)).by("b").about(incident).asksFor(10, "psu"));
        world.report(Say.at(minute(1)).by("a").about(incident).asksFor(4, "dogs"));
        assertThat(asked()).isEqualTo(39);
    }

    @Test
    void lines_of_one_report_for_the_same_role_add_up() {
        world.report(Say.at(minute(1)).about(incident).asksFor(25, "psu").asksFor(10, "psu"));
        assertThat(asked()).isEqualTo(35);
    }

    @Test
    void asking_for_none_takes_a_request_back() {
        world.report(Say.at(minute(1)).about(incident).asksFor(25, "psu"));
        world.report(Say.at(minute(2)).about(incident).asksFor(0, "psu"));
        assertThat(asked()).isZero();
    }

    @Test
    void requests_go_with_the_incident_that_moves() {
        world.report(Say.at(minute(1)).about(incident).asksFor(25, "psu"));
        world.report(Say.at(minute(2)).about(incident).in("there", SHEFFIELD));
        assertThat(world.area("thurcroft").officers().requested()).isZero();
        assertThat(world.area("sheffield").officers().requested()).isEqualTo(25);
    }

    @Test
    void requests_lapse_when_the_incident_closes() {
        world.report(Say.at(minute(1)).about(incident).asksFor(25, "psu"));
        world.report(Say.at(minute(2)).about(incident).closes(null));
        world.report(Say.at(minute(3)).about(incident).asksFor(30, "psu"));
        assertThat(asked()).isZero();
        assertThat(world.area("thurcroft").officers().requested()).isZero();
    }

    @Test
    void requests_for_a_place_count_in_its_areas() {
        world.report(Say.at(minute(1)).in("station", CENTRE).asksFor(25, "psu"));
        world.report(Say.at(minute(2)).in("station", CENTRE).asksFor(20, "psu"));
        assertThat(world.area("centre").officers().requested()).isEqualTo(20);
        assertThat(asked()).isZero();
    }

    @Test
    void a_new_map_moves_requests_for_places_too() {
        world.report(Say.at(minute(1)).in("station", CENTRE).asksFor(25, "psu"));
        world.settings(World.settings(30, 60), (lat, lon) -> List.of(SHEFFIELD));
        assertThat(world.area("rotherham").officers().requested()).isZero();
        assertThat(world.area("sheffield").officers().requested()).isEqualTo(25);
        world.report(Say.at(minute(2)).in("station", SHEFFIELD).asksFor(0, "psu"));
        assertThat(world.area("sheffield").officers().requested()).isZero();
    }

    private int asked() {
        return world.incident(incident).officers().requested();
    }
}
