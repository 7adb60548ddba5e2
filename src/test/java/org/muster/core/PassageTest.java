package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.muster.model.AlertSubject;
import org.muster.model.Entry;

/** Time passes in one way, however seldom somebody looks. */
class PassageTest {

    private final World world = new World();
    private final Desk desk = new Desk(world);

    @Test
    void it_stops_where_something_follows_and_goes_on_when_that_is_taken_in() {
        RuleDouble.Meaning crowded = desk.crowded();
        crowded.forSeconds = 60;
        desk.inForce(crowded);
        desk.fight(60);
        Passage time = new Passage(world.picture, world.rulebook);
        assertThat(time.to(World.minute(1).minusMillis(1))).isEmpty();
        assertThat(time.to(World.minute(600))).extracting(Draft::body)
                .hasOnlyElementsOfType(Entry.AlertRaised.class)
                .hasSize(1);
        assertThat(world.picture.at()).isEqualTo(World.minute(1));
        assertThat(time.to(World.minute(600))).as("nobody took it in").hasSize(1);
        assertThat(world.picture.at()).isEqualTo(World.minute(1));
        world.jump(World.minute(600));
        assertThat(time.to(World.minute(900))).isEmpty();
        assertThat(world.picture.at()).isEqualTo(World.minute(900));
    }

    @Test
    void a_moment_that_is_over_is_no_moment_to_go_to() {
        world.itIs(5);
        assertThat(new Passage(world.picture, world.rulebook).to(World.minute(4))).isEmpty();
        assertThat(world.picture.at()).isEqualTo(World.minute(5));
    }

    /** Whoever never comes to it never ends. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_moment_between_two_milliseconds_is_come_to_and_counts_as_the_one_before_it() {
        Passage time = new Passage(world.picture, world.rulebook);
        assertThat(time.to(World.minute(1).plusNanos(999_999))).isEmpty();
        assertThat(world.picture.at()).isEqualTo(World.minute(1));
        assertThat(time.to(World.minute(1).plusNanos(1))).isEmpty();
        assertThat(world.picture.at()).isEqualTo(World.minute(1));
    }

    @Test
    void what_time_ends_at_a_moment_is_over_though_a_report_of_that_moment_makes_it_so_again() {
        desk.inForce(told(desk));
        UUID fight = desk.fight(60);
        Passage time = new Passage(world.picture, world.rulebook);
        assertThat(time.to(World.minute(10))).as("no wait is over").isEmpty();
        world.jump(World.minute(10));
        desk.crowd(fight, 70);
        desk.later(2);
        assertThat(world.alerts).as("it waits anew from minute 10").isEmpty();
        for (int minute = 12; minute < 22; minute++) {
            world.itIs(minute);
            desk.crowd(fight, 70 + minute);
        }
        world.to(World.minute(22).minusMillis(1));
        assertThat(world.alerts).isEmpty();
        world.itIs(22);
        assertThat(desk.alert().raisedAt()).isEqualTo(World.minute(22));
    }

    @Test
    void one_long_look_and_many_short_ones_leave_the_same_behind() {
        desk.inForce(told(desk), desk.crowded());
        desk.fight(60);
        Picture seldom = Picture.empty();
        world.entries.forEach(seldom::evolve);
        Passage once = new Passage(seldom, world.rulebook);
        Passage often = new Passage(world.picture, world.rulebook);
        once.to(World.START);
        assertThat(once.to(World.minute(35))).isEmpty();
        for (int second = 1; second <= 35 * 60; second++) {
            assertThat(often.to(World.START.plusSeconds(second))).isEmpty();
        }
        assertThat(seldom.state()).isEqualTo(world.picture.state());
        assertThat(seldom.dueAt()).isEqualTo(world.picture.dueAt());
    }

    /** Something was told of it within ten minutes, and that for twelve minutes. */
    static RuleDouble.Meaning told(Desk desk) {
        RuleDouble.Meaning told = desk.rules.means("told", AlertSubject.Type.INCIDENT,
                Fact.INCIDENT_MINUTES_SINCE_REPORT);
        told.when = facts -> facts.number(Fact.INCIDENT_MINUTES_SINCE_REPORT) < 10;
        told.forSeconds = (int) Duration.ofMinutes(12).toSeconds();
        return told;
    }
}
