package org.muster.model;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
 * @param facts what the rule looked at, by the name of the fact; a flag as 1 or 0; empty in entries of earlier versions
 */
public record Finding(long ruleVersion, Severity severity, String message,
        @Nullable String discreet, @Nullable Long value, @Nullable Long threshold,
        Instant effectiveAt, List<Long> evidence, boolean late, @Nullable Long again,
        Map<String, Long> facts) {

    public Finding {
        evidence = List.copyOf(evidence);
        facts = Collections.unmodifiableMap(new TreeMap<>(facts == null ? Map.of() : facts));
    }

    /** A finding that does not say what the rule looked at. */
    public Finding(long ruleVersion, Severity severity, String message, @Nullable String discreet,
            @Nullable Long value, @Nullable Long threshold, Instant effectiveAt,
            List<Long> evidence, boolean late, @Nullable Long again) {
        this(ruleVersion, severity, message, discreet, value, threshold, effectiveAt, evidence,
                late, again, Map.of());
    }

    /** The same, as bad as that. */
    public Finding with(Severity other) {
        return new Finding(ruleVersion, other, message, discreet, value, threshold, effectiveAt,
                evidence, late, again, facts);
    }

    /** The message that may be shown. */
    public String message(boolean isSensitive) {
        return isSensitive && discreet != null ? discreet : message;
    }
}
