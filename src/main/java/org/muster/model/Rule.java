package org.muster.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * When to call somebody, as an operator wrote it. Conditions are CEL over the facts of the scope and the rule's own
 * values; they were understood when the rule was read.
 *
 * @param id a slug; rules are evaluated in its order
 * @param title a few words for people
 * @param scope what it looks at: one alert for each of these at most
 * @param when what must hold
 * @param clearWhen what ends it; null: that {@code when} holds no more
 * @param forSeconds how long {@code when} must hold without a break before the alert is raised; 0 for at once
 * @param lateInFull whether an alert on old evidence is as loud as any
 * @param again a whole number; when it grows while the alert is open, the alert is raised again
 * @param values whole numbers that the texts name
 * @param message a template for people, with expressions in braces
 * @param value a whole number shown with the alert
 * @param threshold a whole number shown with the alert: what the value went beyond
 */
public record Rule(String id, String title, Severity severity, AlertSubject.Type scope, String when,
        @Nullable String clearWhen, int forSeconds, boolean lateInFull, @Nullable String again,
        Map<String, Long> values, String message, @Nullable String value,
        @Nullable String threshold) {

    public Rule {
        // In the order of their names, so that the same rule always gives the same bytes.
        values = Collections.unmodifiableMap(new TreeMap<>(values == null ? Map.of() : values));
        Valid.that(forSeconds >= 0, "a hold is 0 or more");
    }
}
