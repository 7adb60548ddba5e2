package org.muster.exercise.load;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.muster.core.Conditions;
import org.muster.core.Fact;
import org.muster.core.Facts;
import org.muster.core.Rulebook;
import org.muster.model.Rule;

/** Counts how often a rule is asked of a subject. One thread. */
final class CountedRulebook implements Rulebook {

    private final Rulebook rulebook;
    private long asked;

    CountedRulebook(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** How often, since it was made. */
    long asked() {
        return asked;
    }

    @Override
    public Conditions understand(Rule rule) {
        return new Counted(rulebook.understand(rule));
    }

    private final class Counted implements Conditions {

        private final Conditions conditions;

        Counted(Conditions conditions) {
            this.conditions = conditions;
        }

        @Override
        public Set<Fact> reads() {
            return conditions.reads();
        }

        @Override
        public boolean holds(Facts facts) {
            asked++;
            return conditions.holds(facts);
        }

        @Override
        public boolean clears(Facts facts) {
            return conditions.clears(facts);
        }

        @Override
        public @Nullable Long again(Facts facts) {
            return conditions.again(facts);
        }

        @Override
        public @Nullable Long value(Facts facts) {
            return conditions.value(facts);
        }

        @Override
        public @Nullable Long threshold(Facts facts) {
            return conditions.threshold(facts);
        }

        @Override
        public String message(Facts facts) {
            return conditions.message(facts);
        }
    }
}
