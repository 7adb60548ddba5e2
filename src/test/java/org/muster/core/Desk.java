package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.muster.model.Actor;
import org.muster.model.Alert;
import org.muster.model.AlertAction;
import org.muster.model.AlertSubject;
import org.muster.model.Command;
import org.muster.model.DeploymentState;
import org.muster.model.Entry;
import org.muster.model.Rejection;
import org.muster.model.Role;
import org.muster.model.Settings;

/** A world with rules, and people who work on what these raise. */
final class Desk {

    final World world;
    final RuleDouble rules = new RuleDouble();

    Desk() {
        this(new World());
    }

    Desk(World world) {
        this.world = world;
        world.rulebook = rules;
    }

    /** More than twenty people for each officer, if nothing else is said; clear at fifteen. */
    RuleDouble.Meaning crowded() {
        RuleDouble.Meaning crowded = rules.means("crowded", AlertSubject.Type.INCIDENT,
                Fact.INCIDENT_CROWD_HIGH, Fact.INCIDENT_OFFICERS_AT_SCENE);
        crowded.when = facts -> perOfficer(facts, 20) > 0;
        crowded.clearWhen = facts -> perOfficer(facts, 15) <= 0;
        crowded.value = facts -> facts.number(Fact.INCIDENT_CROWD_HIGH);
        crowded.words = Fact.INCIDENT_TITLE;
        return crowded;
    }

    private static long perOfficer(Facts facts, int people) {
        return facts.number(Fact.INCIDENT_CROWD_HIGH)
                - people * facts.number(Fact.INCIDENT_OFFICERS_AT_SCENE);
    }

    /** An emergency report of a unit stands; each new one calls again. */
    RuleDouble.Meaning danger() {
        RuleDouble.Meaning danger = rules.means("danger", AlertSubject.Type.UNIT,
                Fact.UNIT_EMERGENCY, Fact.UNIT_EMERGENCY_ENTRY);
        danger.when = facts -> facts.number(Fact.UNIT_EMERGENCY) == 1;
        danger.again = facts -> facts.number(Fact.UNIT_EMERGENCY_ENTRY);
        danger.words = Fact.UNIT_NAME;
        return danger;
    }

    /** These rules are in force, and no others; one alone shelves. */
    void inForce(RuleDouble.Meaning... meanings) {
        inForce(false, meanings);
    }

    /** @param takesTwo whether a critical alert is shelved by two */
    void inForce(boolean takesTwo, RuleDouble.Meaning... meanings) {
        world.rules = Stream.of(meanings).map(RuleDouble::rule).toList();
        Settings settings = World.settings(30, 60);
        world.settings(takesTwo ? settings : World.shelvedByOne(settings), world.places());
    }

    /** Something at Thurcroft with a crowd and no officers. */
    UUID fight(int crowd) {
        return world.opened(says().opens("disturbance")
                .in("Ivanhoe Road", World.THURCROFT)
                .crowd(crowd, crowd));
    }

    void crowd(UUID incident, int crowd) {
        world.report(says().about(incident).crowd(crowd, crowd));
    }

    void officers(UUID incident, int count) {
        world.report(says().about(incident).unit("RT21", count, DeploymentState.AT_SCENE));
    }

    Say says() {
        return Say.at(world.now());
    }

    void later(int minutes) {
        to(world.now().plusSeconds(60L * minutes));
    }

    void to(Instant moment) {
        world.to(moment);
    }

    /** The newest alert. */
    Alert alert() {
        return world.alerts.values()
                .stream()
                .max(Comparator.comparingLong(Alert::raisedSeq))
                .orElseThrow(() -> new AssertionError("no alert was raised"));
    }

    /** What became of alerts, in order: a word and who did it. */
    List<String> story() {
        List<String> story = new ArrayList<>();
        for (Entry entry : world.entries) {
            String what = switch (entry.body()) {
                case Entry.AlertUpdated body -> body.change().slug() + " " + body.state().slug();
                case Entry.AlertCleared body -> body.state().slug() + " " + body.reason();
                case Entry.AlertAcknowledged body -> "acknowledged " + body.state().slug();
                case Entry.AlertUnacknowledged body -> "unacknowledged " + body.state().slug();
                case Entry.AlertRaised body -> "raised " + body.rule();
                case Entry.AlertShelved body -> "shelved " + body.reason();
                case Entry.AlertUnshelved _ -> "unshelved by " + entry.actor();
                case Entry.AlertSuppressed body ->
                        body.by() == null ? "released" : "suppressed by " + rule(body.by());
                case Entry.RuleFailed body -> "failed " + body.problem();
                default -> null;
            };
            if (what != null) {
                story.add(what);
            }
        }
        return story;
    }

    private String rule(UUID alert) {
        return alert(alert).rule();
    }

    /** Starts again, in both ways there are; nothing follows from that. */
    void startsAgain() {
        isReplayable();
        int before = world.entries.size();
        world.restart(world.replayed());
        world.restart();
        assertThat(world.entries).hasSize(before);
    }

    /** The entries alone tell all that is known of alerts. */
    void isReplayable() {
        assertThat(world.replayed().state()).isEqualTo(world.picture.state());
    }

    Alert acknowledges(String who) {
        return does(who, new AlertAction.Acknowledge());
    }

    Alert clears(String who) {
        return does(who, new AlertAction.Clear("seen to"));
    }

    /** Somebody does something with the newest alert, and it is accepted. */
    Alert does(String who, AlertAction action) {
        UUID id = alert().id();
        Decision decision = tries(id, who, action);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return alert(id);
    }

    Decision tries(UUID alert, String who, AlertAction action) {
        return world.tries(new Command.WorkAlert(alert, action, actor(who)));
    }

    /** Why somebody may not do something with the newest alert. */
    Rejection refused(String who, AlertAction action) {
        return world.refused(new Command.WorkAlert(alert().id(), action, actor(who)));
    }

    boolean changesNothing(String who, AlertAction action) {
        return tries(alert().id(), who, action) instanceof Decision.Unchanged;
    }

    Alert alert(UUID id) {
        Alert alert = world.alerts.get(id);
        assertThat(alert).isNotNull();
        return alert;
    }

    /** A controller, or one of the supervisors. */
    static Actor actor(String who) {
        return new Actor(who, who.startsWith("supervisor") ? Role.SUPERVISOR : Role.CONTROLLER);
    }
}
