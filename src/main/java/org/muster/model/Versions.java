package org.muster.model;

import java.util.Map;

/**
 * Which entries brought what is in force.
 *
 * @param settings the entry of the settings; 0 before the first
 * @param rules by rule, the entry that brought the form it has
 */
public record Versions(long settings, Map<String, Long> rules) {

    /** Before any settings. */
    public static final Versions NONE = new Versions(0, Map.of());

    public Versions {
        rules = Map.copyOf(rules);
    }

    /** Since which entry a rule is as it is; 0 when there is no such rule. */
    public long of(String rule) {
        return rules.getOrDefault(rule, 0L);
    }
}
