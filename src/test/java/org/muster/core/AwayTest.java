package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.muster.model.DeploymentState;
import org.muster.model.Entry;
import org.muster.model.Location;
import org.muster.model.Plan;
import org.muster.model.Position;
import org.muster.model.Shape;

/** How far the people of a protest are from where it was planned, as it is found out when a report or plan comes. */
final class AwayTest {

    private final Stage stage = new Stage("crowd-left-place", Duration.ZERO, false);

    @Test
    void a_report_that_shows_people_and_where_they_are_is_measured_less_how_vague_it_is() {
        UUID march = stage.plans("March", 900);
        stage.world.itIs(40);
        assertThat(metres(about(march).crowd(80, 80), 10.0)).isEqualTo(546);
        assertThat(metres(about(march).crowd(80, 80), null)).isEqualTo(556);
        assertThat(metres(about(march).crowd(80, 80), 800.0)).isZero();
    }

    @Test
    void what_shows_nobody_or_is_nowhere_is_not_measured() {
        UUID march = stage.plans("March", 900);
        stage.world.itIs(40);
        assertThat(metres(about(march).unit("RT21", 20, DeploymentState.EN_ROUTE), 10.0)).isNull();
        assertThat(metres(about(march).crowd(0, 0), 10.0)).isNull();
        assertThat(stage.world.report(about(march).crowd(80, 80)).metresFromPlace()).isNull();
    }

    @Test
    void what_nobody_planned_is_where_it_is() {
        Entry.ReportRecorded opened = stage.world.report(
                stage.say().opens("march").crowd(80, 80).in("Ivanhoe Road", World.THURCROFT));
        UUID march = opened.protest();
        assertThat(march).isNotNull();
        if (march != null) {
            assertThat(metres(about(march).crowd(80, 80), 10.0)).isNull();
        }
    }

    @Test
    void another_place_is_measured_from_then_on_and_another_title_forgets_nothing() {
        UUID march = stage.plans("March", 900);
        stage.world.itIs(40);
        metres(about(march).crowd(80, 80), 10.0);
        stage.world.itIs(41);
        assertThat(stage.alert().message()).contains("546 metres");
        stage.world.changes(march, stage.plan("Great march", 10), World.THURCROFT);
        assertThat(stage.record()).containsExactly("alert-raised");
        Plan plan = stage.plan("March", 10);
        stage.world.changes(march,
                new Plan(plan.title(), plan.category(), null, List.of(), plan.startsAt(),
                        plan.endsAt(), new Shape.Point(new Position(53.405, -1.3)), null, 60, null,
                        null),
                World.THURCROFT);
        assertThat(stage.record()).containsExactly("alert-raised", "alert-cleared");
        assertThat(metres(about(march).crowd(80, 80), 10.0)).isZero();
    }

    @Test
    void the_ground_of_a_plan_stands_in_its_entry_and_a_point_has_none() {
        stage.plansGround("March", 900);
        stage.plans("Walk", 901);
        assertThat(stage.world.entries.stream()
                .map(Entry::body)
                .flatMap(body -> body instanceof Entry.ProtestPlanned planned
                        ? Stream.of(planned.plan().title() + " " + planned.squareMetres())
                        : Stream.empty()))
                .containsExactly("March 111", "Walk null");
    }

    private Say about(UUID protest) {
        return stage.say().aboutProtest(protest);
    }

    /** Of a report 556 metres north of where it was planned. */
    private @Nullable Integer metres(Say say, @Nullable Double accuracy) {
        return stage.world
                .report(say.at(new Location(53.405, -1.3, accuracy, null),
                        List.of(World.THURCROFT)))
                .metresFromPlace();
    }
}
