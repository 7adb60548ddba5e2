package org.muster.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import org.jspecify.annotations.Nullable;

import org.muster.core.Fact;
import org.muster.core.Facts;
import org.muster.model.AlertSubject;
import org.muster.model.Nearest;

/** The names that one rule may say: the facts of its scope, its own values, and {@code none}. Immutable. */
final class Vocabulary {
    /** No number, where a number may be missing. */
    static final String NONE = "none";

    private static final Optional<Object> NO_NUMBER = Optional
            .of(dev.cel.common.values.NullValue.NULL_VALUE);

    private final AlertSubject.Type scope;
    private final Map<String, Fact> facts = new HashMap<>();
    private final Map<String, Optional<Object>> values = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    Vocabulary(AlertSubject.Type scope, Map<String, Long> values) {
        this.scope = scope;
        for (Fact fact : Fact.of(scope)) {
            facts.put(fact.text(), fact);
            names.add(fact.text());
        }
        values.forEach((name, value) -> {
            this.values.put(name, Optional.of(value));
            names.add(name);
        });
    }

    /** A compiler that knows the type of each name. */
    CelCompiler compiler() {
        var builder = CelCompilerFactory.standardCelCompilerBuilder();
        facts.forEach((name, fact) -> builder.addVar(name, switch (fact.kind()) {
            case COUNT -> SimpleType.INT;
            case FLAG -> SimpleType.BOOL;
            case WORDS -> SimpleType.STRING;
        }));
        values.keySet().forEach(name -> builder.addVar(name, SimpleType.INT));
        return builder.addVar(NONE, NullableType.create(SimpleType.INT)).build();
    }

    @Nullable
    Fact fact(String name) {
        return facts.get(name);
    }

    boolean isValue(String name) {
        return values.containsKey(name);
    }

    /** What a name stands for, asked of a subject's facts. */
    Optional<Object> find(String name, Facts of) {
        Fact fact = facts.get(name);
        if (fact == null) {
            return values.getOrDefault(name, NO_NUMBER);
        }
        return switch (fact.kind()) {
            case COUNT -> Optional.of(of.number(fact));
            case FLAG -> Optional.of(of.number(fact) != 0);
            case WORDS -> Optional.of(of.words(fact));
        };
    }

    /** What to say of a name that stands for nothing here. */
    String unknown(String name) {
        for (AlertSubject.Type other : AlertSubject.Type.values()) {
            if (other != scope && Fact.find(other, name).isPresent()) {
                return name + " is a fact of the scope " + other.slug() + "; this rule's scope is "
                        + scope.slug() + hint(scope.slug() + name.substring(name.indexOf('.')));
            }
        }
        if (name.indexOf('.') < 0) {
            String hint = hint(name);
            return "nothing is called " + name
                    + (hint.isEmpty() ? "; a number of the rule's own stands under values" : hint);
        }
        return "there is no fact " + name + hint(name);
    }

    private String hint(String name) {
        List<String> below = names.stream().filter(one -> one.startsWith(name + ".")).toList();
        if (!below.isEmpty()) {
            return "; there are " + String.join(", ", below);
        }
        String hint = Nearest.hint(name, names);
        int dot = name.lastIndexOf('.');
        return !hint.isEmpty() || dot < 0 ? hint : sameEnd(name.substring(dot));
    }

    /** A right last word in the wrong place, as in incident.atScene. */
    private String sameEnd(String end) {
        Stream<String> alike = names.stream().filter(name -> name.endsWith(end));
        return alike.findFirst().map(name -> "; did you mean " + name + "?").orElse("");
    }
}
