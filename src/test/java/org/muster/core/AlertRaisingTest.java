package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.core.World.THURCROFT;
import static org.muster.core.World.minute;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.muster.model.Actor;
import org.muster.model.Alert;
import org.muster.model.AlertAction;
import org.muster.model.AlertState;
import org.muster.model.AlertSubject;
import org.muster.model.Command;
import org.muster.model.DeploymentState;
import org.muster.model.Role;
import org.muster.model.Rule;
import org.muster.model.Settings;

class AlertRaisingTest {
    @Test
    void an_alert_is_raised_and_cleared_with_the_condition() {
        World world = new World();
        RuleDouble rules = new RuleDouble();
        world.rulebook = rules;
        RuleDouble.Meaning crowded = rules.means("crowded", AlertSubject.Type.INCIDENT,
                Fact.INCIDENT_CROWD_HIGH, Fact.INCIDENT_OFFICERS_AT_SCENE);
        crowded.when = facts -> facts.number(Fact.INCIDENT_CROWD_HIGH) > 20
                * facts.number(Fact.INCIDENT_OFFICERS_AT_SCENE);
        crowded.words = Fact.INCIDENT_TITLE;
        Settings plain = World.settings(30, 60);
        List<Rule> inForce = List.of(RuleDouble.rule(crowded));
        world.settings(new Settings(plain.areaMap(), plain.areas(), plain.categories(),
                plain.offences(), plain.unitRoles(), plain.windows(), plain.clashing(), inForce));
        UUID fight = world.opened(
                Say.at(minute(0)).opens("disturbance").in("Ivanhoe Road", THURCROFT).crowd(50, 60));

        assertThat(world.alerts).hasSize(1);
        Alert alert = world.alerts.values().iterator().next();
        assertThat(alert.state()).isEqualTo(AlertState.UNACKNOWLEDGED);
        assertThat(alert.message()).isEqualTo("crowded at Disturbance, Ivanhoe Road");
        assertThat(world.incident(fight).alerts()).containsExactly(alert.id());
        assertThat(world.area("rotherham").alerts().high()).isEqualTo(1);

        world.record(new Command.WorkAlert(alert.id(), new AlertAction.Acknowledge(),
                new Actor("desk-2", Role.CONTROLLER)));
        world.report(Say.at(minute(0)).about(fight).unit("RT21", 5, DeploymentState.AT_SCENE));

        Alert over = world.alerts.values().iterator().next();
        assertThat(over.state()).isEqualTo(AlertState.CLEARED);
        assertThat(world.incident(fight).alerts()).isEmpty();
        assertThat(world.area("rotherham").alerts().high()).isZero();
        assertThat(world.replayed().state()).isEqualTo(world.picture.state());
    }
}
