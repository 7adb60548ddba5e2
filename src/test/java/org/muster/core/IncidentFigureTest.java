package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.core.World.SHEFFIELD;
import static org.muster.core.World.THURCROFT;
import static org.muster.core.World.minute;
import static org.muster.model.IncidentStatus.CLOSED;
import static org.muster.model.IncidentStatus.CONTAINED;
import static org.muster.model.IncidentStatus.ONGOING;
import static org.muster.model.IncidentStatus.REPORTED;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.muster.model.DeploymentState;
import org.muster.model.Location;
import org.muster.model.Warning;

/** What reports make of an incident, rule by rule. */
class IncidentFigureTest {
    private final World world = new World();

    private UUID incident = new UUID(0, 0);

    @BeforeEach
    void an_incident_is_open() {
        world.itIs(10);
        incident = world.opened(
                Say.at(minute(9)).by("RT21").opens("disturbance").in("Ivanhoe Road", THURCROFT));
        world.itIs(100);
    }

    @Test
    void it_is_reported_until_somebody_says_more() {
        assertThat(world.incident(incident).status()).isEqualTo(REPORTED);
        assertThat(world.incident(incident).openedAt()).isEqualTo(minute(9));
        assertThat(world.incident(incident).openedSeq()).isEqualTo(2);
        assertThat(world.incident(incident).areas()).containsExactly(THURCROFT);
    }

    @Test
    void its_id_depends_on_nothing_but_the_report_that_opened_it() {
        World other = new World();
        other.itIs(50);
        assertThat(other.opened(Say.at(minute(1)).opens("assault").in(null, SHEFFIELD)))
                .isEqualTo(incident)
                .isEqualTo(UUID.nameUUIDFromBytes("incident:c4ca4238-a0b9-3382-8dcc-509a6f75849b"
                        .getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void status_follows_effective_time() {
        world.report(Say.at(minute(20)).about(incident).status(CONTAINED));
        world.report(Say.at(minute(15)).about(incident).status(ONGOING));
        assertThat(world.incident(incident).status()).isEqualTo(CONTAINED);
        world.report(Say.at(minute(20)).about(incident).status(ONGOING));
        assertThat(world.incident(incident).status()).isEqualTo(ONGOING);
    }

    @Test
    void what_was_said_before_the_opening_counts_more_than_nothing_said() {
        world.report(Say.at(minute(5)).about(incident).status(ONGOING));
        assertThat(world.incident(incident).status()).isEqualTo(ONGOING);
    }

    @Test
    void closing_sets_the_time_and_keeps_both_categories() {
        world.report(Say.at(minute(30)).about(incident).closes("assault"));
        assertThat(world.incident(incident).status()).isEqualTo(CLOSED);
        assertThat(world.incident(incident).closedAt()).isEqualTo(minute(30));
        assertThat(world.incident(incident).category()).isEqualTo("disturbance");
        assertThat(world.incident(incident).closingCategory()).isEqualTo("assault");
        assertThat(world.area("rotherham").incidents().open()).isZero();
    }

    @Test
    void a_closing_that_comes_after_newer_statuses_closes_at_its_own_time() {
        world.report(Say.at(minute(40)).about(incident).status(ONGOING));
        assertThat(world.warnings(Say.at(minute(30)).about(incident).closes(null))).isEmpty();
        assertThat(world.incident(incident).status()).isEqualTo(CLOSED);
        assertThat(world.incident(incident).closedAt()).isEqualTo(minute(30));
        assertThat(world.area("rotherham").incidents().open()).isZero();
    }

    @Test
    void a_report_on_a_closed_one_is_recorded_with_a_warning_and_only_counts() {
        world.report(Say.at(minute(20)).about(incident).crowd(10, 10));
        world.report(Say.at(minute(30)).about(incident).closes(null));
        var before = world.incident(incident);
        assertThat(world.warnings(Say.at(minute(40))
                .by("RT22")
                .about(incident)
                .titled("other")
                .in("other", SHEFFIELD)
                .crowd(500, 500)
                .status(ONGOING))).containsExactly(Warning.INCIDENT_CLOSED);
        var after = world.incident(incident);
        assertThat(after.crowd()).isEqualTo(before.crowd());
        assertThat(after.status()).isEqualTo(CLOSED);
        assertThat(after.title()).isEqualTo(before.title());
        assertThat(after.areas()).isEqualTo(before.areas());
        assertThat(after.reports()).isEqualTo(before.reports() + 1);
        assertThat(after.lastReportAt()).isEqualTo(minute(40));
    }

    @Test
    void one_report_can_open_and_close() {
        UUID past = world.opened(
                Say.at(minute(50)).opens("assault").in("x", SHEFFIELD).crowd(5, 5).closes(null));
        assertThat(world.incident(past).closedAt()).isEqualTo(minute(50));
        assertThat(Objects.requireNonNull(world.incident(past).crowd()).peak()).isEqualTo(5);
        assertThat(world.area("sheffield").incidents().open()).isZero();
        assertThat(world.area("sheffield").incidents().openedLast24h()).isEqualTo(1);
    }

    @Test
    void a_missing_title_is_made_from_category_and_place() {
        assertThat(world.incident(incident).title()).isEqualTo("Disturbance, Ivanhoe Road");
        UUID placeless = world.opened(Say.at(minute(1)).opens("assault").in(null, SHEFFIELD));
        assertThat(world.incident(placeless).title()).isEqualTo("Assault");
    }

    @Test
    void the_newest_title_that_was_given_stands() {
        world.report(Say.at(minute(30)).about(incident).titled("second night"));
        world.report(Say.at(minute(20)).about(incident).titled("first night"));
        assertThat(world.incident(incident).title()).isEqualTo("second night");
    }

    @Test
    void a_later_report_moves_it_and_an_older_one_does_not() {
        world.report(Say.at(minute(30)).about(incident).in("The Moor", SHEFFIELD));
        world.report(Say.at(minute(20)).about(incident).in("Main Street", World.CENTRE));
        assertThat(world.incident(incident).location()).extracting(Location::place)
                .isEqualTo("The Moor");
        assertThat(world.incident(incident).areas()).containsExactly(SHEFFIELD);
        assertThat(world.area("thurcroft").incidents().open()).isZero();
        assertThat(world.area("thurcroft").incidents().openedLast24h()).isZero();
        assertThat(world.area("sheffield").incidents().open()).isEqualTo(1);
        assertThat(world.area("sheffield").incidents().openedLast24h()).isEqualTo(1);
        assertThat(world.area("south-yorkshire").incidents().open()).isEqualTo(1);
    }

    @Test
    void it_knows_how_many_reported_who_and_when_last() {
        world.report(Say.at(minute(30)).by("RT22").about(incident));
        world.report(Say.at(minute(20)).by("RT21").about(incident));
        assertThat(world.incident(incident).reports()).isEqualTo(3);
        assertThat(world.incident(incident).reporters()).containsExactlyInAnyOrder("RT21", "RT22");
        assertThat(world.incident(incident).lastReportAt()).isEqualTo(minute(30));
    }

    @Test
    void another_map_puts_what_is_open_in_other_areas() {
        world.report(Say.at(minute(20)).about(incident).unit("A", 10, DeploymentState.AT_SCENE));
        world.settings(World.settings(30, 60), (lat, lon) -> List.of(SHEFFIELD));
        assertThat(world.incident(incident).areas()).containsExactly(SHEFFIELD);
        assertThat(world.unit("A").areas()).containsExactly(SHEFFIELD);
        assertThat(world.area("sheffield").officers().atScene()).isEqualTo(10);
        assertThat(world.area("thurcroft").officers().atScene()).isZero();
        assertThat(world.area("thurcroft").reports().total()).isEqualTo(2);
    }
}
