package org.muster.core;

import java.util.ArrayList;
import java.util.List;

import org.muster.model.Actor;
import org.muster.model.AlertState;
import org.muster.model.Entry;
import org.muster.model.Finding;
import org.muster.model.Rule;
import org.muster.model.Severity;

/**
 * What becomes of alerts that nobody acknowledges: once after each time they were raised. Not of those that are out of
 * the queue, nor of late ones, which called nobody.
 */
final class Escalation {

    private Escalation() {}

    /** When it is due; {@link FactRow#NEVER} while it is not to come. */
    static long dueAt(RuleInForce rule, AlertTrack alert) {
        Rule.Escalation its = rule.rule().escalation();
        boolean waits = its != null && alert.state() == AlertState.UNACKNOWLEDGED
                && !alert.isEscalated() && !alert.isHidden() && !alert.finding().late();
        return its != null && waits ? alert.raisedAt() + its.afterSeconds() * 1_000L
                : FactRow.NEVER;
    }

    /** The entries that are due: it is worse now, and somebody has it. */
    static List<Draft> follow(RuleInForce rule, AlertTrack alert, long now) {
        Rule.Escalation its = rule.rule().escalation();
        if (its == null || now < dueAt(rule, alert)) {
            return List.of();
        }
        List<Draft> drafts = new ArrayList<>();
        drafts.add(draft(alert, new Entry.AlertUpdated(alert.id(),
                Entry.AlertUpdated.Change.ESCALATED, alert.state(), worse(alert.finding(), its))));
        if (its.to() != null && !its.to().equals(alert.assignee())) {
            drafts.add(draft(alert, new Entry.AlertAssigned(alert.id(), its.to())));
        }
        return drafts;
    }

    private static Finding worse(Finding found, Rule.Escalation its) {
        Severity to = its.severity();
        return to != null && to.compareTo(found.severity()) < 0 ? found.with(to) : found;
    }

    private static Draft draft(AlertTrack alert, Entry.Body body) {
        return new Draft(Actor.SYSTEM.name(), alert.areas(), body);
    }
}
