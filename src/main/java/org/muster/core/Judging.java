package org.muster.core;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
     * What a rule says of the subject.
     *
     * @param clears whether a standing alert ends
     */
    private record Answer(boolean holds, boolean clears, @Nullable Long again) {

        /** Where and when a rule is not asked, its condition counts as false. */
        static final Answer NOT_ASKED = new Answer(false, true, null);

        static Answer of(Conditions asked, Facts facts) {
            return new Answer(asked.holds(facts), asked.clears(facts), asked.again(facts));
        }

        boolean hasGrown(AlertTrack alert) {
            Long before = alert.finding().again();
            return again != null && before != null && again > before;
        }
    }

    /**
     * The entry that is due; null when all stays as it is.
     *
     * @param form what the rule is for the subject now
     * @param newest the newest alert of the rule about the subject
     */
    @Nullable
    Draft judge(RuleInForce rule, RuleInForce.Form form, @Nullable AlertTrack newest) {
        try {
            Answer answer = form.isOn() ? Answer.of(form.conditions(), facts(false))
                    : Answer.NOT_ASKED;
            boolean isStanding = newest != null && newest.state().isStanding();
            if (!isStanding || !answer.clears()) {
                sheet.goesOn(rule.id());
            }
            boolean isDue;
            if (newest != null && isStanding) {
                isDue = isCalledAgain(rule, newest, answer);
            } else {
                isDue = isRaised(rule, newest, answer);
            }
            Draft due = isDue ? raised(rule, form.conditions(), newest, answer)
                    : newest == null ? null : ended(rule, newest, answer);
            sheet.answered(rule.id());
            return due;
        } catch (Conditions.Unanswered failure) {
            sheet.breaks(rule.id());
            sheet.goesOn(rule.id());
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

    /** Whether there is more to a standing alert, and the time to say so. */
    private boolean isCalledAgain(RuleInForce rule, AlertTrack alert, Answer answer) {
        if (answer.clears() || !answer.hasGrown(alert)) {
            sheet.breaks(rule.id());
            return false;
        }
        return sheet.holds(rule, 0, notBefore(rule, alert), now.toEpochMilli());
    }

    /** Whether the condition holds, nobody's word stands against it, and the rule waits no more. */
    private boolean isRaised(RuleInForce rule, @Nullable AlertTrack newest, Answer answer) {
        boolean isSilenced = newest != null && newest.isDisarmed() && !answer.hasGrown(newest)
                && rule.rule().severity().compareTo(newest.finding().severity()) >= 0;
        // What somebody cleared goes by the first limit alone: it waits for that to be false once.
        boolean isOver = !answer.holds() || answer.clears();
        if (isSilenced || isOver) {
            sheet.breaks(rule.id());
            return false;
        }
        return sheet.holds(rule, rule.holdMillis(), notBefore(rule, newest), now.toEpochMilli());
    }

    /** What ends without anything new; null when nothing does. */
    private @Nullable Draft ended(RuleInForce rule, AlertTrack alert, Answer answer) {
        if (alert.state().isStanding()) {
            return answer.clears() && sheet.ends(rule, now.toEpochMilli()) ? cleared(alert) : null;
        }
        return alert.isDisarmed() && !answer.holds() ? rearmed(alert) : null;
    }

    /** The same is not raised again before. */
    private static long notBefore(RuleInForce rule, @Nullable AlertTrack newest) {
        return newest == null ? 0 : newest.raisedAt() + rule.repeatMillis();
    }

    /** An open alert is raised again; where there is none, a new one is. */
    private Draft raised(RuleInForce rule, Conditions asked, @Nullable AlertTrack newest,
            Answer answer) {
        Finding finding = finding(rule, asked, answer.again());
        if (newest != null && newest.state().isOpen()) {
            return draft(areas(newest), new Entry.AlertUpdated(newest.id(), Change.RAISED_AGAIN,
                    AlertState.UNACKNOWLEDGED, finding));
        }
        long number = newest == null ? 1 : newest.number() + 1;
        return draft(looked.areas(), new Entry.AlertRaised(idOf(rule.id(), number), rule.id(),
                about.what(), about.drill(), finding));
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

    private Finding finding(RuleInForce rule, Conditions asked, @Nullable Long again) {
        Facts facts = facts(false);
        String message = asked.message(facts);
        String discreet = asked.message(facts(true));
        Instant told = sheet.effectiveAt(rule.id());
        boolean isLate = told != null && told.isBefore(now.minus(lateAfter))
                && !rule.rule().lateInFull();
        Map<String, Long> seen = new TreeMap<>();
        asked.reads().forEach(fact -> seen.put(fact.text(), facts.number(fact)));
        return new Finding(rule.version(), rule.rule().severity(), message,
                discreet.equals(message) ? null : discreet, asked.value(facts),
                asked.threshold(facts), told == null ? now : told, sheet.evidence(rule.id()),
                isLate, again, seen);
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

    private static Draft draft(List<String> areas, Entry.Body body) {
        return new Draft(Actor.SYSTEM.name(), areas, body);
    }
}
