package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.core.World.THURCROFT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.muster.model.Alert;
import org.muster.model.DeploymentState;
import org.muster.model.Entry;
import org.muster.model.Location;
import org.muster.model.Recurrence;
import org.muster.model.Severity;

/** What an incident is the second of, and which units were there. */
class NightsTest {

    private static final Location HERE = new Location(53.4, -1.3, null, "Ivanhoe Road");
    /** 445 metres to the north, and 556. */
    private static final Location NEAR = new Location(53.404, -1.3, null, null);
    private static final Location FAR = new Location(53.405, -1.3, null, null);

    private final World world = new World();

    private UUID opens(String at, Location place) {
        world.to(Instant.parse(at));
        return world.opened(Say.at(world.now()).opens("disturbance").at(place, List.of(THURCROFT)));
    }

    private Recurrence recurrence(UUID incident) {
        return world.incident(incident).recurrence();
    }

    @Test
    void the_third_night_is_worse_than_the_second() {
        Stage second = stage("second-night", 2);
        Stage third = stage("third-night", 3);
        assertThat(second.alert().severity()).isEqualTo(Severity.MEDIUM);
        assertThat(third.alert().severity()).isEqualTo(Severity.HIGH);
        assertThat(third.world.alerts.values()
                .stream()
                .filter(alert -> alert.subject().equals(third.alert().subject()))
                .map(Alert::rule)).containsExactly("third-night");
    }

    private static Stage stage(String rule, int nights) {
        Stage stage = new Stage(rule, Duration.ZERO, false);
        for (int night = 0; night < nights; night++) {
            stage.world.later(Duration.ofDays(night == 0 ? 0 : 1));
            stage.opens(stage.say().opens("disturbance").at(HERE, List.of(THURCROFT)));
        }
        return stage;
    }

    @Test
    void each_follows_those_of_the_nights_before_newest_first() {
        UUID first = opens("2014-09-06T21:00:00Z", HERE);
        UUID again = opens("2014-09-06T22:00:00Z", NEAR);
        UUID next = opens("2014-09-07T21:30:00Z", HERE);
        UUID later = opens("2014-09-09T23:30:00Z", HERE);
        assertThat(recurrence(first)).isEqualTo(Recurrence.NONE);
        assertThat(recurrence(again)).isEqualTo(Recurrence.NONE);
        assertThat(recurrence(next)).isEqualTo(new Recurrence(2, 2, List.of(again, first)));
        assertThat(recurrence(later)).isEqualTo(new Recurrence(3, 1, List.of(next, again, first)));
    }

    @Test
    void what_is_further_or_at_another_hour_or_of_another_kind_is_not_followed() {
        opens("2014-09-06T21:00:00Z", FAR);
        opens("2014-09-06T17:59:00Z", HERE);
        world.to(Instant.parse("2014-09-06T21:00:00Z"));
        world.report(Say.at(world.now()).opens("assault").at(HERE, List.of(THURCROFT)));
        world.report(Say.at(world.now()).opens("disturbance").drill().at(HERE, List.of(THURCROFT)));
        assertThat(recurrence(opens("2014-09-07T21:00:00Z", HERE))).isEqualTo(Recurrence.NONE);
    }

    @Test
    void hours_are_compared_round_the_clock() {
        UUID late = opens("2014-09-06T22:30:00Z", HERE);
        UUID early = opens("2014-09-08T00:30:00Z", HERE);
        // 23:30 on Saturday's night and 01:30 on Sunday's, by the clock in London.
        assertThat(recurrence(early)).isEqualTo(new Recurrence(2, 2, List.of(late)));
    }

    @Test
    void when_clocks_are_put_back_the_hour_that_comes_twice_is_the_same_hour() {
        // 02:30 on Saturday's night; then 01:30 twice on the night after, when clocks went back on 26 October.
        UUID before = opens("2014-10-25T01:30:00Z", HERE);
        UUID summer = opens("2014-10-26T00:30:00Z", HERE);
        UUID winter = opens("2014-10-26T01:30:00Z", HERE);
        UUID after = opens("2014-10-27T04:30:00Z", HERE);
        assertThat(recurrence(summer)).isEqualTo(new Recurrence(2, 2, List.of(before)));
        assertThat(recurrence(winter)).isEqualTo(new Recurrence(2, 2, List.of(before)));
        // 04:30 is three hours from 01:30 on the wall, though four have passed since the first of the two.
        assertThat(recurrence(after))
                .isEqualTo(new Recurrence(3, 3, List.of(winter, summer, before)));
    }

    @Test
    void when_clocks_are_put_forward_the_night_is_one_night() {
        UUID before = opens("2014-03-29T00:30:00Z", HERE);
        // 02:30 by the clock, an hour after 00:59:59 was followed by 02:00.
        UUID lost = opens("2014-03-30T01:30:00Z", HERE);
        UUID next = opens("2014-03-30T22:30:00Z", HERE);
        assertThat(recurrence(lost)).isEqualTo(new Recurrence(2, 2, List.of(before)));
        // 23:30 is three hours before 02:30, and an hour and two from 00:30.
        assertThat(recurrence(next)).isEqualTo(new Recurrence(3, 3, List.of(lost, before)));
    }

    @Test
    void a_move_and_a_withdrawal_of_the_earlier_one_change_the_later_one() {
        UUID first = opens("2014-09-06T21:00:00Z", HERE);
        UUID opening = ((Entry.ReportRecorded) world.entries.getLast().body()).report().id();
        UUID second = opens("2014-09-07T21:00:00Z", HERE);
        assertThat(recurrence(second).follows()).containsExactly(first);
        world.report(Say.at(world.now()).about(first).at(FAR, List.of(THURCROFT)));
        assertThat(recurrence(second)).isEqualTo(Recurrence.NONE);
        UUID back = world.report(Say.at(world.now()).about(first).at(NEAR, List.of(THURCROFT)))
                .report()
                .id();
        assertThat(recurrence(second).follows()).containsExactly(first);
        world.report(Say.at(world.now()).withdraws(back));
        assertThat(recurrence(second)).isEqualTo(Recurrence.NONE);
        world.report(
                Say.at(world.now()).corrects(opening).about(first).at(HERE, List.of(THURCROFT)));
        assertThat(world.replayed().state()).isEqualTo(world.picture.state());
    }

    @Test
    void what_is_sensitive_counts_and_is_not_named() {
        UUID first = opens("2014-09-06T21:00:00Z", HERE);
        UUID second = opens("2014-09-07T21:00:00Z", HERE);
        world.report(Say.at(world.now()).about(first).sensitive(true));
        assertThat(recurrence(second)).isEqualTo(new Recurrence(2, 2, List.of()));
    }

    @Test
    void a_unit_knows_its_nights_at_scenes() {
        UUID first = opens("2014-09-06T21:00:00Z", HERE);
        there(first);
        UUID second = opens("2014-09-07T21:00:00Z", FAR);
        UUID told = there(second);
        assertThat(world.unit("RT21").nights().inARow()).isEqualTo(2);
        assertThat(world.unit("RT21").nights().at()).containsExactlyInAnyOrder(first, second);
        world.report(Say.at(world.now()).withdraws(told));
        assertThat(world.unit("RT21").nights().inARow()).isEqualTo(1);
    }

    private UUID there(UUID incident) {
        return world.report(
                Say.at(world.now()).about(incident).unit("RT21", 8, DeploymentState.AT_SCENE))
                .report()
                .id();
    }
}
