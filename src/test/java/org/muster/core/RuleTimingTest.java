package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.muster.model.Alert;
import org.muster.model.AlertAction;
import org.muster.model.AlertState;
import org.muster.model.AlertSubject;
import org.muster.model.Alerting;
import org.muster.model.Entry;
import org.muster.model.Rule;
import org.muster.model.Schedule;
import org.muster.model.Settings;
import org.muster.model.Severity;

/** Ends that wait, alerts that are not said too often, areas and times, escalation. */
class RuleTimingTest {

    /** From ten to thirty minutes after the stories begin, which is at 21:00 by the clock of London. */
    private static final Schedule LATE = new Schedule("late", "Europe/London", List.of(), List.of(),
            "21:10", "21:30");

    private final World world = new World();
    private final Desk desk = new Desk(world);
    private final RuleDouble.Meaning crowded = desk.crowded();

    @BeforeEach
    void timeGoesFromOneMomentToTheNext() {
        world.stops = true;
    }

    @Test
    void a_standing_alert_ends_when_its_end_has_held_for_long_enough() {
        crowded.clearForSeconds = 120;
        desk.inForce(crowded);
        UUID fight = desk.fight(60);
        desk.officers(fight, 10);
        assertThat(world.picture.dueAt()).contains(world.now().plusSeconds(120));
        world.later(Duration.ofSeconds(119));
        assertThat(desk.alert().state()).isEqualTo(AlertState.UNACKNOWLEDGED);
        world.later(Duration.ofSeconds(1));
        assertThat(desk.alert().state()).isEqualTo(AlertState.CLEARED_UNACKNOWLEDGED);
    }

    @Test
    void an_end_that_is_broken_begins_anew() {
        crowded.clearForSeconds = 120;
        desk.inForce(crowded);
        UUID fight = desk.fight(60);
        desk.officers(fight, 10);
        world.later(Duration.ofSeconds(100));
        desk.officers(fight, 0);
        world.later(Duration.ofSeconds(10));
        desk.officers(fight, 10);
        world.later(Duration.ofSeconds(119));
        assertThat(desk.alert().state()).isEqualTo(AlertState.UNACKNOWLEDGED);
        world.later(Duration.ofSeconds(1));
        assertThat(desk.alert().state()).isEqualTo(AlertState.CLEARED_UNACKNOWLEDGED);
        assertThat(desk.alert().raisedCount()).isOne();
    }

    @Test
    void the_same_is_not_raised_again_within_the_time_and_then_is_if_it_still_holds() {
        crowded.repeatSeconds = 600;
        desk.inForce(crowded);
        UUID fight = desk.fight(60);
        desk.officers(fight, 10);
        world.later(Duration.ofMinutes(1));
        desk.crowd(fight, 500);
        assertThat(desk.alert().state()).isEqualTo(AlertState.CLEARED_UNACKNOWLEDGED);
        world.to(World.minute(10).minusMillis(1));
        assertThat(desk.alert().state()).isEqualTo(AlertState.CLEARED_UNACKNOWLEDGED);
        world.itIs(10);
        assertThat(desk.alert().state()).isEqualTo(AlertState.UNACKNOWLEDGED);
        assertThat(desk.alert().raisedCount()).isEqualTo(2);
        assertThat(desk.alert().effectiveAt()).isEqualTo(World.minute(10));
    }

    @Test
    void what_has_passed_within_the_time_is_not_raised_again() {
        crowded.repeatSeconds = 600;
        desk.inForce(crowded);
        UUID fight = desk.fight(60);
        desk.officers(fight, 10);
        world.later(Duration.ofMinutes(1));
        desk.crowd(fight, 500);
        world.later(Duration.ofMinutes(1));
        desk.crowd(fight, 60);
        world.itIs(30);
        assertThat(desk.alert().raisedCount()).isOne();
    }

    @Test
    void nor_is_another_alert_raised_in_its_place() {
        crowded.repeatSeconds = 600;
        desk.inForce(crowded);
        UUID fight = desk.fight(60);
        desk.does("desk-1", new AlertAction.Acknowledge());
        desk.officers(fight, 10);
        desk.crowd(fight, 500);
        assertThat(world.alerts).hasSize(1);
        world.itIs(10);
        assertThat(world.alerts).hasSize(2);
    }

    @Test
    void a_rule_is_asked_at_its_times_alone() {
        crowded.during = "late";
        inForce(crowded);
        desk.fight(60);
        assertThat(world.alerts).isEmpty();
        world.itIs(10);
        assertThat(desk.alert().raisedAt()).isEqualTo(World.minute(10));
        world.itIs(30);
        assertThat(desk.alert().state()).isEqualTo(AlertState.CLEARED_UNACKNOWLEDGED);
        assertThat(desk.alert().clearedAt()).isEqualTo(World.minute(30));
    }

    @Test
    void another_limit_holds_in_an_area_and_below() {
        limited(40, new Rule.Variation("rotherham", null, false, Map.of("limit", 70L)));
        UUID fight = desk.fight(60);
        assertThat(world.alerts).isEmpty();
        desk.crowd(fight, 80);
        assertThat(world.alerts).hasSize(1);
        world.opened(desk.says()
                .opens("disturbance")
                .in("Division Street", World.SHEFFIELD)
                .crowd(60, 60));
        assertThat(world.alerts).hasSize(2);
    }

    @Test
    void of_those_that_match_the_later_one_wins() {
        limited(40, new Rule.Variation("south-yorkshire", null, false, Map.of("limit", 90L)),
                new Rule.Variation("rotherham", null, false, Map.of("limit", 50L)));
        desk.fight(60);
        assertThat(world.alerts).hasSize(1);
        world.opened(desk.says()
                .opens("disturbance")
                .in("Division Street", World.SHEFFIELD)
                .crowd(60, 60));
        assertThat(world.alerts).hasSize(1);
    }

    @Test
    void where_a_rule_is_off_it_is_not_asked_and_a_later_one_puts_it_on_again() {
        limited(40, new Rule.Variation("south-yorkshire", null, true, Map.of()),
                new Rule.Variation("thurcroft", "late", false, Map.of("limit", 50L)));
        desk.fight(60);
        assertThat(world.alerts).isEmpty();
        world.itIs(10);
        assertThat(world.alerts).hasSize(1);
        world.itIs(30);
        assertThat(desk.alert().state()).isEqualTo(AlertState.CLEARED_UNACKNOWLEDGED);
    }

    @Test
    void what_moves_into_an_area_goes_by_the_limit_there() {
        limited(40, new Rule.Variation("thurcroft", null, false, Map.of("limit", 70L)));
        UUID fight = desk.fight(60);
        assertThat(world.alerts).isEmpty();
        world.report(desk.says().about(fight).in("Division Street", World.SHEFFIELD));
        assertThat(world.alerts).hasSize(1);
    }

    @Test
    void a_hold_goes_on_when_a_variation_begins_to_match() {
        crowded.forSeconds = 300;
        limited(40, new Rule.Variation(null, "late", false, Map.of("limit", 50L)));
        world.itIs(7);
        desk.fight(60);
        world.itIs(12);
        assertThat(desk.alert().raisedAt()).isEqualTo(World.minute(12));
    }

    @Test
    void a_hold_breaks_when_its_condition_is_false_with_the_new_values() {
        crowded.forSeconds = 300;
        limited(40, new Rule.Variation(null, "late", false, Map.of("limit", 90L)));
        world.itIs(7);
        desk.fight(60);
        world.itIs(30);
        assertThat(world.alerts).isEmpty();
        world.itIs(35);
        assertThat(desk.alert().raisedAt()).isEqualTo(World.minute(35));
    }

    @Test
    void the_rule_is_understood_once_for_each_set_of_values() {
        limited(40, new Rule.Variation("rotherham", null, false, Map.of("limit", 70L)),
                new Rule.Variation("thurcroft", null, false, Map.of("limit", 70L)));
        for (int i = 0; i < 5; i++) {
            desk.fight(60 + i);
        }
        assertThat(desk.rules.understood).containsExactly(Map.of("limit", 40L),
                Map.of("limit", 70L));
    }

    @Test
    void a_form_of_its_own_begins_a_hold_anew_and_leaves_those_of_others() {
        RuleDouble.Meaning other = desk.rules.means("other", AlertSubject.Type.INCIDENT,
                Fact.INCIDENT_CROWD_HIGH);
        other.when = facts -> facts.number(Fact.INCIDENT_CROWD_HIGH) > 10;
        other.forSeconds = 60;
        crowded.forSeconds = 60;
        desk.inForce(crowded, other);
        desk.fight(60);
        world.later(Duration.ofSeconds(30));
        crowded.form++;
        desk.inForce(crowded, other);
        world.later(Duration.ofSeconds(30));
        assertThat(world.alerts.values()).extracting(Alert::rule).containsExactly("other");
        world.later(Duration.ofSeconds(30));
        assertThat(world.alerts).hasSize(2);
    }

    @Test
    void nobody_acknowledged_so_it_is_worse_and_somebody_has_it() {
        crowded.escalation = new Rule.Escalation(300, Severity.CRITICAL, "desk-2");
        desk.inForce(crowded);
        desk.fight(60);
        world.itIs(5);
        Alert alert = desk.alert();
        assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(alert.state()).isEqualTo(AlertState.UNACKNOWLEDGED);
        assertThat(alert.raisedCount()).isOne();
        assertThat(alert.raisedAt()).isEqualTo(World.minute(0));
        assertThat(alert.assignee()).isEqualTo("desk-2");
        assertThat(alert.history()).extracting(Alert.Deed::what)
                .containsExactly("alert-raised", "escalated", "alert-assigned");
        assertThat(world.area("thurcroft").alerts().critical()).isOne();
        world.itIs(60);
        assertThat(escalations()).isOne();
    }

    @Test
    void what_is_acknowledged_in_time_stays_as_bad_as_it_was() {
        crowded.escalation = new Rule.Escalation(300, Severity.CRITICAL, null);
        desk.inForce(crowded);
        desk.fight(60);
        world.itIs(4);
        desk.does("desk-1", new AlertAction.Acknowledge());
        world.itIs(60);
        assertThat(escalations()).isZero();
        // It is nobody's again, and later than it should be.
        desk.does("desk-1", new AlertAction.Unacknowledge());
        assertThat(desk.alert().severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void raised_again_it_is_back_at_the_severity_of_its_rule_and_may_escalate_again() {
        crowded.escalation = new Rule.Escalation(300, Severity.CRITICAL, null);
        desk.inForce(crowded);
        UUID fight = desk.fight(60);
        world.itIs(5);
        desk.officers(fight, 10);
        world.itIs(6);
        desk.crowd(fight, 500);
        assertThat(desk.alert().severity()).isEqualTo(Severity.HIGH);
        assertThat(desk.alert().raisedCount()).isEqualTo(2);
        world.itIs(11);
        assertThat(desk.alert().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(escalations()).isEqualTo(2);
    }

    @Test
    void a_finding_says_what_the_rule_looked_at() {
        desk.inForce(crowded);
        desk.fight(60);
        Entry.AlertRaised raised = world.entries.stream()
                .map(Entry::body)
                .filter(Entry.AlertRaised.class::isInstance)
                .map(Entry.AlertRaised.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(raised.finding().facts())
                .isEqualTo(Map.of("incident.crowd.high", 60L, "incident.officers.atScene", 0L));
    }

    private long escalations() {
        return world.entries.stream()
                .filter(entry -> entry.body() instanceof Entry.AlertUpdated updated
                        && updated.change() == Entry.AlertUpdated.Change.ESCALATED)
                .count();
    }

    /** A crowd above a limit, in force with these variations. */
    private void limited(long limit, Rule.Variation... variations) {
        crowded.clearWhen = null;
        crowded.limited = facts -> facts.number(Fact.INCIDENT_CROWD_HIGH);
        crowded.values = Map.of("limit", limit);
        crowded.variations = List.of(variations);
        inForce(crowded);
    }

    private void inForce(RuleDouble.Meaning meaning) {
        Settings plain = World.settings(30, 60);
        world.settings(
                new Settings(plain.areaMap(), plain.areas(), plain.categories(), plain.offences(),
                        plain.unitRoles(), plain.windows(), plain.clashing(),
                        List.of(RuleDouble.rule(meaning)), new Alerting(List.of(LATE),
                                Alerting.Shelving.DEFAULT, Alerting.Nights.DEFAULT, Map.of())),
                world.places());
    }
}
