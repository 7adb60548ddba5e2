package org.muster.rules;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.muster.core.Conditions;
import org.muster.core.Fact;
import org.muster.core.Facts;
import org.muster.model.AlertSubject;

/**
 * A rule of the record that this version does not understand, as when another version wrote it: in force until the
 * settings of today are recorded, and without an answer until then. Its alerts stay as they are.
 */
record NotUnderstood(AlertSubject.Type scope, List<Slip> slips) implements Conditions {

    NotUnderstood {
        slips = List.copyOf(slips);
    }

    @Override
    public Set<Fact> reads() {
        return Set.copyOf(Fact.of(scope));
    }

    @Override
    public boolean holds(Facts facts) {
        throw unanswered();
    }

    @Override
    public boolean clears(Facts facts) {
        throw unanswered();
    }

    @Override
    public @Nullable Long again(Facts facts) {
        throw unanswered();
    }

    @Override
    public @Nullable Long value(Facts facts) {
        throw unanswered();
    }

    @Override
    public @Nullable Long threshold(Facts facts) {
        throw unanswered();
    }

    @Override
    public String message(Facts facts) {
        throw unanswered();
    }

    private Unanswered unanswered() {
        return new Unanswered("This version does not understand the rule: " + slips);
    }
}
