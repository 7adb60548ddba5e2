package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.muster.model.Actor;
import org.muster.model.Alert;
import org.muster.model.AlertAction;
import org.muster.model.AlertState;
import org.muster.model.Command;
import org.muster.model.Entry;
import org.muster.model.Rejection;
import org.muster.model.Role;
import org.muster.model.Severity;

/** Alerts that are out of the queue for a time. */
class AlertShelfTest {

    private static final AlertAction UNSHELVE = new AlertAction.Unshelve();

    private final Desk desk = new Desk();
    private UUID fight = new UUID(0, 0);

    @BeforeEach
    void an_alert_was_raised() {
        desk.inForce(desk.crowded());
        fight = desk.fight(60);
    }

    @ParameterizedTest(name = "{0} seconds ahead: {1}")
    @CsvSource({"-1,/until", "0,/until", "0.001,taken", "14400,taken", "14400.001,/until"})
    void a_shelf_ends_after_now_and_within_the_longest_time(double seconds, String told) {
        Instant until = desk.world.now().plusMillis(Math.round(seconds * 1_000));
        Decision decision = desk.tries(desk.alert().id(), "desk-1",
                new AlertAction.Shelve(until, "van on its way"));
        assertThat(switch (decision) {
            case Decision.Refused(Rejection why) -> why.faults().getFirst().pointer();
            case Decision.Accepted _ -> "taken";
            case Decision.Unchanged _ -> "nothing";
        }).isEqualTo(told);
    }

    @ParameterizedTest(name = "{0} of a {1} one by {2} after {3}: {4}")
    @CsvSource(nullValues = "-", value = {"shelve,HIGH,desk-1,-,taken",
            "shelve,HIGH,desk-1,shelve,unchanged", "shelve,HIGH,desk-2,shelve,taken",
            "longer,HIGH,desk-1,shelve,taken", "longer,HIGH,desk-2,shelve,taken",
            "shelve,HIGH,desk-1,acknowledge,taken", "shelve,HIGH,desk-1,end,taken",
            "shelve,HIGH,desk-1,clear,alert-changed", "shelve,HIGH,desk-9,-,not-found",
            "shelve,CRITICAL,desk-1,-,forbidden", "shelve,CRITICAL,supervisor-1,-,taken",
            "unshelve,CRITICAL,desk-1,shelve,taken", "unshelve,HIGH,desk-1,-,unchanged",
            "unshelve,HIGH,desk-2,shelve,taken", "unshelve,HIGH,desk-2,shelve+clear,taken",
            "unshelve,HIGH,desk-2,clear,unchanged", "unshelve,HIGH,desk-9,shelve,not-found"})
    void who_may_shelve_what(String what, Severity severity, String who, String before,
            String told) {
        if (severity == Severity.CRITICAL) {
            RuleDouble.Meaning crowded = desk.crowded();
            crowded.severity = severity;
            desk.clears("desk-1");
            desk.inForce(crowded);
        }
        String first = severity == Severity.CRITICAL ? "supervisor-2" : "desk-1";
        for (String one : before == null ? List.<String>of() : List.of(before.split("\\+"))) {
            if (one.equals("end")) {
                desk.crowd(fight, 0);
            } else {
                desk.does(first, action(one));
            }
        }
        Actor by = who.equals("desk-9") ? new Actor(who, Role.CONTROLLER, List.of("sheffield"))
                : Desk.actor(who);
        Decision decision = desk.world
                .tries(new Command.WorkAlert(desk.alert().id(), action(what), by));
        assertThat(switch (decision) {
            case Decision.Refused(Rejection why) -> why.code().slug();
            case Decision.Accepted _ -> "taken";
            case Decision.Unchanged _ -> "unchanged";
        }).isEqualTo(told);
        desk.startsAgain();
    }

    private AlertAction action(String word) {
        return switch (word) {
            case "shelve" -> shelve(15);
            case "longer" -> shelve(30);
            case "unshelve" -> UNSHELVE;
            case "acknowledge" -> new AlertAction.Acknowledge();
            default -> new AlertAction.Clear("seen to");
        };
    }

    @Test
    void it_is_warned_of_and_comes_back_by_itself_as_it_was() {
        Alert shelved = desk.does("desk-1", shelve(15));
        Alert.Shelf shelf = new Alert.Shelf(World.minute(15), "desk-1", "van on its way");
        assertThat(shelved.shelf()).isEqualTo(shelf);
        assertThat(shelved.state()).isEqualTo(AlertState.UNACKNOWLEDGED);
        assertThat(shelved.isCalling()).isFalse();
        desk.startsAgain();
        desk.later(12);
        assertThat(desk.story()).endsWith("shelved van on its way");
        assertThat(desk.world.picture.dueAt()).contains(World.minute(13));
        desk.to(World.minute(13));
        assertThat(desk.story()).endsWith("shelf-ending unacknowledged");
        desk.startsAgain();
        assertThat(desk.world.picture.dueAt()).contains(World.minute(15));
        desk.to(World.minute(15).minusMillis(1));
        assertThat(desk.alert().shelf()).isEqualTo(shelf);
        desk.to(World.minute(15));
        assertThat(desk.story()).endsWith("shelf-ending unacknowledged", "unshelved by system");
        assertThat(desk.alert().shelf()).isNull();
        assertThat(desk.alert().state()).isEqualTo(AlertState.UNACKNOWLEDGED);
        assertThat(desk.alert().isCalling()).isTrue();
        assertThat(desk.alert().raisedCount()).isEqualTo(1);
        desk.startsAgain();
    }

    @Test
    void one_that_is_as_short_as_the_warning_is_not_warned_of() {
        desk.does("desk-1", shelve(2));
        desk.later(1);
        desk.later(1);
        assertThat(desk.story()).endsWith("shelved van on its way", "unshelved by system");
    }

    @Test
    void a_service_that_was_down_when_it_ended_says_so_once() {
        desk.does("desk-1", shelve(15));
        Picture again = Picture.restore(desk.world.picture.state());
        again.advance(World.minute(60));
        desk.world.restart(again);
        assertThat(desk.story()).endsWith("shelved van on its way", "unshelved by system");
        desk.startsAgain();
    }

    @Test
    void somebody_puts_it_back_before_its_time() {
        desk.does("desk-1", shelve(15));
        assertThat(desk.does("desk-2", UNSHELVE).shelf()).isNull();
        assertThat(desk.story()).endsWith("unshelved by desk-2");
        int entries = desk.world.entries.size();
        desk.later(20);
        assertThat(desk.world.entries).hasSize(entries);
    }

    @Test
    void another_time_counts_from_then_on() {
        desk.does("desk-1", shelve(15));
        desk.later(13);
        desk.does("desk-2", shelve(30));
        desk.later(12);
        assertThat(desk.alert().shelf()).isNotNull();
        desk.later(17);
        assertThat(desk.story()).endsWith("shelf-ending unacknowledged", "shelved van on its way",
                "shelf-ending unacknowledged");
        desk.later(2);
        assertThat(desk.story()).endsWith("unshelved by system");
    }

    @Test
    void what_is_raised_about_the_same_meanwhile_is_born_on_the_shelf() {
        desk.does("desk-1", shelve(30));
        UUID first = desk.clears("desk-1").id();
        assertThat(desk.alert().shelf()).isNotNull();
        desk.crowd(fight, 0);
        desk.crowd(fight, 70);
        Alert next = desk.alert();
        assertThat(next.id()).isNotEqualTo(first);
        assertThat(next.shelf())
                .isEqualTo(new Alert.Shelf(World.minute(30), "desk-1", "van on its way"));
        assertThat(desk.alert(first).shelf()).as("the shelf is one").isNull();
        assertThat(desk.world.entries).map(Entry::body)
                .filteredOn(Entry.AlertRaised.class::isInstance)
                .last()
                .extracting(body -> ((Entry.AlertRaised) body).shelf())
                .isEqualTo(new Alert.Shelf(World.minute(30), "desk-1", null));
        desk.startsAgain();
        desk.to(World.minute(28));
        desk.to(World.minute(30));
        assertThat(desk.story()).endsWith("shelf-ending unacknowledged", "unshelved by system");
        desk.startsAgain();
    }

    @Test
    void a_cleared_alert_keeps_its_shelf_and_its_end_is_told_without_a_warning() {
        desk.does("desk-1", shelve(15));
        desk.clears("desk-1");
        desk.later(14);
        assertThat(desk.story()).endsWith("cleared seen to");
        desk.later(1);
        assertThat(desk.story()).endsWith("cleared seen to", "unshelved by system");
        desk.crowd(fight, 70);
        assertThat(desk.story()).as("what somebody cleared stays so")
                .endsWith("unshelved by system");
        desk.crowd(fight, 0);
        desk.crowd(fight, 70);
        assertThat(desk.alert().shelf()).isNull();
        desk.startsAgain();
    }

    @Test
    void about_another_subject_it_calls() {
        desk.does("desk-1", shelve(15));
        desk.fight(80);
        assertThat(desk.alert().isCalling()).isTrue();
    }

    @Test
    void what_is_worse_than_what_was_shelved_is_not_held() {
        RuleDouble.Meaning crowded = desk.crowded();
        desk.does("desk-1", shelve(30));
        desk.crowd(fight, 0);
        crowded.severity = Severity.CRITICAL;
        desk.inForce(crowded);
        desk.crowd(fight, 70);
        assertThat(desk.story()).endsWith("raised-again unacknowledged", "unshelved by system");
        assertThat(desk.alert().isCalling()).isTrue();
        desk.startsAgain();
    }

    @Test
    void a_worse_one_of_the_same_rule_is_born_into_the_queue() {
        RuleDouble.Meaning crowded = desk.crowded();
        desk.does("desk-1", shelve(30));
        desk.clears("desk-1");
        crowded.severity = Severity.CRITICAL;
        desk.inForce(crowded);
        assertThat(desk.alert().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(desk.alert().isCalling()).isTrue();
        desk.startsAgain();
    }

    @Test
    void many_come_back_at_once_in_the_order_they_were_raised_in_however_often_the_service_starts() {
        desk.does("desk-1", shelve(15));
        for (int i = 0; i < 12; i++) {
            desk.fight(60 + i);
            desk.does("desk-1", shelve(15));
        }
        desk.to(World.minute(13));
        desk.startsAgain();
        for (int i = 0; i < 20; i++) {
            desk.fight(100 + i);
        }
        desk.to(World.minute(15));
        List<UUID> back = desk.world.entries.stream()
                .map(Entry::body)
                .filter(Entry.AlertUnshelved.class::isInstance)
                .map(body -> ((Entry.AlertUnshelved) body).alert())
                .toList();
        assertThat(back).hasSize(13).doesNotHaveDuplicates();
        assertThat(back).isSortedAccordingTo((one, other) -> Long
                .compare(desk.alert(one).raisedSeq(), desk.alert(other).raisedSeq()));
        assertThat(desk.world.alerts.values()).hasSize(33).allMatch(Alert::isCalling);
        desk.startsAgain();
    }

    @ParameterizedTest(name = "{0} where it takes two: {1}, with {2} beside: {3}")
    @CsvSource(nullValues = "-", value = {"CRITICAL,true,-,second-missing",
            "CRITICAL,true,desk-2,taken", "CRITICAL,false,-,taken", "HIGH,true,-,taken"})
    void a_critical_one_takes_two_where_that_is_set(Severity severity, boolean takesTwo,
            String second, String told) {
        RuleDouble.Meaning crowded = desk.crowded();
        crowded.severity = severity;
        if (severity == Severity.CRITICAL) {
            desk.clears("desk-1");
        }
        desk.inForce(takesTwo, crowded);
        AlertAction.Shelve alone = shelve(15);
        Decision decision = desk.tries(desk.alert().id(), "supervisor-1", alone.with(second));
        assertThat(
                decision instanceof Decision.Refused(Rejection why) ? why.code().slug() : "taken")
                .isEqualTo(told);
        desk.startsAgain();
    }

    @Test
    void both_are_remembered_with_it_with_the_next_one_and_through_a_start() {
        RuleDouble.Meaning crowded = desk.crowded();
        crowded.severity = Severity.CRITICAL;
        desk.clears("desk-1");
        desk.inForce(true, crowded);
        Alert shelved = desk.does("supervisor-1", shelve(30).with("desk-2"));
        Alert.Shelf shelf = new Alert.Shelf(World.minute(30), "supervisor-1", "van on its way",
                "desk-2");
        assertThat(shelved.shelf()).isEqualTo(shelf);
        assertThat(shelved.history().getLast().second()).isEqualTo("desk-2");
        assertThat(desk.changesNothing("supervisor-1", shelve(30))).as("the own repeat").isTrue();
        assertThat(desk.refused("supervisor-1", shelve(60)).code())
                .isEqualTo(Rejection.Code.SECOND_MISSING);
        desk.clears("desk-1");
        desk.crowd(fight, 0);
        desk.crowd(fight, 70);
        assertThat(desk.alert().id()).isNotEqualTo(shelved.id());
        assertThat(desk.alert().shelf()).isEqualTo(shelf);
        assertThat(desk.does("desk-1", UNSHELVE).shelf()).as("back needs nobody").isNull();
        desk.startsAgain();
    }

    private AlertAction.Shelve shelve(int minutes) {
        return new AlertAction.Shelve(desk.world.now().plusSeconds(minutes * 60L),
                "van on its way");
    }
}
