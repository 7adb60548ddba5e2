package org.muster.core;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Actor;
import org.muster.model.AlertState;
import org.muster.model.Entry;
import org.muster.model.Entry.AlertUpdated.Change;
import org.muster.model.Finding;

/**
 * What a rule says of one subject by now. Nothing here changes anything but the sheet.
 *
 * @param lateAfter evidence older than this is late
 */
record Judging(RuleSubject about, Looked looked, FactRow row, Sheet sheet, Instant now,
        Duration lateAfter) {

    /** A subject's facts at a moment, with plain or with discreet words. */
    private record Seen(Looked looked, FactRow row, long now, boolean discreet) implements Facts {

        @Override
        public long number(Fact fact) {
            if (fact.kind() == Fact.Kind.WORDS) {
                throw new IllegalArgumentException(fact + " is no number");
            }
            return row.at(fact, now);
        }

        @Override
        public String words(Fact fact) {
            return looked.words(fact, discreet);
        }
    }

    /**
     * The entry that is due; null when all stays as it is.
     *
     * @param newest the newest alert of the rule about the subject
     */
    @Nullable
    Draft judge(RuleInForce rule, @Nullable AlertTrack newest) {
        try {
            Draft due = judge(rule, newest, facts(false));
            sheet.answered(rule.id());
            return due;
        } catch (Conditions.Unanswered failure) {
            sheet.breaks(rule.id());
            return sheet.fails(rule)
                    ? draft(looked.areas(),
                            new Entry.RuleFailed(rule.id(), rule.version(), about.what(),
                                    String.valueOf(failure.getMessage())))
                    : null;
        }
    }

    /** The subject or the rule is gone: what is open ends, and what was cleared by hand may be raised again some day. */
    static @Nullable Draft over(AlertTrack alert, String reason) {
        if (alert.state().isOpen()) {
            return draft(alert.areas(),
                    new Entry.AlertCleared(alert.id(), AlertState.CLEARED, reason));
        }
        return alert.isDisarmed() ? rearmed(alert) : null;
    }

    /**
     * What is due of an alert about a unit that is in no service and in no danger: no condition holds of it, so the alert
     * ends as any other, and one that nobody acknowledged stays in the queue.
     */
    static @Nullable Draft idle(AlertTrack alert) {
        if (alert.state().isStanding()) {
            return cleared(alert);
        }
        return alert.isDisarmed() ? rearmed(alert) : null;
    }

    /** An open alert counts where its subject went as well; null when it does already. */
    @Nullable
    Draft moved(AlertTrack alert) {
        return alert.state().isOpen() && !alert.areas().containsAll(looked.areas())
                ? draft(areas(alert),
                        new Entry.AlertUpdated(alert.id(), Change.MOVED, alert.state(), null))
                : null;
    }

    private @Nullable Draft judge(RuleInForce rule, @Nullable AlertTrack newest, Facts facts) {
        Conditions asked = rule.conditions();
        boolean when = asked.holds(facts);
        boolean clears = asked.clears(facts);
        Long again = asked.again(facts);
        if (newest != null && newest.state().isStanding()) {
            sheet.breaks(rule.id());
            if (clears) {
                return cleared(newest);
            }
            return hasGrown(again, newest) ? raisedAgain(rule, newest, facts, again) : null;
        }
        if (newest != null && newest.isDisarmed()) {
            if (!when) {
                sheet.breaks(rule.id());
                return rearmed(newest);
            }
            boolean isWorse = rule.rule().severity().compareTo(newest.finding().severity()) < 0;
            if (!isWorse && !hasGrown(again, newest)) {
                sheet.breaks(rule.id());
                return null;
            }
        }
        if (!when || clears) {
            sheet.breaks(rule.id());
            return null;
        }
        if (!sheet.holds(rule, now.toEpochMilli())) {
            return null;
        }
        return newest != null && newest.state() == AlertState.CLEARED_UNACKNOWLEDGED
                ? raisedAgain(rule, newest, facts, again)
                : raised(rule, newest, facts, again);
    }

    private Draft raised(RuleInForce rule, @Nullable AlertTrack before, Facts facts,
            @Nullable Long again) {
        long number = before == null ? 1 : before.number() + 1;
        return draft(looked.areas(), new Entry.AlertRaised(idOf(rule.id(), number), rule.id(),
                about.what(), about.drill(), finding(rule, facts, again)));
    }

    private Draft raisedAgain(RuleInForce rule, AlertTrack alert, Facts facts,
            @Nullable Long again) {
        return draft(areas(alert), new Entry.AlertUpdated(alert.id(), Change.RAISED_AGAIN,
                AlertState.UNACKNOWLEDGED, finding(rule, facts, again)));
    }

    private static Draft cleared(AlertTrack alert) {
        return draft(alert.areas(),
                new Entry.AlertCleared(alert.id(),
                        alert.state() == AlertState.ACKNOWLEDGED ? AlertState.CLEARED
                                : AlertState.CLEARED_UNACKNOWLEDGED,
                        RuleWatch.CONDITION_ENDED));
    }

    private static Draft rearmed(AlertTrack alert) {
        return draft(alert.areas(),
                new Entry.AlertUpdated(alert.id(), Change.REARMED, alert.state(), null));
    }

    private Finding finding(RuleInForce rule, Facts facts, @Nullable Long again) {
        Conditions asked = rule.conditions();
        String message = asked.message(facts);
        String discreet = asked.message(facts(true));
        Instant told = sheet.effectiveAt(rule);
        boolean isLate = told != null && told.isBefore(now.minus(lateAfter))
                && !rule.rule().lateInFull();
        return new Finding(rule.version(), rule.rule().severity(), message,
                discreet.equals(message) ? null : discreet, asked.value(facts),
                asked.threshold(facts), told == null ? now : told, sheet.evidence(rule.id()),
                isLate, again);
    }

    private Facts facts(boolean discreet) {
        return new Seen(looked, row, now.toEpochMilli(), discreet);
    }

    /** Where it counted, and where its subject counts now. */
    private List<String> areas(AlertTrack alert) {
        Set<String> union = new LinkedHashSet<>(alert.areas());
        union.addAll(looked.areas());
        return List.copyOf(union);
    }

    /** The id of an alert: the same whenever and wherever it is raised. */
    private UUID idOf(String rule, long number) {
        String name = "alert:" + rule + "/" + (about.drill() ? "drill/" : "") + about.type().slug()
                + "/" + about.id() + "/" + number;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean hasGrown(@Nullable Long again, AlertTrack alert) {
        Long before = alert.finding().again();
        return again != null && before != null && again > before;
    }

    private static Draft draft(List<String> areas, Entry.Body body) {
        return new Draft(Actor.SYSTEM.name(), areas, body);
    }
}
