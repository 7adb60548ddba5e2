package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.Alert;
import org.muster.model.Entry;
import org.muster.model.Rule;
import org.muster.model.Severity;

/** A start changes nothing: what was under way goes on, and nothing bursts. */
class RestartTest {

    private static final int STEPS = 1_200;

    @Test
    void a_hold_goes_on() {
        same((world, restart) -> {
            Desk desk = new Desk(world);
            RuleDouble.Meaning crowded = desk.crowded();
            crowded.forSeconds = 60;
            desk.inForce(crowded);
            UUID fight = desk.fight(60);
            world.later(Duration.ofSeconds(30));
            desk.crowd(fight, 70);
            restart.accept(world);
            world.later(Duration.ofSeconds(29));
            assertThat(world.alerts).isEmpty();
            world.later(Duration.ofSeconds(1));
            assertThat(desk.alert().evidence()).hasSize(2);
        });
    }

    @Test
    void a_hold_that_time_ended_at_the_moment_of_a_report_goes_on_from_that_moment() {
        same((world, restart) -> {
            Desk desk = new Desk(world);
            desk.inForce(PassageTest.told(desk));
            UUID fight = desk.fight(60);
            for (double minute : new double[] {10, 19, 21}) {
                world.itIs(minute);
                desk.crowd(fight, 60 + (int) minute);
            }
            restart.accept(world);
            world.itIs(30);
            assertThat(desk.alert().raisedAt()).isEqualTo(World.minute(22));
        });
    }

    @Test
    void an_end_goes_on() {
        same((world, restart) -> {
            Desk desk = new Desk(world);
            RuleDouble.Meaning crowded = desk.crowded();
            crowded.clearForSeconds = 120;
            desk.inForce(crowded);
            UUID fight = desk.fight(60);
            desk.officers(fight, 10);
            world.later(Duration.ofSeconds(90));
            restart.accept(world);
            assertThat(desk.alert().state().isStanding()).isTrue();
            world.later(Duration.ofSeconds(30));
            assertThat(desk.alert().state().isStanding()).isFalse();
        });
    }

    @Test
    void the_wait_before_the_same_is_raised_again_goes_on() {
        same((world, restart) -> {
            Desk desk = new Desk(world);
            RuleDouble.Meaning crowded = desk.crowded();
            crowded.repeatSeconds = 600;
            desk.inForce(crowded);
            UUID fight = desk.fight(60);
            desk.officers(fight, 10);
            world.later(Duration.ofMinutes(2));
            desk.crowd(fight, 500);
            restart.accept(world);
            world.later(Duration.ofMinutes(7));
            assertThat(desk.alert().raisedCount()).isOne();
            world.later(Duration.ofMinutes(1));
            assertThat(desk.alert().raisedCount()).isEqualTo(2);
            assertThat(desk.alert().evidence()).hasSize(1);
        });
    }

    @Test
    void an_escalation_goes_on() {
        same((world, restart) -> {
            Desk desk = new Desk(world);
            RuleDouble.Meaning crowded = desk.crowded();
            crowded.escalation = new Rule.Escalation(300, Severity.CRITICAL, "desk-2");
            desk.inForce(crowded);
            desk.fight(60);
            world.later(Duration.ofSeconds(299));
            restart.accept(world);
            assertThat(desk.alert().severity()).isEqualTo(Severity.HIGH);
            world.later(Duration.ofSeconds(1));
            restart.accept(world);
            Alert alert = desk.alert();
            assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(alert.assignee()).isEqualTo("desk-2");
            world.later(Duration.ofHours(1));
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 20140913})
    void wild_days_with_starts_in_between_have_the_entries_of_wild_days_without(long seed) {
        List<Entry> with = riot(seed, Resumed::start);
        assertThat(with).isEqualTo(riot(seed, RestartTest::stays));
        assertThat(with.stream().filter(one -> one.body() instanceof Entry.AlertRaised).count())
                .isGreaterThan(50);
    }

    @Test
    void what_forgets_is_noticed() {
        assertThat(riot(5, World::restart)).isNotEqualTo(riot(5, RestartTest::stays));
    }

    private static List<Entry> riot(long seed, Consumer<World> restart) {
        World world = new World();
        RuleDouble rules = new RuleDouble();
        List<RuleDouble.Meaning> all = new RiotRules(rules).all();
        for (int i = 0; i < all.size(); i++) {
            RuleDouble.Meaning meaning = all.get(i);
            meaning.clearForSeconds = i % 2 == 0 ? 150 : 0;
            meaning.repeatSeconds = i % 3 == 0 ? 900 : 0;
            meaning.escalation = i % 4 == 1
                    ? new Rule.Escalation(400, Severity.CRITICAL, "desk-" + i)
                    : null;
        }
        world.rulebook = rules;
        world.rules = all.stream().map(RuleDouble::rule).toList();
        world.stops = true;
        world.schedules = RiotRules.SCHEDULES;
        Riot riot = new Riot(seed, world);
        for (int step = 0; step < STEPS; step++) {
            riot.step();
            if (step % 60 == 59) {
                restart.accept(world);
            }
        }
        return world.entries;
    }

    private static void stays(World world) {
        assertThat(world.picture.at()).isEqualTo(world.now());
    }

    /** A story that may be interrupted by starts. */
    private interface Interrupted {

        void play(World world, Consumer<World> restart);
    }

    private static void same(Interrupted story) {
        List<List<Entry>> told = new ArrayList<>();
        for (Consumer<World> restart : List.<Consumer<World>>of(RestartTest::stays,
                Resumed::start)) {
            World world = new World();
            world.stops = true;
            story.play(world, restart);
            told.add(world.entries);
        }
        // Ids of what is opened are the test's own chance.
        assertThat(told.getLast()).hasSameSizeAs(told.getFirst());
        assertThat(told.getLast()).extracting(Entry::at)
                .isEqualTo(told.getFirst().stream().map(Entry::at).toList());
        assertThat(told.getLast()).extracting(entry -> entry.body().type())
                .isEqualTo(told.getFirst().stream().map(entry -> entry.body().type()).toList());
    }
}
