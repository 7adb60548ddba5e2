package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.core.World.CENTRE;
import static org.muster.core.World.SHEFFIELD;
import static org.muster.core.World.THURCROFT;
import static org.muster.core.World.minute;
import static org.muster.model.DeploymentState.AT_SCENE;
import static org.muster.model.DeploymentState.COMMITTED;
import static org.muster.model.DeploymentState.EN_ROUTE;
import static org.muster.model.DeploymentState.RELEASED;
import static org.muster.model.DeploymentState.REQUESTED;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.muster.model.Strength;
import org.muster.model.Subject;
import org.muster.model.Unit;

/** The contract's figures of units, rule by rule. */
class UnitFigureTest {
    private final World world = new World();

    private UUID here = new UUID(0, 0);

    private UUID there = new UUID(0, 0);

    @BeforeEach
    void two_incidents_are_open() {
        here = world.opened(Say.at(minute(0)).opens("disturbance").in("here", THURCROFT));
        there = world.opened(Say.at(minute(0)).opens("assault").in("there", SHEFFIELD));
        world.itIs(100);
    }

    @Test
    void officers_count_by_their_state() {
        world.report(Say.at(minute(1))
                .about(here)
                .unit("A", 10, AT_SCENE)
                .unit("B", 20, EN_ROUTE)
                .unit("C", 3, COMMITTED)
                .unit("D", 40, REQUESTED)
                .unit("E", 50, RELEASED));
        assertThat(world.incident(here).officers()).isEqualTo(new Strength(10, 23, 40, 0));
        assertThat(world.area("rotherham").officers()).isEqualTo(new Strength(10, 23, 40, 0));
        assertThat(world.incident(here).units()).extracting(Unit::id)
                .containsExactly("A", "B", "C", "D");
    }

    @Test
    void newer_state_elsewhere_takes_a_unit_off_here() {
        world.report(Say.at(minute(1)).about(here).unit("A", 10, AT_SCENE));
        world.report(Say.at(minute(2)).about(there).unit("A", 12, EN_ROUTE));
        assertThat(world.incident(here).officers()).isEqualTo(Strength.NONE);
        assertThat(world.incident(here).units()).isEmpty();
        assertThat(world.incident(there).officers()).isEqualTo(new Strength(0, 12, 0, 0));
        assertThat(world.area("rotherham").officers()).isEqualTo(Strength.NONE);
        assertThat(world.area("south-yorkshire").officers()).isEqualTo(new Strength(0, 12, 0, 0));
    }

    @Test
    void older_news_of_a_unit_change_nothing_however_late_they_come() {
        world.report(Say.at(minute(5)).about(here).unit("A", 10, AT_SCENE));
        world.report(Say.at(minute(4)).about(there).unit("A", 12, EN_ROUTE));
        assertThat(world.unit("A").subject()).isEqualTo(new Subject.OfIncident(here));
        assertThat(world.incident(there).units()).isEmpty();
    }

    @Test
    void of_two_states_of_one_moment_the_one_recorded_later_is_newer() {
        world.report(Say.at(minute(5)).about(here).unit("A", 10, AT_SCENE));
        world.report(Say.at(minute(5)).about(there).unit("A", 12, EN_ROUTE));
        assertThat(world.unit("A").subject()).isEqualTo(new Subject.OfIncident(there));
    }

    @Test
    void a_place_can_be_a_units_subject() {
        world.report(Say.at(minute(1)).about(here).unit("A", 10, AT_SCENE));
        world.report(Say.at(minute(2)).in("station", CENTRE).unit("A", 10, AT_SCENE));
        assertThat(world.incident(here).units()).isEmpty();
        assertThat(world.unit("A").areas()).containsExactly(CENTRE);
        assertThat(world.area("centre").officers().atScene()).isEqualTo(10);
        assertThat(world.area("rotherham").officers().atScene()).isEqualTo(10);
    }

    @Test
    void a_unit_without_a_place_counts_nowhere() {
        world.report(Say.at(minute(2)).unit("A", 10, AT_SCENE));
        assertThat(world.unit("A").subject()).isEqualTo(new Subject.AtPlace(null));
        assertThat(world.unit("A").areas()).isEmpty();
        assertThat(world.area("elsewhere").officers()).isEqualTo(Strength.NONE);
    }

    @Test
    void a_report_without_a_place_leaves_a_unit_at_its_incident() {
        world.report(Say.at(minute(1)).about(here).unit("A", 10, AT_SCENE));
        world.report(Say.at(minute(2)).unit("A", 12, EN_ROUTE));
        assertThat(world.unit("A").subject()).isEqualTo(new Subject.OfIncident(here));
        assertThat(world.unit("A").effectiveAt()).isEqualTo(minute(2));
        assertThat(world.incident(here).officers()).isEqualTo(new Strength(0, 12, 0, 0));
        assertThat(world.area("rotherham").officers()).isEqualTo(new Strength(0, 12, 0, 0));
    }

    @Test
    void a_report_without_a_place_leaves_a_unit_at_its_place() {
        world.report(Say.at(minute(1)).in("station", CENTRE).unit("A", 10, AT_SCENE));
        world.report(Say.at(minute(2)).unit("A", 12, EN_ROUTE));
        assertThat(world.unit("A").areas()).containsExactly(CENTRE);
        assertThat(world.area("centre").officers()).isEqualTo(new Strength(0, 12, 0, 0));
    }

    @Test
    void older_news_of_where_a_unit_is_count_while_newer_ones_say_nothing_of_it() {
        world.report(Say.at(minute(1)).about(here).unit("A", 10, AT_SCENE));
        world.report(Say.at(minute(5)).unit("A", 12, EN_ROUTE));
        world.report(Say.at(minute(4)).about(there).unit("A", 11, AT_SCENE));
        assertThat(world.unit("A").subject()).isEqualTo(new Subject.OfIncident(there));
        assertThat(world.incident(here).officers()).isEqualTo(Strength.NONE);
        assertThat(world.incident(there).officers()).isEqualTo(new Strength(0, 12, 0, 0));
        world.restart();
        world.report(Say.at(minute(3)).about(here).unit("A", 10, AT_SCENE));
        assertThat(world.unit("A").subject()).isEqualTo(new Subject.OfIncident(there));
    }

    @Test
    void a_new_map_moves_units_at_places_too() {
        world.report(Say.at(minute(1)).in("station", CENTRE).unit("A", 10, AT_SCENE));
        world.settings(World.settings(30, 60), (lat, lon) -> List.of(SHEFFIELD));
        assertThat(world.unit("A").areas()).containsExactly(SHEFFIELD);
        assertThat(world.area("rotherham").officers()).isEqualTo(Strength.NONE);
        assertThat(world.area("sheffield").officers().atScene()).isEqualTo(10);
        assertThat(world.replayed().state()).isEqualTo(world.picture.state());
        world.report(Say.at(minute(3)).in("station", SHEFFIELD).unit("A", 10, RELEASED));
        assertThat(world.area("sheffield").officers()).isEqualTo(Strength.NONE);
    }

    @Test
    void units_outside_every_area_count_elsewhere() {
        world.report(Say.at(minute(2)).in("M1", "elsewhere").unit("A", 10, AT_SCENE));
        assertThat(world.area("elsewhere").officers().atScene()).isEqualTo(10);
        assertThat(world.area("south-yorkshire").officers()).isEqualTo(Strength.NONE);
    }

    @Test
    void units_go_with_the_incident_that_moves() {
        world.report(Say.at(minute(1)).about(here).unit("A", 10, AT_SCENE));
        world.report(Say.at(minute(2)).about(here).in("town", CENTRE));
        assertThat(world.unit("A").areas()).containsExactly(CENTRE);
        assertThat(world.incident(here).units().getFirst().areas()).containsExactly(CENTRE);
        assertThat(world.area("thurcroft").officers()).isEqualTo(Strength.NONE);
        assertThat(world.area("centre").officers().atScene()).isEqualTo(10);
    }

    @Test
    void after_its_incident_closes_a_unit_counts_in_the_area_until_released() {
        world.report(Say.at(minute(1)).about(here).unit("A", 10, AT_SCENE));
        world.report(Say.at(minute(2)).about(here).closes(null));
        assertThat(world.area("thurcroft").officers().atScene()).isEqualTo(10);
        world.report(Say.at(minute(3)).about(here).unit("A", 10, RELEASED));
        assertThat(world.area("thurcroft").officers()).isEqualTo(Strength.NONE);
    }

    @Test
    void after_its_incident_closes_a_unit_counts_in_the_area_until_seen_elsewhere() {
        world.report(Say.at(minute(1)).about(here).unit("A", 10, AT_SCENE));
        world.report(Say.at(minute(2)).about(here).closes(null));
        world.report(Say.at(minute(3)).about(there).unit("A", 10, AT_SCENE));
        assertThat(world.area("thurcroft").officers()).isEqualTo(Strength.NONE);
        assertThat(world.area("sheffield").officers().atScene()).isEqualTo(10);
    }

    @Test
    void a_report_on_a_closed_incident_still_moves_its_units_there() {
        world.report(Say.at(minute(2)).about(here).closes(null));
        world.report(Say.at(minute(3)).about(here).unit("A", 10, AT_SCENE));
        assertThat(world.unit("A").subject()).isEqualTo(new Subject.OfIncident(here));
        assertThat(world.area("thurcroft").officers().atScene()).isEqualTo(10);
    }

    @Test
    void a_unit_named_twice_in_a_report_is_as_the_last_line_says() {
        world.report(Say.at(minute(1)).about(here).unit("A", 10, AT_SCENE).unit("A", 4, EN_ROUTE));
        assertThat(world.incident(here).officers()).isEqualTo(new Strength(0, 4, 0, 0));
    }

    @Test
    void very_many_officers_are_shown_as_the_most_there_can_be() {
        Say say = Say.at(minute(1)).about(here);
        for (int i = 0; i < 22_000; i++) {
            say.unit("U" + i, 100_000, AT_SCENE);
        }
        world.report(say);
        assertThat(world.area("rotherham").officers().atScene()).isEqualTo(Integer.MAX_VALUE);
    }
}
