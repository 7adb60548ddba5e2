package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.core.World.THURCROFT;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.muster.model.Actor;
import org.muster.model.Alert;
import org.muster.model.AlertAction;
import org.muster.model.AlertState;
import org.muster.model.Command;
import org.muster.model.Rejection;
import org.muster.model.Role;
import org.muster.model.Severity;

/** What people do with alerts, and what is refused them. */
class AlertWorkTest {

    private static final AlertAction ACKNOWLEDGE = new AlertAction.Acknowledge();
    private static final AlertAction UNACKNOWLEDGE = new AlertAction.Unacknowledge();

    private final Desk desk = new Desk();
    private UUID fight = new UUID(0, 0);

    @BeforeEach
    void an_alert_was_raised() {
        desk.inForce(desk.crowded());
        fight = desk.fight(60);
    }

    @Test
    void of_two_who_acknowledge_the_second_is_told_who_was_first() {
        Alert alert = desk.acknowledges("desk-1");
        assertThat(alert.state()).isEqualTo(AlertState.ACKNOWLEDGED);
        assertThat(alert.acknowledgedBy()).isEqualTo("desk-1");
        assertThat(alert.acknowledgedAt()).isEqualTo(desk.world.now());
        assertThat(desk.changesNothing("desk-1", ACKNOWLEDGE)).isTrue();
        Rejection refused = desk.refused("desk-2", ACKNOWLEDGE);
        assertThat(refused.code()).isEqualTo(Rejection.Code.ALERT_CHANGED);
        assertThat(refused.detail()).contains("desk-1 acknowledged");
    }

    @Test
    void acknowledging_what_has_ended_is_its_end_and_can_be_taken_back() {
        desk.crowd(fight, 0);
        assertThat(desk.acknowledges("desk-1").state()).isEqualTo(AlertState.CLEARED);
        assertThat(desk.changesNothing("desk-1", ACKNOWLEDGE)).isTrue();
        assertThat(desk.refused("desk-2", ACKNOWLEDGE).detail()).contains("desk-1 acknowledged");
        Alert back = desk.does("desk-2", UNACKNOWLEDGE);
        assertThat(back.state()).isEqualTo(AlertState.CLEARED_UNACKNOWLEDGED);
        assertThat(back.acknowledgedBy()).isNull();
        assertThat(back.clearedBy()).isEqualTo("system");
        assertThat(desk.world.incident(fight).alerts()).containsExactly(back.id());
        desk.isReplayable();
    }

    @Test
    void an_acknowledgement_is_taken_back() {
        assertThat(desk.changesNothing("desk-1", UNACKNOWLEDGE)).isTrue();
        desk.acknowledges("desk-1");
        Alert back = desk.does("desk-2", UNACKNOWLEDGE);
        assertThat(back.state()).isEqualTo(AlertState.UNACKNOWLEDGED);
        assertThat(back.acknowledgedBy()).isNull();
        assertThat(back.acknowledgedAt()).isNull();
    }

    @Test
    void what_has_a_successor_or_was_cleared_does_not_come_back() {
        UUID first = desk.acknowledges("desk-1").id();
        desk.crowd(fight, 0);
        desk.crowd(fight, 60);
        assertThat(desk.alert().id()).isNotEqualTo(first);
        assertThat(refused(desk.tries(first, "desk-1", UNACKNOWLEDGE))).contains("another alert");
        desk.clears("desk-2");
        assertThat(desk.refused("desk-1", UNACKNOWLEDGE).detail()).contains("desk-2 cleared");
        assertThat(desk.refused("desk-1", ACKNOWLEDGE).detail()).contains("desk-2 cleared");
    }

    @Test
    void what_ended_with_its_subject_does_not_come_back() {
        desk.acknowledges("desk-1");
        desk.world.report(desk.says().about(fight).closes(null));
        assertThat(desk.refused("desk-1", UNACKNOWLEDGE).code())
                .isEqualTo(Rejection.Code.ALERT_CHANGED);
    }

    @Test
    void an_alert_is_taken_from_somebody_only_by_naming_them() {
        assertThat(assign("desk-1", "desk-2", null)).isEqualTo("desk-2");
        assertThat(desk.changesNothing("desk-3", new AlertAction.Assign("desk-2", null))).isTrue();
        Rejection refused = desk.refused("desk-3", new AlertAction.Assign("desk-3", null));
        assertThat(refused.code()).isEqualTo(Rejection.Code.ALERT_CHANGED);
        assertThat(refused.detail()).contains("desk-2 has the alert");
        assertThat(desk.refused("desk-3", new AlertAction.Assign("desk-3", "desk-1")).detail())
                .contains("desk-2");
        assertThat(assign("desk-3", "desk-3", "desk-2")).isEqualTo("desk-3");
        assertThat(assign("desk-3", "desk-1", null)).isEqualTo("desk-1");
        assertThat(assign("desk-2", null, "desk-1")).isNull();
        assertThat(desk.changesNothing("desk-2", new AlertAction.Assign(null, null))).isTrue();
    }

    @Test
    void what_is_over_is_given_to_nobody() {
        desk.clears("desk-1");
        assertThat(desk.refused("desk-1", new AlertAction.Assign("desk-1", null)).code())
                .isEqualTo(Rejection.Code.ALERT_CHANGED);
    }

    @Test
    void a_comment_is_kept_in_any_state_and_once() {
        AlertAction comment = new AlertAction.Comment("van sent");
        desk.does("desk-1", comment);
        assertThat(desk.changesNothing("desk-1", comment)).isTrue();
        desk.does("desk-2", comment);
        desk.does("desk-1", comment);
        desk.clears("desk-1");
        desk.does("desk-1", new AlertAction.Comment("van back"));
        assertThat(desk.alert().history()).extracting(Alert.Deed::words)
                .containsExactly("crowded at Disturbance, Ivanhoe Road", "van sent", "van sent",
                        "van sent", "seen to", "van back");
    }

    @Test
    void somebody_clears_an_alert_once() {
        Alert alert = desk.clears("desk-1");
        assertThat(alert.state()).isEqualTo(AlertState.CLEARED);
        assertThat(alert.clearedBy()).isEqualTo("desk-1");
        assertThat(desk.changesNothing("desk-1", new AlertAction.Clear("again"))).isTrue();
        assertThat(desk.refused("desk-2", new AlertAction.Clear("mine")).detail())
                .contains("desk-1 cleared");
    }

    @Test
    void what_somebody_cleared_comes_again_only_after_the_condition_was_false() {
        UUID first = desk.clears("desk-1").id();
        desk.crowd(fight, 80);
        desk.world.restart();
        desk.crowd(fight, 90);
        assertThat(desk.story()).containsExactly("raised crowded", "cleared seen to");
        desk.crowd(fight, 0);
        assertThat(desk.story()).endsWith("rearmed cleared");
        desk.crowd(fight, 80);
        assertThat(desk.story()).endsWith("raised crowded");
        assertThat(desk.alert().id()).isNotEqualTo(first);
        assertThat(desk.alert().raisedCount()).isEqualTo(1);
        desk.isReplayable();
    }

    @Test
    void what_somebody_cleared_between_the_two_limits_may_come_again_at_once() {
        desk.officers(fight, 3);
        desk.clears("desk-1");
        assertThat(desk.story()).endsWith("cleared seen to", "rearmed cleared");
        desk.crowd(fight, 61);
        assertThat(desk.story()).endsWith("raised crowded");
    }

    @Test
    void what_somebody_cleared_comes_again_when_it_matters_more() {
        RuleDouble.Meaning crowded = desk.crowded();
        desk.clears("desk-1");
        crowded.severity = Severity.MEDIUM;
        desk.inForce(crowded);
        assertThat(desk.story()).hasSize(2);
        crowded.severity = Severity.CRITICAL;
        desk.inForce(crowded);
        assertThat(desk.story()).hasSize(3).endsWith("raised crowded");
        assertThat(desk.alert().severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void what_somebody_cleared_comes_again_when_there_is_more_to_it() {
        desk.inForce(desk.danger());
        emergency();
        UUID first = desk.clears("desk-1").id();
        assertThat(desk.story()).endsWith("cleared seen to");
        emergency();
        assertThat(desk.story()).endsWith("raised danger");
        assertThat(desk.alert().id()).isNotEqualTo(first);
    }

    @Test
    void what_somebody_cleared_after_it_ended_comes_again_like_any() {
        desk.crowd(fight, 0);
        desk.clears("desk-1");
        desk.crowd(fight, 60);
        assertThat(desk.story()).endsWith("cleared seen to", "raised crowded");
    }

    @Test
    void who_is_bound_to_other_areas_knows_of_no_alert() {
        Actor elsewhere = new Actor("desk-9", Role.CONTROLLER, List.of("sheffield"));
        Actor there = new Actor("desk-8", Role.CONTROLLER, List.of("sheffield", "rotherham"));
        UUID id = desk.alert().id();
        assertThat(desk.world.refused(new Command.WorkAlert(id, ACKNOWLEDGE, elsewhere)).code())
                .isEqualTo(Rejection.Code.NOT_FOUND);
        assertThat(desk.world.refused(new Command.WorkAlert(new UUID(1, 1), ACKNOWLEDGE, there))
                .code()).isEqualTo(Rejection.Code.NOT_FOUND);
        assertThat(desk.world.tries(new Command.WorkAlert(id, ACKNOWLEDGE, there)))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void each_credential_sees_an_alert_once_ever() {
        UUID id = desk.alert().id();
        desk.world.record(new Command.NoteSeen(List.of(id, id, new UUID(1, 1)), "desk-1"));
        assertThat(desk.world.tries(new Command.NoteSeen(List.of(id), "desk-1")))
                .isInstanceOf(Decision.Unchanged.class);
        desk.world.record(new Command.NoteSeen(List.of(id), "desk-2"));
        assertThat(desk.alert().seen()).containsExactly(new Alert.Seen("desk-1", desk.world.now()),
                new Alert.Seen("desk-2", desk.world.now()));
        assertThat(desk.alert().history()).hasSize(1);
        desk.isReplayable();
    }

    @Test
    void history_and_those_who_saw_are_bounded() {
        for (int i = 0; i < 100; i++) {
            desk.does("desk-1", new AlertAction.Comment("note " + i));
            desk.world.tries(new Command.NoteSeen(List.of(desk.alert().id()), "desk-" + i));
        }
        assertThat(desk.alert().history()).hasSize(Alert.HISTORY_MAX);
        assertThat(desk.alert().history().getLast().words()).isEqualTo("note 99");
        assertThat(desk.alert().seen()).hasSize(AlertTrack.SEEN_MAX);
        assertThat(desk.changesNothing("desk-1", new AlertAction.Comment("note 99"))).isTrue();
        desk.isReplayable();
    }

    private @Nullable String assign(String who, @Nullable String to, @Nullable String from) {
        return desk.does(who, new AlertAction.Assign(to, from)).assignee();
    }

    private void emergency() {
        desk.world.report(desk.says()
                .by("RT21")
                .in("Ivanhoe Road", THURCROFT)
                .and(report -> report.emergency(true)));
    }

    private static String refused(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).rejection().detail();
    }
}
