package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.core.World.CENTRE;
import static org.muster.core.World.SHEFFIELD;
import static org.muster.core.World.THURCROFT;
import static org.muster.core.World.minute;
import static org.muster.model.DeploymentState.AT_SCENE;
import static org.muster.model.DeploymentState.EN_ROUTE;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.muster.model.Area;
import org.muster.model.Coverage;
import org.muster.model.Crowd;
import org.muster.model.Injured;
import org.muster.model.Settings;
import org.muster.model.Settings.AreaDefinition;

/** The contract's figures of areas, rule by rule. */
class AreaFigureTest {
    private static final double MILLISECOND = 1.0 / 60_000;

    private final World world = new World();

    @Test
    void every_area_of_the_settings_and_elsewhere_is_there_from_the_start() {
        assertThat(world.areas).containsOnlyKeys("south-yorkshire", "rotherham", "thurcroft",
                "centre", "sheffield", "elsewhere");
        assertThat(world.area("thurcroft").ancestors()).containsExactly("rotherham",
                "south-yorkshire");
        assertThat(world.area("elsewhere").parent()).isNull();
        assertThat(world.area("elsewhere").coverage()).isEqualTo(Coverage.SILENT);
    }

    @Test
    void best_is_the_sum_of_bests_and_what_has_no_crowd_is_skipped() {
        open("disturbance", THURCROFT, 40, 60);
        open("disturbance", CENTRE, 10, 90);
        world.opened(Say.at(minute(0)).opens("assault").in("x", CENTRE));
        open("disturbance", SHEFFIELD, 7, 7);
        assertThat(world.area("rotherham").crowd()).isEqualTo(new Crowd.Range(50, 79, 150));
        assertThat(world.area("south-yorkshire").crowd()).isEqualTo(new Crowd.Range(57, 86, 157));
        assertThat(world.area("rotherham").incidents().open()).isEqualTo(3);
        assertThat(world.area("elsewhere").crowd()).isNull();
    }

    @ParameterizedTest(name = "{0} to {1} people, {2} officers: {3} and {4}")
    @CsvSource({"118, 118, 85, 1.39, 1.39", "160, 160, 85, 1.88, 1.88", "1, 1, 8, 0.13, 0.13",
            "1, 1, 200, 0.01, 0.01", "1, 1, 201, 0.0, 0.0", "40, 60, 2, 24.5, 30.0",
            "0, 0, 5, 0.0, 0.0", "5000000, 5000000, 1, 5000000.0, 5000000.0"})
    void people_per_officer_has_two_decimals_half_up(int low, int high, int officers, double best,
            double cautious) {
        UUID id = open("disturbance", THURCROFT, low, high);
        world.report(Say.at(minute(0)).about(id).unit("A", officers, AT_SCENE));
        assertThat(world.area("rotherham").peoplePerOfficer())
                .isEqualTo(new Area.Ratio(best, cautious));
    }

    @Test
    void without_an_officer_at_scene_or_without_a_crowd_there_is_no_ratio() {
        UUID id = open("disturbance", THURCROFT, 40, 60);
        world.report(Say.at(minute(0)).about(id).unit("A", 10, EN_ROUTE));
        world.report(Say.at(minute(0)).in("x", SHEFFIELD).unit("B", 10, AT_SCENE));
        assertThat(world.area("thurcroft").peoplePerOfficer()).isNull();
        assertThat(world.area("sheffield").peoplePerOfficer()).isNull();
        assertThat(world.area("south-yorkshire").peoplePerOfficer()).isNotNull();
    }

    @Test
    void the_last_hour_is_open_at_its_beginning_and_goes_by_receipt() {
        world.report(Say.at(minute(-500)).in("x", THURCROFT));
        assertThat(world.area("rotherham").reports().lastHour()).isEqualTo(1);
        world.itIs(60 - MILLISECOND);
        assertThat(world.area("rotherham").reports().lastHour()).isEqualTo(1);
        world.itIs(60);
        assertThat(world.area("rotherham").reports()).isEqualTo(new Area.Reports(0, 1, minute(0)));
    }

    @Test
    void the_injured_count_for_24_hours_where_the_incident_lies_with_those_of_unit_reports() {
        world.itIs(100);
        UUID id = world.opened(Say.at(minute(-1000))
                .opens("assault")
                .in("x", THURCROFT)
                .and(report -> report.injured(new Injured(2, 1))));
        world.report(Say.at(minute(90))
                .in("x", THURCROFT)
                .and(report -> report.injured(new Injured(0, 1))));
        assertThat(world.area("rotherham").injured()).isEqualTo(new Area.InjuredCounts(4, 4));
        world.itIs(440);
        assertThat(world.area("thurcroft").injured()).isEqualTo(new Area.InjuredCounts(1, 4));
        world.report(Say.at(minute(441)).about(id).in("y", CENTRE));
        assertThat(world.area("thurcroft").injured()).isEqualTo(new Area.InjuredCounts(1, 1));
        assertThat(world.area("centre").injured()).isEqualTo(new Area.InjuredCounts(0, 3));
        assertThat(world.area("rotherham").injured()).isEqualTo(new Area.InjuredCounts(1, 4));
    }

    @Test
    void opened_in_24_hours_goes_by_effective_time_and_counts_closed_ones() {
        world.itIs(100);
        UUID id = world.opened(Say.at(minute(-1000)).opens("assault").in("x", THURCROFT));
        world.opened(Say.at(minute(50)).opens("assault").in("x", THURCROFT));
        world.opened(Say.at(minute(-1340)).opens("assault").in("too old", THURCROFT));
        world.report(Say.at(minute(60)).about(id).closes(null));
        assertThat(world.area("rotherham").incidents().openedLast24h()).isEqualTo(2);
        world.itIs(440 - MILLISECOND);
        assertThat(world.area("rotherham").incidents().openedLast24h()).isEqualTo(2);
        world.itIs(440);
        assertThat(world.area("rotherham").incidents().openedLast24h()).isEqualTo(1);
        world.itIs(1490);
        assertThat(world.area("rotherham").incidents().openedLast24h()).isZero();
    }

    @Test
    void a_moved_incident_opened_long_ago_is_not_new_where_it_comes_to() {
        UUID id = world.opened(Say.at(minute(0)).opens("assault").in("x", THURCROFT));
        world.itIs(24 * 60);
        world.report(Say.at(minute(24 * 60)).about(id).in("y", SHEFFIELD));
        assertThat(world.area("sheffield").incidents().openedLast24h()).isZero();
        assertThat(world.area("sheffield").incidents().open()).isEqualTo(1);
    }

    @Test
    void an_area_is_silent_when_no_report_came_for_an_hour() {
        world.report(Say.at(minute(-30)).in("x", THURCROFT));
        assertThat(world.area("rotherham").coverage()).isEqualTo(Coverage.REPORTING);
        assertThat(world.area("sheffield").coverage()).isEqualTo(Coverage.SILENT);
        world.itIs(60 - MILLISECOND);
        assertThat(world.area("rotherham").coverage()).isEqualTo(Coverage.REPORTING);
        world.itIs(60);
        assertThat(world.area("rotherham").coverage()).isEqualTo(Coverage.SILENT);
        world.settings(World.settings(30, 61));
        assertThat(world.area("rotherham").coverage()).isEqualTo(Coverage.REPORTING);
    }

    @Test
    void a_report_without_a_place_counts_where_its_incident_is() {
        UUID id = world.opened(Say.at(minute(0)).opens("assault").in("x", THURCROFT));
        assertThat(world.record(Say.at(minute(0)).about(id).command(99)).areas())
                .containsExactly(THURCROFT);
        assertThat(world.area("thurcroft").reports().total()).isEqualTo(2);
    }

    @Test
    void areas_lie_in_one_another_to_any_depth() {
        List<AreaDefinition> chain = new ArrayList<>();
        List<String> smallestFirst = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            chain.add(new AreaDefinition("a" + i, "A" + i, i == 0 ? null : "a" + (i - 1)));
            smallestFirst.addFirst("a" + i);
        }
        Settings plain = World.settings(30, 60);
        world.settings(new Settings("map-2", chain, plain.categories(), plain.offences(),
                plain.unitRoles(), plain.windows(), plain.clashing()));
        open("disturbance", smallestFirst.toArray(String[]::new), 40, 60);
        assertThat(world.areas).hasSize(41);
        assertThat(world.areas.values()).filteredOn(area -> area.incidents().open() == 1)
                .hasSize(40);
        assertThat(world.area("a39").ancestors()).hasSize(39).startsWith("a38").endsWith("a0");
    }

    @Test
    void what_lies_in_two_siblings_counts_in_both_and_once_in_their_parent() {
        open("disturbance", new String[] {"thurcroft", "centre", "rotherham", "south-yorkshire"},
                40, 60);
        assertThat(world.area("thurcroft").crowd()).isEqualTo(world.area("centre").crowd());
        assertThat(world.area("rotherham").crowd()).isEqualTo(new Crowd.Range(40, 49, 60));
    }

    @Test
    void moments_without_change_change_nothing() {
        open("disturbance", THURCROFT, 40, 60);
        world.picture.advance(minute(1));
        assertThat(world.picture.takeChanges().isEmpty()).isTrue();
        world.picture.advance(minute(-5));
        assertThat(world.picture.at()).isEqualTo(minute(1));
    }

    private UUID open(String category, String[] areas, int low, int high) {
        return world.opened(Say.at(minute(0)).opens(category).in("x", areas).crowd(low, high));
    }
}
