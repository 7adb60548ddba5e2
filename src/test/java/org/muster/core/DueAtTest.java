package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.Entry;

/** The moments between which time alone brings nothing about. */
class DueAtTest {

    private static final int STEPS = 1_500;

    @Test
    void without_anything_that_waits_nothing_is_ever_due() {
        assertThat(new World().picture.dueAt()).isEmpty();
    }

    @Test
    void a_hold_is_due_when_it_is_over() {
        Desk desk = new Desk();
        RuleDouble.Meaning crowded = desk.crowded();
        crowded.forSeconds = 60;
        desk.inForce(crowded);
        desk.fight(60);
        assertThat(desk.world.picture.dueAt()).contains(desk.world.now().plusSeconds(60));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20140907, 11})
    void nothing_follows_before_the_moment_that_was_named(long seed) {
        World world = new World();
        world.rulebook = new RuleDouble();
        world.rules = new RiotRules((RuleDouble) world.rulebook).all()
                .stream()
                .map(RuleDouble::rule)
                .toList();
        world.stops = true;
        world.schedules = RiotRules.SCHEDULES;
        Riot riot = new Riot(seed, world);
        for (int step = 0; step < STEPS; step++) {
            // World says so when something follows too early.
            riot.step();
        }
        world.later(Duration.ofHours(30));
        long byTime = world.entries.stream()
                .map(Entry::body)
                .filter(body -> body instanceof Entry.AlertRaised
                        || body instanceof Entry.AlertCleared || body instanceof Entry.ProtestEnded)
                .count();
        assertThat(byTime).isGreaterThan(20);
    }
}
