package org.muster.rules;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import org.muster.core.Fact;
import org.muster.core.Facts;
import org.muster.model.AlertSubject;

/** Facts as a test tells them: 0, no and "" where it says nothing. */
final class Told implements Facts {
    private final AlertSubject.Type scope;
    private final Map<Fact, Long> numbers = new EnumMap<>(Fact.class);
    private final Map<Fact, String> words = new EnumMap<>(Fact.class);

    Told(AlertSubject.Type scope) {
        this.scope = scope;
    }

    Told is(String fact, long number) {
        numbers.put(find(fact), number);
        return this;
    }

    Told is(String fact, boolean flag) {
        return is(fact, flag ? 1 : 0);
    }

    Told is(String fact, String text) {
        words.put(find(fact), text);
        return this;
    }

    private Fact find(String name) {
        return Fact.find(scope, name).orElseThrow();
    }

    @Override
    public long number(Fact fact) {
        if (fact.kind() == Fact.Kind.WORDS || fact.scope() != scope) {
            throw new IllegalArgumentException(fact.text());
        }
        return Objects.requireNonNullElse(numbers.get(fact), 0L);
    }

    @Override
    public String words(Fact fact) {
        if (fact.kind() != Fact.Kind.WORDS || fact.scope() != scope) {
            throw new IllegalArgumentException(fact.text());
        }
        return Objects.requireNonNullElse(words.get(fact), "");
    }
}
