package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.core.World.THURCROFT;
import static org.muster.core.World.minute;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.muster.model.Alert;
import org.muster.model.AlertState;
import org.muster.model.AlertSubject;
import org.muster.model.Entry;
import org.muster.model.Severity;

/** When rules raise alerts, and when these end. */
class AlertRaisingTest {

    private final Desk desk = new Desk();

    @Test
    void an_alert_is_raised_with_the_report_that_made_its_condition_hold() {
        desk.inForce(desk.crowded());
        UUID fight = desk.fight(60);
        Alert alert = desk.alert();
        assertThat(alert.id()).isEqualTo(UUID.nameUUIDFromBytes(
                ("alert:crowded/incident/" + fight + "/1").getBytes(StandardCharsets.UTF_8)));
        assertThat(alert.state()).isEqualTo(AlertState.UNACKNOWLEDGED);
        assertThat(alert.subject())
                .isEqualTo(new AlertSubject(AlertSubject.Type.INCIDENT, fight.toString()));
        assertThat(alert.message()).isEqualTo("crowded at Disturbance, Ivanhoe Road");
        assertThat(alert.value()).isEqualTo(60);
        assertThat(alert.areas()).containsExactly(THURCROFT);
        assertThat(alert.ruleVersion()).isEqualTo(2);
        assertThat(alert.evidence()).containsExactly(3L);
        assertThat(alert.raisedSeq()).isEqualTo(4);
        assertThat(alert.effectiveAt()).isEqualTo(minute(0));
        assertThat(world().incident(fight).alerts()).containsExactly(alert.id());
        assertThat(desk.story()).containsExactly("raised crowded");
        desk.isReplayable();
    }

    @Test
    void it_is_raised_once_while_the_condition_holds() {
        desk.inForce(desk.crowded());
        UUID fight = desk.fight(60);
        desk.crowd(fight, 70);
        desk.crowd(fight, 80);
        assertThat(desk.story()).containsExactly("raised crowded");
        assertThat(desk.alert().value()).isEqualTo(60);
    }

    @Test
    void it_ends_only_beyond_the_second_limit() {
        desk.inForce(desk.crowded());
        UUID fight = desk.fight(90);
        desk.officers(fight, 5);
        assertThat(desk.alert().state()).isEqualTo(AlertState.UNACKNOWLEDGED);
        desk.officers(fight, 6);
        assertThat(desk.alert().state()).isEqualTo(AlertState.CLEARED_UNACKNOWLEDGED);
        assertThat(desk.alert().clearedBy()).isEqualTo("system");
        desk.officers(fight, 5);
        assertThat(desk.story()).containsExactly("raised crowded",
                "cleared-unacknowledged condition-ended");
        desk.officers(fight, 4);
        assertThat(desk.story()).hasSize(3).endsWith("raised-again unacknowledged");
        assertThat(desk.alert().raisedCount()).isEqualTo(2);
        assertThat(desk.alert().clearedAt()).isNull();
    }

    @Test
    void one_that_somebody_knew_of_is_over_when_its_condition_ends_and_the_next_is_another() {
        desk.inForce(desk.crowded());
        UUID fight = desk.fight(60);
        desk.acknowledges("desk-1");
        desk.officers(fight, 6);
        Alert first = desk.alert();
        assertThat(first.state()).isEqualTo(AlertState.CLEARED);
        assertThat(world().incident(fight).alerts()).isEmpty();
        desk.officers(fight, 1);
        assertThat(desk.alert().id()).isNotEqualTo(first.id());
        assertThat(world().incident(fight).alerts()).containsExactly(desk.alert().id());
        assertThat(world().alerts.get(first.id())).isEqualTo(first);
    }

    @Test
    void a_hold_raises_when_it_is_over_and_not_before() {
        RuleDouble.Meaning crowded = desk.crowded();
        crowded.forSeconds = 300;
        desk.inForce(crowded);
        UUID fight = desk.fight(60);
        desk.later(3);
        desk.crowd(fight, 70);
        desk.to(minute(5).minusMillis(1));
        assertThat(desk.story()).isEmpty();
        desk.to(minute(5));
        assertThat(desk.story()).containsExactly("raised crowded");
        assertThat(desk.alert().evidence()).containsExactly(3L, 4L);
        assertThat(desk.alert().effectiveAt()).isEqualTo(minute(5));
        assertThat(desk.alert().value()).isEqualTo(70);
    }

    @Test
    void a_break_in_a_hold_makes_it_begin_anew() {
        RuleDouble.Meaning crowded = desk.crowded();
        crowded.forSeconds = 300;
        desk.inForce(crowded);
        UUID fight = desk.fight(60);
        desk.later(4);
        desk.crowd(fight, 0);
        desk.crowd(fight, 60);
        desk.later(4);
        assertThat(desk.story()).isEmpty();
        desk.later(1);
        assertThat(desk.story()).containsExactly("raised crowded");
        assertThat(desk.alert().evidence()).containsExactly(5L);
    }

    @Test
    void a_number_that_grows_raises_a_standing_alert_again() {
        desk.inForce(desk.danger());
        emergency();
        desk.acknowledges("desk-1");
        world().report(desk.says().by("RT21").in("Ivanhoe Road", THURCROFT));
        assertThat(desk.alert().state()).isEqualTo(AlertState.ACKNOWLEDGED);
        emergency();
        Alert alert = desk.alert();
        assertThat(alert.state()).isEqualTo(AlertState.UNACKNOWLEDGED);
        assertThat(alert.raisedCount()).isEqualTo(2);
        assertThat(alert.acknowledgedBy()).isNull();
        assertThat(alert.evidence()).containsExactly(7L);
        assertThat(desk.story()).containsExactly("raised danger", "acknowledged acknowledged",
                "raised-again unacknowledged");
    }

    @Test
    void evidence_older_than_a_quarter_of_an_hour_is_late() {
        desk.inForce(desk.crowded());
        desk.later(60);
        world().opened(Say.at(minute(45)).opens("assault").in("a", THURCROFT).crowd(60, 60));
        assertThat(desk.alert().late()).isFalse();
        world().opened(Say.at(minute(45).minusMillis(1))
                .opens("assault")
                .in("b", THURCROFT)
                .crowd(60, 60));
        assertThat(desk.alert().late()).isTrue();
        assertThat(desk.alert().effectiveAt()).isEqualTo(minute(45).minusMillis(1));
    }

    @Test
    void some_rules_are_loud_however_old_their_evidence() {
        RuleDouble.Meaning crowded = desk.crowded();
        crowded.lateInFull = true;
        desk.inForce(crowded);
        desk.later(60);
        world().opened(Say.at(minute(10)).opens("assault").in("a", THURCROFT).crowd(60, 60));
        assertThat(desk.alert().late()).isFalse();
    }

    @Test
    void time_alone_raises_an_alert_at_the_turn_of_the_minute() {
        RuleDouble.Meaning forgotten = desk.rules.means("forgotten", AlertSubject.Type.INCIDENT,
                Fact.INCIDENT_MINUTES_SINCE_REPORT);
        forgotten.when = facts -> facts.number(Fact.INCIDENT_MINUTES_SINCE_REPORT) >= 30;
        desk.inForce(forgotten);
        desk.fight(10);
        desk.to(minute(30).minusMillis(1));
        assertThat(desk.story()).isEmpty();
        desk.to(minute(30));
        assertThat(desk.alert().evidence()).containsExactly(3L);
        assertThat(desk.alert().effectiveAt()).isEqualTo(minute(30));
        assertThat(desk.alert().late()).isFalse();
    }

    @Test
    void evidence_is_the_newest_sixteen_entries() {
        RuleDouble.Meaning crowded = desk.crowded();
        crowded.forSeconds = 60;
        desk.inForce(crowded);
        UUID fight = desk.fight(60);
        for (int i = 0; i < 20; i++) {
            desk.crowd(fight, 61 + i);
        }
        desk.later(1);
        assertThat(desk.alert().evidence()).hasSize(16).startsWith(8L).endsWith(23L);
    }

    @Test
    void rules_are_asked_by_kind_of_subject_and_then_by_their_ids() {
        RuleDouble.Meaning unit = desk.danger();
        RuleDouble.Meaning second = desk.rules.means("b", AlertSubject.Type.INCIDENT);
        second.when = _ -> true;
        RuleDouble.Meaning first = desk.rules.means("a", AlertSubject.Type.INCIDENT);
        first.when = _ -> true;
        RuleDouble.Meaning area = desk.rules.means("z", AlertSubject.Type.AREA,
                Fact.AREA_INCIDENTS_OPEN);
        area.when = facts -> facts.number(Fact.AREA_INCIDENTS_OPEN) > 0;
        desk.inForce(unit, second, first, area);
        world().opened(desk.says()
                .by("RT21")
                .opens("assault")
                .in("a", THURCROFT)
                .and(report -> report.emergency(true)));
        assertThat(raised()).containsExactly("z rotherham", "z south-yorkshire", "z thurcroft",
                "a incident", "b incident", "danger RT21");
    }

    @Test
    void alerts_count_once_in_each_of_their_areas_by_severity() {
        RuleDouble.Meaning crowded = desk.crowded();
        RuleDouble.Meaning worse = desk.rules.means("worse", AlertSubject.Type.INCIDENT,
                Fact.INCIDENT_CROWD_HIGH);
        worse.when = facts -> facts.number(Fact.INCIDENT_CROWD_HIGH) > 100;
        worse.severity = Severity.CRITICAL;
        desk.inForce(crowded, worse);
        UUID fight = desk.fight(200);
        assertThat(world().area("south-yorkshire").alerts().high()).isEqualTo(1);
        assertThat(world().area("rotherham").alerts().critical()).isEqualTo(1);
        assertThat(world().area("sheffield").alerts().critical()).isZero();
        desk.officers(fight, 50);
        assertThat(world().area("thurcroft").alerts().high()).isEqualTo(1);
        desk.acknowledges("desk-1");
        desk.crowd(fight, 10);
        assertThat(world().area("thurcroft").alerts().critical()).isZero();
        desk.isReplayable();
    }

    private void emergency() {
        world().report(desk.says()
                .by("RT21")
                .in("Ivanhoe Road", THURCROFT)
                .and(report -> report.emergency(true)));
    }

    private List<String> raised() {
        return world().entries.stream()
                .filter(entry -> entry.body() instanceof Entry.AlertRaised)
                .map(entry -> (Entry.AlertRaised) entry.body())
                .map(body -> body.rule() + " "
                        + (body.subject().type() == AlertSubject.Type.INCIDENT ? "incident"
                                : body.subject().id()))
                .toList();
    }

    private World world() {
        return desk.world;
    }
}
