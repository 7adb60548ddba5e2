package org.muster.core;

import org.muster.model.Rule;

/**
 * A rule, understood.
 *
 * @param version the entry of the settings that brought this form of it
 * @param reads a bit for each fact that its answers depend on
 */
record RuleInForce(Rule rule, long version, Conditions conditions, long reads) {

    static RuleInForce of(Rule rule, long version, Rulebook rulebook) {
        Conditions conditions = rulebook.understand(rule);
        return new RuleInForce(rule, version, conditions,
                FactRow.mask(rule.scope(), conditions.reads()));
    }

    String id() {
        return rule.id();
    }

    long holdMillis() {
        return rule.forSeconds() * 1_000L;
    }
}
