package org.muster.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A rule's call for somebody, as known now. Its message, value and evidence are those of when it was last raised.
 *
 * @param raisedSeq the entry that raised it first; lists are ordered by it
 * @param raisedCount how often it was raised, at least once
 * @param areas where its subject counted when it was raised and since
 * @param message what may be shown: without words when the subject is sensitive
 * @param raisedAt when it was last raised
 * @param evidence entries
 * @param clearedAt since when the condition holds no more, or when somebody cleared it
 * @param clearedBy who did; {@code system} when the rule did
 * @param seen which credentials' screens somebody saw it on, first time each, in that order
 * @param shelf since it was shelved and until that ends; null while it is not
 * @param suppressedBy the alert that explains this one, while that stands; null without one
 * @param history what was done with it, oldest first; the newest {@link #HISTORY_MAX}
 */
public record Alert(UUID id, long raisedSeq, String rule, long ruleVersion, Severity severity,
        AlertState state, int raisedCount, boolean late, boolean drill, AlertSubject subject,
        List<String> areas, String message, @Nullable Long value, @Nullable Long threshold,
        Instant raisedAt, Instant effectiveAt, List<Long> evidence, @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt, @Nullable String assignee, @Nullable Instant clearedAt,
        @Nullable String clearedBy, @Nullable Shelf shelf, @Nullable UUID suppressedBy,
        List<Seen> seen, List<Deed> history) {

    /** So many deeds are remembered with an alert; all are in the record. */
    public static final int HISTORY_MAX = 64;

    public Alert {
        areas = List.copyOf(areas);
        evidence = List.copyOf(evidence);
        seen = List.copyOf(seen);
        history = List.copyOf(history);
    }

    /** One that is neither shelved nor suppressed. */
    public Alert(UUID id, long raisedSeq, String rule, long ruleVersion, Severity severity,
            AlertState state, int raisedCount, boolean late, boolean drill, AlertSubject subject,
            List<String> areas, String message, @Nullable Long value, @Nullable Long threshold,
            Instant raisedAt, Instant effectiveAt, List<Long> evidence,
            @Nullable String acknowledgedBy, @Nullable Instant acknowledgedAt,
            @Nullable String assignee, @Nullable Instant clearedAt, @Nullable String clearedBy,
            List<Seen> seen, List<Deed> history) {
        this(id, raisedSeq, rule, ruleVersion, severity, state, raisedCount, late, drill, subject,
                areas, message, value, threshold, raisedAt, effectiveAt, evidence, acknowledgedBy,
                acknowledgedAt, assignee, clearedAt, clearedBy, null, null, seen, history);
    }

    /** Whether it asks for somebody's attention now: open, and neither shelved nor suppressed. */
    public boolean isCalling() {
        return state.isOpen() && shelf == null && suppressedBy == null;
    }

    /**
     * Out of the queue for a time; ended by an entry, at the latest when that time is over.
     *
     * @param reason null in the entry of an alert that was born on it: what people wrote is not for everybody
     * @param second who stands for it beside {@code by}; null when that one did it alone
     */
    public record Shelf(Instant until, String by, @Nullable String reason,
            @Nullable String second) {

        /** One that somebody put it on alone. */
        public Shelf(Instant until, String by, @Nullable String reason) {
            this(until, by, reason, null);
        }

        /** Whether somebody who asks for this asks for what they did already. */
        public boolean isFor(AlertAction.Shelve asked, String who) {
            return by.equals(who) && until.equals(asked.until()) && asked.reason().equals(reason);
        }
    }

    /** Somebody's screen showed it. */
    public record Seen(String who, Instant at) {}

    /**
     * One thing that was done with it, or became of it.
     *
     * @param what the type of the entry, or of an update what kind it was
     * @param who {@code system} for what the rule did
     * @param words a comment, a reason, an assignee, a message
     * @param second who stands for it beside {@code who}; null for nobody
     */
    public record Deed(long seq, Instant at, String what, String who, @Nullable String words,
            @Nullable String second) {

        /** One that somebody did alone. */
        public Deed(long seq, Instant at, String what, String who, @Nullable String words) {
            this(seq, at, what, who, words, null);
        }
    }
}
