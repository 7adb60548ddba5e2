package org.muster.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.muster.model.AlertState;
import org.muster.model.Rule;
import org.muster.model.Schedule;
import org.muster.model.Severity;

/** What a rule is at some time for some subject, and what becomes of alerts that nobody acknowledges, the slow way. */
final class ReferenceForms {

    List<Schedule> schedules = List.of();
    private final RuleDouble meanings;
    private final Bend bend;

    ReferenceForms(RuleDouble meanings, Bend bend) {
        this.meanings = meanings;
        this.bend = bend;
    }

    /** Nobody acknowledged it in time, and that was not said since it was raised. */
    List<Due> escalated(Rule rule, ReferenceAlert alert, Instant now) {
        Rule.Escalation its = rule.escalation();
        if (its == null || bend == Bend.NOBODY_ESCALATES || alert.isEscalated
                || alert.state != AlertState.UNACKNOWLEDGED || alert.finding.late()
                || alert.shelf != null || alert.suppressedBy != null) {
            return List.of();
        }
        int seconds = bend == Bend.ESCALATES_TOO_LATE ? 2 * its.afterSeconds() : its.afterSeconds();
        if (now.isBefore(alert.raisedAt.plusSeconds(seconds))) {
            return List.of();
        }
        Severity own = alert.finding.severity();
        Severity worse = its.severity() == null || its.severity().compareTo(own) > 0 ? own
                : its.severity();
        List<Due> due = new ArrayList<>(List.of(Due.escalated(alert, alert.finding.with(worse))));
        if (its.to() != null && !its.to().equals(alert.assignee)) {
            due.add(Due.assigned(alert, its.to()));
        }
        return due;
    }

    /** Whether it is the time of the rule, and the last variation that matches does not say that it is off. */
    boolean isAsked(Rule rule, ReferenceFacts its, Instant now) {
        boolean isOff = false;
        for (Rule.Variation variation : rule.variations()) {
            isOff = matches(variation, its, now) ? variation.off() : isOff;
        }
        return !isOff && isNow(rule.during(), now);
    }

    RuleDouble.Meaning meaning(Rule rule, ReferenceFacts its, Instant now) {
        Map<String, Long> values = new HashMap<>(rule.values());
        for (Rule.Variation variation : rule.variations()) {
            if (matches(variation, its, now) && bend != Bend.ONE_LIMIT_EVERYWHERE) {
                values.putAll(variation.values());
            }
        }
        return meanings.of(rule.id()).at(values);
    }

    private boolean matches(Rule.Variation variation, ReferenceFacts its, Instant now) {
        return (variation.area() == null || its.areas.contains(variation.area()))
                && isNow(variation.during(), now);
    }

    private boolean isNow(@Nullable String schedule, Instant now) {
        return schedule == null || bend == Bend.ASKS_AT_ANY_TIME
                || schedules.stream().anyMatch(one -> one.id().equals(schedule) && one.isOn(now));
    }

}
