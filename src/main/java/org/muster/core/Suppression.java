package org.muster.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Actor;
import org.muster.model.Entry;
import org.muster.model.Rule;
import org.muster.model.Settings;
import org.muster.model.Severity;

/**
 * Which alerts are explained by another one, as the rules say: the oldest that stands and reaches them. What it looks at
 * are the alerts that changed and the subjects that were touched; all that may be suppressed only when an alert that
 * reaches beyond its subject begins or ends to stand, or is somewhere else.
 */
final class Suppression {

    private final Alerts alerts;
    private final Map<String, List<Rule.Inhibition>> inhibitions = new HashMap<>();
    private final Set<String> inhibiting = new HashSet<>();
    private final Set<String> reachingFar = new HashSet<>();
    /** Of rules that reach beyond the subject, by their age. */
    private final TreeMap<Long, AlertTrack> standing = new TreeMap<>();
    /** Open ones of rules that others inhibit, and what is suppressed, by their age. */
    private final TreeMap<Long, AlertTrack> open = new TreeMap<>();
    private final TreeMap<Long, AlertTrack> stirred = new TreeMap<>();
    private final Set<RuleSubject> touched = new TreeSet<>();
    private final Map<RuleSubject, Whereabouts> known = new HashMap<>();
    private boolean isStale = true;

    Suppression(Alerts alerts) {
        this.alerts = alerts;
    }

    /** Other rules are in force. */
    void apply(Settings settings, Collection<AlertTrack> all) {
        inhibitions.clear();
        inhibiting.clear();
        reachingFar.clear();
        for (Rule rule : settings.rules()) {
            if (!rule.inhibitedBy().isEmpty()) {
                inhibitions.put(rule.id(), rule.inhibitedBy());
            }
            for (Rule.Inhibition by : rule.inhibitedBy()) {
                inhibiting.add(by.rule());
                if (by.reach() != Rule.Reach.SUBJECT) {
                    reachingFar.add(by.rule());
                }
            }
        }
        standing.clear();
        open.clear();
        stirred.clear();
        all.forEach(this::changed);
        isStale = true;
    }

    /** An alert is not as it was. */
    void changed(AlertTrack alert) {
        long age = alert.raisedSeq();
        if (inhibiting.contains(alert.rule())) {
            touched.add(alert.about());
            boolean stands = alert.state().isStanding() && reachingFar.contains(alert.rule());
            boolean isOther = stands ? standing.put(age, alert) == null
                    : standing.remove(age) != null;
            isStale |= isOther;
        }
        if (alert.state().isOpen()
                && (inhibitions.containsKey(alert.rule()) || alert.suppressedBy() != null)) {
            open.put(age, alert);
            stirred.put(age, alert);
        } else if (open.remove(age) != null) {
            stirred.remove(age);
        }
    }

    /** The facts of a subject may be others, and where it is. */
    void touch(RuleSubject about) {
        if (!standing.isEmpty()) {
            touched.add(about);
        }
    }

    /** What is due by now, as {@link Picture#follow} says. */
    List<Draft> follow(Subjects subjects) {
        stir(subjects);
        if (stirred.isEmpty()) {
            return List.of();
        }
        List<Draft> drafts = new ArrayList<>();
        for (AlertTrack alert : List.copyOf(stirred.values())) {
            UUID by = by(alert.rule(), alert.finding().severity(), whereabouts(alert, subjects),
                    subjects);
            if (Objects.equals(by, alert.suppressedBy())) {
                stirred.remove(alert.raisedSeq());
            } else {
                drafts.add(new Draft(Actor.SYSTEM.name(), alert.areas(),
                        new Entry.AlertSuppressed(alert.id(), by)));
            }
        }
        return drafts;
    }

    /** Puts together what has to be looked at. */
    private void stir(Subjects subjects) {
        for (AlertTrack alert : standing.values()) {
            isStale |= touched.contains(alert.about())
                    && !whereabouts(alert, subjects).equals(known.get(alert.about()));
        }
        if (isStale) {
            stirred.putAll(open);
            known.clear();
            standing.values()
                    .forEach(alert -> known.put(alert.about(), whereabouts(alert, subjects)));
        } else {
            touched.forEach(about -> alerts.newest(about)
                    .stream()
                    .filter(alert -> open.containsKey(alert.raisedSeq()))
                    .forEach(alert -> stirred.put(alert.raisedSeq(), alert)));
        }
        touched.clear();
        isStale = false;
    }

    private static Whereabouts whereabouts(AlertTrack alert, Subjects subjects) {
        return subjects.whereabouts(alert.about(), alert.areas());
    }

    /** The oldest alert that explains such a finding; null without one. */
    @Nullable
    UUID by(String rule, Severity severity, Whereabouts where, Subjects subjects) {
        if (severity == Severity.CRITICAL) {
            return null;
        }
        AlertTrack oldest = null;
        for (Rule.Inhibition by : inhibitions.getOrDefault(rule, List.of())) {
            AlertTrack own = alerts.newest(by.rule(), where.about());
            oldest = own != null && own.state().isStanding() ? older(own, oldest) : oldest;
            if (by.reach() != Rule.Reach.SUBJECT) {
                AlertTrack far = far(by, where, subjects);
                oldest = far != null ? older(far, oldest) : oldest;
            }
        }
        return oldest == null ? null : oldest.id();
    }

    private @Nullable AlertTrack far(Rule.Inhibition by, Whereabouts where, Subjects subjects) {
        for (AlertTrack alert : standing.values()) {
            if (alert.rule().equals(by.rule()) && alert.about().drill() == where.about().drill()) {
                Whereabouts there = whereabouts(alert, subjects);
                boolean reaches = by.reach() == Rule.Reach.AREA ? there.isInAreaOf(where)
                        : there.isLinkedWith(where);
                if (reaches) {
                    return alert;
                }
            }
        }
        return null;
    }

    private static AlertTrack older(AlertTrack one, @Nullable AlertTrack other) {
        return other == null || one.raisedSeq() < other.raisedSeq() ? one : other;
    }

    /**
     * Of what is to follow, that which is due first: what is raised waits for those of its round that may explain it, so
     * that it is born suppressed.
     */
    List<Draft> inTurn(List<Draft> drafts) {
        if (inhibitions.isEmpty() || drafts.size() < 2) {
            return drafts;
        }
        Set<String> raised = new HashSet<>();
        drafts.forEach(draft -> {
            if (draft.body() instanceof Entry.AlertRaised body) {
                raised.add(body.rule());
            } else if (draft.body() instanceof Entry.AlertUpdated body
                    && body.change() == Entry.AlertUpdated.Change.RAISED_AGAIN) {
                raised.add(alerts.get(body.alert()).rule());
            }
        });
        return drafts.stream()
                .filter(draft -> !(draft.body() instanceof Entry.AlertRaised body
                        && inhibitions.getOrDefault(body.rule(), List.of())
                                .stream()
                                .anyMatch(by -> raised.contains(by.rule()))))
                .toList();
    }
}
