package org.muster.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Alert;
import org.muster.model.AlertState;
import org.muster.model.AlertSubject;
import org.muster.model.Finding;
import org.muster.model.Severity;

/**
 * An alert, for a snapshot; times in milliseconds since 1970.
 *
 * @param number the how many-th of its rule and subject, from 1
 * @param escalated whether that was since it was last raised
 * @param over whether its subject or its rule is gone
 * @param disarmed whether somebody cleared it while the condition held, and that still holds
 * @param comment the newest
 * @param shelf while it is on one
 * @param suppressedBy the alert that explains it
 */
public record AlertLog(UUID id, long raisedSeq, String rule, AlertSubject subject, boolean drill,
        long number, List<String> areas, Found finding, AlertState state, int raisedCount,
        long raisedAt, boolean escalated, @Nullable Act acknowledged, @Nullable String assignee,
        @Nullable Act cleared, boolean over, boolean disarmed, @Nullable Comment comment,
        @Nullable OnShelf shelf, @Nullable UUID suppressedBy, List<Act> seen, List<Deed> history) {

    public AlertLog {
        areas = List.copyOf(areas);
        seen = List.copyOf(seen);
        history = List.copyOf(history);
    }

    /** Who did something, and when. */
    public record Act(String who, long at) {}

    /**
     * Out of the queue until then.
     *
     * @param since when that was said
     * @param severity of what was shelved: what is worse is not held by it
     * @param isWarned whether it was said that it ends soon
     * @param second who stands for it beside {@code by}
     */
    public record OnShelf(long until, String by, String reason, long since, Severity severity,
            boolean isWarned, @Nullable String second) {

        /** Whether such a finding is still out of the queue by it. */
        boolean holds(Severity found, long now) {
            return until > now && found.compareTo(severity) >= 0;
        }

        OnShelf warned() {
            return new OnShelf(until, by, reason, since, severity, true, second);
        }

        Alert.Shelf shelf() {
            return new Alert.Shelf(Instant.ofEpochMilli(until), by, reason, second);
        }
    }

    /** What somebody wrote. */
    public record Comment(String who, String text) {}

    /**
     * One line of its history.
     *
     * @param discreet what may be shown of the words when its subject is sensitive; null when that is all of them
     * @param second who stands for it beside {@code who}
     */
    public record Deed(long seq, long at, String what, String who, @Nullable String words,
            @Nullable String discreet, @Nullable String second) {

        Alert.Deed shown(boolean isSensitive) {
            return new Alert.Deed(seq, Instant.ofEpochMilli(at), what, who,
                    isSensitive && discreet != null ? discreet : words, second);
        }
    }

    /** A finding. */
    public record Found(long ruleVersion, Severity severity, String message,
            @Nullable String discreet, @Nullable Long value, @Nullable Long threshold,
            long effectiveAt, List<Long> evidence, boolean late, @Nullable Long again,
            Map<String, Long> facts) {

        public Found {
            evidence = List.copyOf(evidence);
            facts = facts == null ? Map.of() : facts;
        }

        static Found of(Finding finding) {
            return new Found(finding.ruleVersion(), finding.severity(), finding.message(),
                    finding.discreet(), finding.value(), finding.threshold(),
                    finding.effectiveAt().toEpochMilli(), finding.evidence(), finding.late(),
                    finding.again(), finding.facts());
        }

        Finding finding() {
            return new Finding(ruleVersion, severity, message, discreet, value, threshold,
                    Instant.ofEpochMilli(effectiveAt), evidence, late, again, facts);
        }
    }
}
