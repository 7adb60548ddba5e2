package org.muster.model;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a rule found when it raised an alert.
 *
 * @param ruleVersion the entry that brought this form of the rule
 * @param message for people
 * @param discreet the message without the words of what is sensitive; null when the message has none
 * @param value what was measured; null when there is no number for it
 * @param threshold what it was measured against
 * @param effectiveAt when what the evidence tells of happened; the moment itself when only time passed
 * @param evidence entries that it rests on, oldest first
 * @param late whether the evidence was old when it came: shown, but silent
 * @param again the rule's {@code again}, if it has one
 */
public record Finding(long ruleVersion, Severity severity, String message,
        @Nullable String discreet, @Nullable Long value, @Nullable Long threshold,
        Instant effectiveAt, List<Long> evidence, boolean late, @Nullable Long again) {

    public Finding {
        evidence = List.copyOf(evidence);
    }

    /** The message that may be shown. */
    public String message(boolean isSensitive) {
        return isSensitive && discreet != null ? discreet : message;
    }
}
