package org.muster.core;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

import org.muster.model.AlertSubject;
import org.muster.model.Rule;
import org.muster.model.Severity;

/** Rules whose conditions are code: what a rule says is the name of what it means. */
final class RuleDouble implements Rulebook {

    /** The values with which rules were understood, one after another. */
    final List<Map<String, Long>> understood = new ArrayList<>();
    private final Map<String, Meaning> meanings = new HashMap<>();

    /** What a rule means, and what it is made of. */
    static final class Meaning implements Conditions {

        final String id;
        final AlertSubject.Type scope;
        final Set<Fact> reads = EnumSet.noneOf(Fact.class);
        Predicate<Facts> when = _ -> false;
        @Nullable
        Predicate<Facts> clearWhen;
        @Nullable
        ToLongFunction<Facts> again;
        @Nullable
        ToLongFunction<Facts> value;
        @Nullable
        Fact words;
        int forSeconds;
        int clearForSeconds;
        int repeatSeconds;
        @Nullable
        String during;
        List<Rule.Variation> variations = List.of();
        Rule.@Nullable Escalation escalation;
        Map<String, Long> values = Map.of();
        /** What must be more than the value of the rule that is called limit. */
        @Nullable
        ToLongFunction<Facts> limited;
        boolean lateInFull;
        Severity severity = Severity.HIGH;
        int form = 1;
        List<Rule.Inhibition> inhibitedBy = List.of();

        /** The same, with these values. */
        Meaning at(Map<String, Long> others) {
            ToLongFunction<Facts> measured = limited;
            if (measured == null) {
                return this;
            }
            Meaning same = new Meaning(id, scope);
            same.reads.addAll(reads);
            same.when = facts -> measured.applyAsLong(facts) > others.getOrDefault("limit", 0L);
            same.value = value;
            same.words = words;
            return same;
        }

        Meaning(String id, AlertSubject.Type scope) {
            this.id = id;
            this.scope = scope;
        }

        @Override
        public Set<Fact> reads() {
            return reads;
        }

        @Override
        public boolean holds(Facts facts) {
            return when.test(facts);
        }

        @Override
        public boolean clears(Facts facts) {
            return clearWhen == null ? !when.test(facts) : clearWhen.test(facts);
        }

        @Override
        public @Nullable Long again(Facts facts) {
            return again == null ? null : again.applyAsLong(facts);
        }

        @Override
        public @Nullable Long value(Facts facts) {
            return value == null ? null : value.applyAsLong(facts);
        }

        @Override
        public @Nullable Long threshold(Facts facts) {
            return null;
        }

        @Override
        public String message(Facts facts) {
            return words == null ? id : id + " at " + facts.words(words);
        }
    }

    /** Means this by a rule of that id from now on, in whatever form. */
    Meaning means(String id, AlertSubject.Type scope, Fact... reads) {
        Meaning meaning = new Meaning(id, scope);
        meaning.reads.addAll(Set.of(reads));
        meanings.put(id, meaning);
        return meaning;
    }

    /** The rule as settings hold it. */
    static Rule rule(Meaning meaning) {
        return new Rule(meaning.id, meaning.id, meaning.severity, meaning.scope,
                meaning.id + " " + meaning.form, meaning.clearWhen == null ? null : "clear",
                meaning.forSeconds, meaning.lateInFull, meaning.again == null ? null : "again",
                meaning.values, meaning.id, meaning.value == null ? null : "value", null,
                meaning.clearForSeconds, meaning.repeatSeconds, meaning.during, meaning.variations,
                meaning.escalation, meaning.inhibitedBy);
    }

    Meaning of(String rule) {
        Meaning meaning = meanings.get(rule);
        if (meaning == null) {
            throw new AssertionError("no meaning for " + rule);
        }
        return meaning;
    }

    @Override
    public Conditions understand(Rule rule) {
        understood.add(rule.values());
        return of(rule.id()).at(rule.values());
    }
}
