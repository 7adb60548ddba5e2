package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.muster.model.Alert;
import org.muster.model.AlertAction;
import org.muster.model.AlertSubject;
import org.muster.model.Command;
import org.muster.model.Link;
import org.muster.model.Rule;
import org.muster.model.Severity;

/** Alerts that others explain. */
class AlertSuppressionTest {

    private final Desk desk = new Desk();

    /** More than a thousand people: as good as a major incident. */
    private RuleDouble.Meaning huge() {
        RuleDouble.Meaning huge = desk.rules.means("huge", AlertSubject.Type.INCIDENT,
                Fact.INCIDENT_CROWD_HIGH);
        huge.when = facts -> facts.number(Fact.INCIDENT_CROWD_HIGH) > 1_000;
        huge.severity = Severity.CRITICAL;
        return huge;
    }

    private RuleDouble.Meaning crowdedUnder(Rule.Reach reach) {
        RuleDouble.Meaning crowded = desk.crowded();
        crowded.inhibitedBy = List.of(new Rule.Inhibition("huge", reach));
        return crowded;
    }

    /** What the newest alert of crowded about an incident says of who explains it. */
    private @Nullable String explains(UUID incident) {
        Alert alert = crowded(incident);
        UUID by = alert.suppressedBy();
        return by == null ? null : desk.alert(by).subject().id();
    }

    private Alert crowded(UUID incident) {
        return desk.world.alerts.values()
                .stream()
                .filter(alert -> alert.rule().equals("crowded")
                        && alert.subject().id().equals(incident.toString()))
                .max((one, other) -> Long.compare(one.raisedSeq(), other.raisedSeq()))
                .orElseThrow();
    }

    private UUID fightIn(String[] areas, int crowd) {
        return desk.world.opened(
                desk.says().opens("disturbance").in("Somewhere", areas).crowd(crowd, crowd));
    }

    private void links(UUID from, UUID to) {
        desk.world.report(desk.says()
                .about(from)
                .and(report -> report.links(List.of(new Link(to, Link.Relation.FOLLOWS)))));
    }

    @ParameterizedTest(
            name = "{0}: itself {1}, linked {2}, naming it {3}, in the same area {4}, elsewhere {5}")
    @CsvSource({"SUBJECT,true,false,false,false,false", "LINKED,true,true,true,false,false",
            "AREA,true,false,false,true,false"})
    void it_reaches_as_far_as_the_rule_says(Rule.Reach reach, boolean itself, boolean linked,
            boolean naming, boolean near, boolean elsewhere) {
        desk.inForce(huge(), crowdedUnder(reach));
        UUID major = fightIn(World.CENTRE, 60);
        UUID named = fightIn(World.SHEFFIELD, 60);
        UUID naming1 = fightIn(World.SHEFFIELD, 60);
        UUID neighbour = fightIn(World.CENTRE, 60);
        UUID stranger = fightIn(World.THURCROFT, 60);
        links(major, named);
        links(naming1, major);
        assertThat(desk.story()).doesNotContain("suppressed by huge");
        desk.crowd(major, 2_000);
        List<UUID> all = List.of(major, named, naming1, neighbour, stranger);
        List<Boolean> due = List.of(itself, linked, naming, near, elsewhere);
        for (int i = 0; i < all.size(); i++) {
            assertThat(explains(all.get(i))).as("%d", i)
                    .isEqualTo(due.get(i) ? major.toString() : null);
        }
        desk.startsAgain();
        desk.crowd(major, 90);
        for (UUID one : all) {
            assertThat(explains(one)).isNull();
            assertThat(crowded(one).isCalling()).isTrue();
        }
        desk.startsAgain();
    }

    @ParameterizedTest
    @EnumSource(Rule.Reach.class)
    void what_is_explained_when_it_is_raised_is_born_so(Rule.Reach reach) {
        desk.inForce(huge(), crowdedUnder(reach));
        UUID major = desk.fight(2_000);
        assertThat(desk.story()).containsExactly("raised huge", "raised crowded");
        assertThat(explains(major)).isEqualTo(major.toString());
        assertThat(crowded(major).isCalling()).isFalse();
        desk.startsAgain();
    }

    @Test
    void the_oldest_explains_and_the_next_takes_over() {
        desk.inForce(huge(), crowdedUnder(Rule.Reach.AREA));
        UUID first = desk.fight(2_000);
        UUID second = desk.fight(3_000);
        UUID small = desk.fight(60);
        assertThat(explains(small)).isEqualTo(first.toString());
        desk.crowd(first, 90);
        assertThat(explains(small)).isEqualTo(second.toString());
        desk.startsAgain();
        desk.crowd(second, 90);
        assertThat(explains(small)).isNull();
    }

    @Test
    void links_that_are_told_later_count_and_those_that_are_taken_back_do_not() {
        desk.inForce(huge(), crowdedUnder(Rule.Reach.LINKED));
        UUID major = fightIn(World.CENTRE, 2_000);
        UUID small = fightIn(World.SHEFFIELD, 60);
        assertThat(explains(small)).isNull();
        UUID told = desk.world
                .report(desk.says()
                        .about(major)
                        .and(report -> report
                                .links(List.of(new Link(small, Link.Relation.CONNECTED)))))
                .report()
                .id();
        assertThat(explains(small)).isEqualTo(major.toString());
        desk.startsAgain();
        desk.world.report(desk.says().withdraws(told));
        assertThat(explains(small)).isNull();
        desk.startsAgain();
    }

    @Test
    void an_incident_that_turns_out_to_be_elsewhere_is_explained_there() {
        desk.inForce(huge(), crowdedUnder(Rule.Reach.AREA));
        UUID major = fightIn(World.CENTRE, 2_000);
        UUID small = fightIn(World.SHEFFIELD, 60);
        desk.world.report(desk.says().about(small).in("Here", World.CENTRE));
        assertThat(explains(small)).isEqualTo(major.toString());
        desk.world.report(desk.says().about(major).in("There", World.THURCROFT));
        assertThat(explains(small)).isNull();
        assertThat(explains(major)).isEqualTo(major.toString());
        desk.startsAgain();
    }

    @Test
    void neither_mark_nor_release_changes_its_state_and_acknowledged_ones_explain_too() {
        desk.inForce(huge(), crowdedUnder(Rule.Reach.AREA));
        UUID small = desk.fight(60);
        Alert before = desk.acknowledges("desk-1");
        UUID major = desk.fight(2_000);
        UUID huge = desk.world.alerts.values()
                .stream()
                .filter(alert -> alert.rule().equals("huge"))
                .findAny()
                .orElseThrow()
                .id();
        desk.tries(huge, "desk-2", new AlertAction.Acknowledge());
        assertThat(crowded(small).suppressedBy()).isEqualTo(huge);
        assertThat(crowded(small).state()).isEqualTo(before.state());
        assertThat(crowded(small).raisedCount()).isEqualTo(1);
        desk.tries(huge, "desk-2", new AlertAction.Clear("over"));
        assertThat(crowded(small).suppressedBy()).isNull();
        assertThat(crowded(small).state()).isEqualTo(before.state());
        assertThat(crowded(major).isCalling()).isTrue();
    }

    @Test
    void a_critical_one_is_never_suppressed() {
        RuleDouble.Meaning crowded = crowdedUnder(Rule.Reach.AREA);
        crowded.severity = Severity.CRITICAL;
        desk.inForce(huge(), crowded);
        UUID major = desk.fight(2_000);
        assertThat(explains(major)).isNull();
        assertThat(explains(desk.fight(60))).isNull();
        desk.startsAgain();
    }

    @Test
    void a_drill_explains_nothing_real_nor_the_other_way_round() {
        desk.inForce(huge(), crowdedUnder(Rule.Reach.AREA));
        UUID drill = desk.world.opened(desk.says()
                .drill()
                .opens("disturbance")
                .in("Ivanhoe Road", World.THURCROFT)
                .crowd(2_000, 2_000));
        UUID real = desk.fight(60);
        assertThat(explains(real)).isNull();
        assertThat(explains(drill)).isEqualTo(drill.toString());
    }

    @Test
    void what_was_cleared_is_explained_by_nothing_and_again_when_it_is_back() {
        desk.inForce(huge(), crowdedUnder(Rule.Reach.AREA));
        UUID small = desk.fight(60);
        UUID id = crowded(small).id();
        desk.fight(2_000);
        desk.crowd(small, 0);
        desk.tries(id, "desk-1", new AlertAction.Acknowledge());
        assertThat(desk.alert(id).suppressedBy()).isNull();
        assertThat(desk.world.tries(
                new Command.WorkAlert(id, new AlertAction.Unacknowledge(), Desk.actor("desk-1"))))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(desk.alert(id).suppressedBy()).isNotNull();
        desk.startsAgain();
    }

    @Test
    void a_rule_that_explains_no_more_releases_what_it_suppressed() {
        RuleDouble.Meaning crowded = crowdedUnder(Rule.Reach.AREA);
        RuleDouble.Meaning huge = huge();
        desk.inForce(huge, crowded);
        UUID major = desk.fight(2_000);
        crowded.inhibitedBy = List.of();
        desk.inForce(huge, crowded);
        assertThat(explains(major)).isNull();
        assertThat(desk.story()).endsWith("released");
        desk.startsAgain();
    }

    @Test
    void one_that_is_shelved_and_suppressed_comes_back_when_both_are_over() {
        desk.inForce(huge(), crowdedUnder(Rule.Reach.AREA));
        UUID small = desk.fight(60);
        desk.does("desk-1", new AlertAction.Shelve(World.minute(10), "van on its way"));
        UUID major = desk.fight(2_000);
        assertThat(explains(small)).isEqualTo(major.toString());
        desk.later(10);
        assertThat(crowded(small).shelf()).isNull();
        assertThat(crowded(small).isCalling()).isFalse();
        desk.startsAgain();
        desk.crowd(major, 0);
        assertThat(crowded(small).isCalling()).isTrue();
        desk.startsAgain();
    }
}
