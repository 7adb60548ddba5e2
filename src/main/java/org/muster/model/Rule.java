package org.muster.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * @param clearForSeconds how long the end must hold without a break before a standing alert ends (off-delay); 0 for at once
 * @param repeatSeconds so long after it was raised the rule waits before it raises the same again; 0 for no wait
 * @param during the schedule at whose times alone the rule is asked; null for always
 * @param variations other values by area and schedule; of those that match, a later one wins over an earlier
 * @param escalation what happens when nobody acknowledges; null for nothing
 * @param inhibitedBy while an alert of one of these rules stands, alerts of this one are suppressed
 */
public record Rule(String id, String title, Severity severity, AlertSubject.Type scope, String when,
        @Nullable String clearWhen, int forSeconds, boolean lateInFull, @Nullable String again,
        Map<String, Long> values, String message, @Nullable String value,
        @Nullable String threshold, int clearForSeconds, int repeatSeconds, @Nullable String during,
        List<Variation> variations, @Nullable Escalation escalation, List<Inhibition> inhibitedBy) {

    public Rule {
        // In the order of their names, so that the same rule always gives the same bytes.
        values = Collections.unmodifiableMap(new TreeMap<>(values == null ? Map.of() : values));
        // Entries of earlier versions do not speak of them.
        variations = variations == null ? List.of() : List.copyOf(variations);
        inhibitedBy = inhibitedBy == null ? List.of() : List.copyOf(inhibitedBy);
        Valid.that(forSeconds >= 0 && clearForSeconds >= 0 && repeatSeconds >= 0,
                "spans are 0 or more");
    }

    /** A rule that is the same everywhere and always, and ends at once. */
    public Rule(String id, String title, Severity severity, AlertSubject.Type scope, String when,
            @Nullable String clearWhen, int forSeconds, boolean lateInFull, @Nullable String again,
            Map<String, Long> values, String message, @Nullable String value,
            @Nullable String threshold) {
        this(id, title, severity, scope, when, clearWhen, forSeconds, lateInFull, again, values,
                message, value, threshold, 0, 0, null, List.of(), null, List.of());
    }

    /** The same with these values instead of its own. */
    public Rule with(Map<String, Long> others) {
        return new Rule(id, title, severity, scope, when, clearWhen, forSeconds, lateInFull, again,
                others, message, value, threshold, clearForSeconds, repeatSeconds, during,
                variations, escalation, inhibitedBy);
    }

    /** Whether it is not the same everywhere and always. */
    public boolean hasVariations() {
        return during != null || !variations.isEmpty();
    }

    /** Whether it is otherwise while that schedule is on. */
    public boolean goesBy(String schedule) {
        return schedule.equals(during)
                || variations.stream().anyMatch(one -> schedule.equals(one.during()));
    }

    /**
     * Other values for some areas or times.
     *
     * @param area for subjects in this area or below; null for everywhere
     * @param during at the times of this schedule; null for always
     * @param off whether the rule is not asked there and then, if no later variation matches
     * @param values those that differ; each is a value of the rule
     */
    public record Variation(@Nullable String area, @Nullable String during, boolean off,
            Map<String, Long> values) {

        /**
         * Whether it holds for a subject.
         *
         * @param areas those that the subject counts in
         * @param on the schedules that are on
         */
        public boolean matches(Collection<String> areas, Set<String> on) {
            return (area == null || areas.contains(area))
                    && (during == null || on.contains(during));
        }

        public Variation {
            values = Collections.unmodifiableMap(new TreeMap<>(values == null ? Map.of() : values));
        }
    }

    /**
     * What happens when an alert is not acknowledged in time.
     *
     * @param afterSeconds counted from when it was last raised
     * @param severity it gets this one, if that is worse than its own; null: it keeps its own
     * @param to the credential it is given to; null: nobody
     */
    public record Escalation(int afterSeconds, @Nullable Severity severity, @Nullable String to) {

        public Escalation {
            Valid.that(afterSeconds > 0, "an escalation comes after a while");
        }
    }

    /** What suppresses alerts by design: a standing alert of another rule, as far as it reaches. */
    public record Inhibition(String rule, Reach reach) {}

    /** What a standing alert explains. */
    public enum Reach implements Slug {
        /** Alerts about the same subject. */
        SUBJECT,
        /** Those about what is linked to its incident, and about the incident itself. */
        LINKED,
        /** Those in the smallest area of its subject. */
        AREA
    }
}
