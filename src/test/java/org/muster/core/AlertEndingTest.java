package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.core.World.CENTRE;
import static org.muster.core.World.THURCROFT;
import static org.muster.core.World.minute;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.muster.model.Actor;
import org.muster.model.Alert;
import org.muster.model.AlertState;
import org.muster.model.AlertSubject;
import org.muster.model.Entry.ReportRecorded;
import org.muster.model.PlacesByPoint;
import org.muster.model.Role;
import org.muster.model.Severity;

/** What becomes of alerts when their subject, their rule or their evidence is not what it was. */
class AlertEndingTest {

    private final Desk desk = new Desk();

    @Test
    void what_is_closed_has_no_alerts() {
        desk.inForce(desk.crowded());
        UUID fight = desk.fight(60);
        world().report(desk.says().about(fight).closes(null));
        assertThat(desk.alert().state()).isEqualTo(AlertState.CLEARED);
        assertThat(desk.alert().clearedBy()).isEqualTo("system");
        assertThat(desk.story()).containsExactly("raised crowded", "cleared subject-ended");
        world().report(desk.says().about(fight).reopens().crowd(60, 60));
        assertThat(desk.story()).hasSize(3).endsWith("raised crowded");
        desk.isReplayable();
    }

    @Test
    void one_that_nobody_acknowledged_ends_with_its_subject_too() {
        desk.inForce(desk.crowded());
        UUID fight = desk.fight(60);
        desk.crowd(fight, 0);
        assertThat(desk.alert().state()).isEqualTo(AlertState.CLEARED_UNACKNOWLEDGED);
        world().report(desk.says().about(fight).closes(null));
        assertThat(desk.alert().state()).isEqualTo(AlertState.CLEARED);
    }

    @Test
    void a_correction_that_takes_the_evidence_away_ends_it() {
        desk.inForce(desk.crowded());
        ReportRecorded opening = world()
                .report(desk.says().opens("assault").in("a", THURCROFT).crowd(600, 600));
        world().report(desk.says().corrects(opening.report().id()).crowd(0, 0));
        assertThat(desk.alert().state()).isEqualTo(AlertState.CLEARED_UNACKNOWLEDGED);
    }

    @Test
    void what_is_withdrawn_to_nothing_has_no_alerts() {
        desk.inForce(desk.crowded());
        ReportRecorded opening = world()
                .report(desk.says().opens("assault").in("a", THURCROFT).crowd(600, 600));
        world().report(desk.says().withdraws(opening.report().id()));
        assertThat(desk.story()).endsWith("cleared subject-ended");
    }

    @Test
    void a_call_for_help_that_is_withdrawn_stays_in_the_queue_until_somebody_knows() {
        desk.inForce(desk.danger());
        ReportRecorded call = world().report(desk.says()
                .by("RT21")
                .in("Ivanhoe Road", THURCROFT)
                .and(report -> report.emergency(true)));
        world().report(desk.says().by("RT21").withdraws(call.report().id()));
        assertThat(desk.alert().state()).isEqualTo(AlertState.CLEARED_UNACKNOWLEDGED);
        assertThat(desk.story()).endsWith("cleared-unacknowledged condition-ended");
        desk.acknowledges("desk-1");
        assertThat(desk.alert().state()).isEqualTo(AlertState.CLEARED);
    }

    @Test
    void a_rule_that_is_gone_takes_its_alerts_with_it() {
        RuleDouble.Meaning crowded = desk.crowded();
        desk.inForce(crowded);
        UUID fight = desk.fight(60);
        desk.inForce();
        assertThat(desk.story()).containsExactly("raised crowded", "cleared rule-removed");
        assertThat(world().incident(fight).alerts()).isEmpty();
        desk.inForce(crowded);
        assertThat(desk.story()).hasSize(3).endsWith("raised crowded");
        assertThat(desk.alert().evidence()).containsExactly(3L);
        assertThat(desk.alert().ruleVersion()).isEqualTo(7);
    }

    @Test
    void other_settings_do_not_disturb_a_hold_but_another_form_of_the_rule_does() {
        RuleDouble.Meaning crowded = desk.crowded();
        crowded.forSeconds = 300;
        desk.inForce(crowded);
        desk.fight(60);
        desk.later(3);
        desk.inForce(crowded, desk.danger());
        desk.later(2);
        assertThat(desk.story()).containsExactly("raised crowded");
        assertThat(desk.alert().ruleVersion()).isEqualTo(2);
        desk.fight(60);
        desk.later(3);
        crowded.form++;
        desk.inForce(crowded);
        desk.later(4);
        assertThat(desk.story()).hasSize(1);
        desk.later(1);
        assertThat(desk.story()).hasSize(2);
        assertThat(desk.alert().ruleVersion()).isGreaterThan(5);
    }

    @Test
    void a_standing_alert_is_judged_by_the_new_form_of_its_rule() {
        RuleDouble.Meaning crowded = desk.crowded();
        desk.inForce(crowded);
        desk.fight(60);
        crowded.form++;
        crowded.severity = Severity.CRITICAL;
        desk.inForce(crowded);
        assertThat(desk.story()).containsExactly("raised crowded");
        assertThat(desk.alert().severity()).isEqualTo(Severity.HIGH);
        crowded.form++;
        crowded.clearWhen = facts -> facts.number(Fact.INCIDENT_CROWD_HIGH) < 100;
        desk.inForce(crowded);
        assertThat(desk.story()).endsWith("cleared-unacknowledged condition-ended");
    }

    @Test
    void a_restart_in_the_middle_of_a_hold_begins_it_anew() {
        RuleDouble.Meaning crowded = desk.crowded();
        crowded.forSeconds = 300;
        desk.inForce(crowded);
        desk.fight(60);
        desk.later(4);
        world().restart();
        desk.later(4);
        assertThat(desk.story()).isEmpty();
        desk.later(1);
        assertThat(desk.story()).containsExactly("raised crowded");
        assertThat(desk.alert().evidence()).containsExactly(3L);
    }

    @Test
    void a_restart_leaves_what_stands_as_it_is_without_an_entry() {
        desk.inForce(desk.crowded(), desk.danger());
        UUID fight = desk.fight(60);
        desk.acknowledges("desk-1");
        UUID other = desk.fight(60);
        Alert before = desk.alert();
        int entries = world().entries.size();
        world().restart();
        assertThat(world().entries).hasSize(entries);
        assertThat(desk.alert()).isEqualTo(before);
        world().restart(world().replayed());
        assertThat(world().entries).hasSize(entries);
        desk.crowd(other, 0);
        desk.crowd(fight, 0);
        assertThat(desk.story()).endsWith("cleared-unacknowledged condition-ended",
                "cleared condition-ended");
    }

    @Test
    void an_alert_follows_its_subject_and_stays_where_it_was() {
        desk.inForce(desk.crowded());
        UUID fight = desk.fight(60);
        world().report(desk.says().about(fight).in("market", CENTRE));
        assertThat(desk.alert().areas()).containsExactly("thurcroft", "rotherham",
                "south-yorkshire", "centre");
        assertThat(desk.story()).containsExactly("raised crowded", "moved unacknowledged");
        assertThat(world().entries.getLast().areas()).isEqualTo(desk.alert().areas());
        world().report(desk.says().about(fight).in("Ivanhoe Road", THURCROFT));
        assertThat(desk.story()).hasSize(2);
        assertThat(world().area("centre").alerts().high()).isEqualTo(1);
        assertThat(world().area("south-yorkshire").alerts().high()).isEqualTo(1);
        desk.isReplayable();
    }

    @Test
    void a_new_map_moves_alerts_with_what_they_are_about() {
        desk.inForce(desk.crowded());
        desk.fight(60);
        world().settings(World.settings(30, 60), (PlacesByPoint) (_, _) -> List.of(CENTRE));
        assertThat(desk.story()).endsWith("moved unacknowledged");
        assertThat(world().area("centre").alerts().high()).isEqualTo(1);
    }

    @Test
    void alerts_of_drills_say_so_and_count_nowhere() {
        desk.inForce(desk.crowded());
        UUID drill = world()
                .opened(desk.says().opens("assault").in("a", THURCROFT).crowd(60, 60).drill());
        assertThat(desk.alert().drill()).isTrue();
        assertThat(world().incident(drill).alerts()).containsExactly(desk.alert().id());
        assertThat(world().area("thurcroft").alerts().high()).isZero();
        desk.isReplayable();
    }

    @Test
    void what_is_sensitive_has_discreet_alerts() {
        desk.inForce(desk.crowded());
        UUID fight = desk.fight(60);
        assertThat(desk.alert().message()).isEqualTo("crowded at Disturbance, Ivanhoe Road");
        ReportRecorded secret = world().report(desk.says().about(fight).sensitive(true));
        assertThat(desk.alert().message()).isEqualTo("crowded at Disturbance, Thurcroft");
        assertThat(desk.alert().history().getFirst().words())
                .isEqualTo("crowded at Disturbance, Thurcroft");
        world().restart();
        assertThat(desk.alert().message()).isEqualTo("crowded at Disturbance, Thurcroft");
        world().report(desk.says()
                .by(new Actor("sergeant", Role.SUPERVISOR))
                .corrects(secret.report().id())
                .sensitive(false));
        assertThat(desk.alert().message()).isEqualTo("crowded at Disturbance, Ivanhoe Road");
    }

    @Test
    void a_question_without_an_answer_is_told_once_and_leaves_the_alert_as_it_is() {
        RuleDouble.Meaning odd = desk.rules.means("odd", AlertSubject.Type.INCIDENT,
                Fact.INCIDENT_CROWD_HIGH);
        odd.when = facts -> {
            long crowd = facts.number(Fact.INCIDENT_CROWD_HIGH);
            if (crowd > 100) {
                throw new Conditions.Unanswered("too many");
            }
            return crowd > 10;
        };
        desk.inForce(odd);
        UUID fight = desk.fight(20);
        desk.crowd(fight, 200);
        desk.crowd(fight, 300);
        assertThat(desk.story()).containsExactly("raised odd", "failed too many");
        assertThat(desk.alert().state()).isEqualTo(AlertState.UNACKNOWLEDGED);
        desk.crowd(fight, 30);
        desk.crowd(fight, 400);
        desk.crowd(fight, 5);
        assertThat(desk.story()).containsExactly("raised odd", "failed too many", "failed too many",
                "cleared-unacknowledged condition-ended");
        assertThat(world().now()).isEqualTo(minute(0));
    }

    private World world() {
        return desk.world;
    }
}
