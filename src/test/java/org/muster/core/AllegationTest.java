package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.core.World.THURCROFT;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.muster.model.AlertState;
import org.muster.model.Allegation;
import org.muster.model.Crime;

/** Crimes that reports allege, and the alert when nobody records them. */
class AllegationTest {

    private final Stage stage = new Stage("crime-unrecorded", Duration.ZERO, false);
    private final World world = stage.world;

    private UUID opens() {
        stage.opens(stage.say().opens("disturbance").in("Ivanhoe Road", THURCROFT));
        return stage.subject;
    }

    private UUID says(UUID incident, Crime crime) {
        return world.report(stage.say().about(incident).and(report -> report.crime(crime)))
                .report()
                .id();
    }

    private Allegation allegation(UUID report) {
        return Objects.requireNonNull(world.allegations.get(report));
    }

    @Test
    void an_allegation_whose_incident_is_closed_is_still_alerted_at_24_hours() {
        UUID incident = opens();
        says(incident, Crime.ALLEGED);
        world.report(stage.say().about(incident).closes(null));
        world.later(Duration.ofHours(24).minusSeconds(1));
        assertThat(stage.alerts()).isEmpty();
        world.restart();
        world.later(Duration.ofSeconds(1));
        assertThat(stage.alert().areas()).containsExactly(THURCROFT);
        says(incident, Crime.NOT_A_CRIME);
        assertThat(stage.alert().state()).isEqualTo(AlertState.CLEARED_UNACKNOWLEDGED);
    }

    @Test
    void a_correction_does_not_make_it_younger() {
        UUID incident = opens();
        UUID alleged = says(incident, Crime.ALLEGED);
        world.later(Duration.ofHours(23));
        world.report(stage.say().corrects(alleged).and(report -> report.crime(Crime.ALLEGED)));
        world.later(Duration.ofHours(1));
        assertThat(stage.alert().subject().id()).isEqualTo(alleged.toString());
    }

    @Test
    void a_correction_that_says_it_is_recorded_decides() {
        UUID incident = opens();
        UUID alleged = says(incident, Crime.ALLEGED);
        UUID recorded = world
                .report(stage.say().corrects(alleged).and(report -> report.crime(Crime.RECORDED)))
                .report()
                .id();
        assertThat(allegation(alleged).struck()).isFalse();
        assertThat(allegation(alleged).decision())
                .isEqualTo(new Allegation.Decision(Crime.RECORDED, recorded, world.now()));
    }

    @Test
    void what_was_recorded_before_it_was_alleged_does_not_decide() {
        UUID incident = opens();
        says(incident, Crime.RECORDED);
        UUID alleged = says(incident, Crime.ALLEGED);
        assertThat(allegation(alleged).decision()).isNull();
        UUID recorded = says(incident, Crime.RECORDED);
        assertThat(allegation(alleged).decision()).isNotNull();
        world.report(stage.say().withdraws(recorded));
        assertThat(allegation(alleged).decision()).isNull();
    }

    @Test
    void of_a_sensitive_incident_the_alert_says_no_title() {
        UUID incident = opens();
        world.report(stage.say().about(incident).titled("Somebody's house"));
        says(incident, Crime.ALLEGED);
        world.report(stage.say().about(incident).sensitive(true));
        world.later(Duration.ofHours(24));
        assertThat(List.of(stage.alert().message())).containsExactly(
                "Crime alleged 24 hours ago and not recorded: Disturbance, Thurcroft");
    }
}
