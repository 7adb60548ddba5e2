package org.muster.rules;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.muster.core.Conditions;
import org.muster.core.Fact;
import org.muster.core.Facts;

/** A rule whose texts were all understood. */
record CelConditions(Expression when, @Nullable Expression clearWhen, @Nullable Expression again,
        @Nullable Expression value, @Nullable Expression threshold,
        Template template) implements Conditions {

    @Override
    public Set<Fact> reads() {
        Set<Fact> reads = EnumSet.noneOf(Fact.class);
        Stream.of(when, clearWhen, again).forEach(each -> {
            if (each != null) {
                reads.addAll(each.reads());
            }
        });
        return Collections.unmodifiableSet(reads);
    }

    @Override
    public boolean holds(Facts facts) {
        return when.isTrue(facts);
    }

    @Override
    public boolean clears(Facts facts) {
        return clearWhen == null ? !when.isTrue(facts) : clearWhen.isTrue(facts);
    }

    @Override
    public @Nullable Long again(Facts facts) {
        return number(again, facts);
    }

    @Override
    public @Nullable Long value(Facts facts) {
        return number(value, facts);
    }

    @Override
    public @Nullable Long threshold(Facts facts) {
        return number(threshold, facts);
    }

    @Override
    public String message(Facts facts) {
        return template.fill(facts);
    }

    private static @Nullable Long number(@Nullable Expression expression, Facts facts) {
        return expression == null ? null : expression.number(facts);
    }
}
