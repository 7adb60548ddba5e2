package org.muster.core;

import org.muster.model.Rule;

/** Understands rules. Called on the writer's thread only, once for each form of a rule. */
@FunctionalInterface
public interface Rulebook {

    /** For a picture without rules. */
    Rulebook NONE = rule -> {
        throw new IllegalStateException("nobody understands rule " + rule.id());
    };

    /** The rule, ready to be asked. Every rule in force was understood when it was read, so this does not fail. */
    Conditions understand(Rule rule);
}
