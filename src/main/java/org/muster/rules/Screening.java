package org.muster.rules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import org.jspecify.annotations.Nullable;

import org.muster.core.Fact;

/**
 * Goes through a parsed expression and tells every word that does not belong into a rule, before the types are looked
 * at: CEL alone would stop at the first part of a dotted name and could not say what was meant.
 */
final class Screening {
    private static final String CONDITIONAL = "_?_:_";
    private static final String TEXT = "string";
    private static final Set<String> DIVIDING = Set.of("_/_", "_%_");
    private static final Set<String> OPERATORS = Set.of(CONDITIONAL, "_&&_", "_||_", "!_", "_==_",
            "_!=_", "_<_", "_<=_", "_>_", "_>=_", "_+_", "_-_", "-_", "_*_");

    private final Vocabulary vocabulary;
    private final Use use;
    private final Passage passage;
    private final Map<Long, Integer> positions;
    private final Set<Fact> reads = EnumSet.noneOf(Fact.class);
    private final List<Slip> slips = new ArrayList<>();

    Screening(Vocabulary vocabulary, Use use, Passage passage, CelAbstractSyntaxTree parsed) {
        this.vocabulary = vocabulary;
        this.use = use;
        this.passage = passage;
        this.positions = parsed.getSource().getPositionsMap();
        result(parsed.getExpr());
    }

    /** The facts that it names. */
    Set<Fact> reads() {
        return reads;
    }

    List<Slip> slips() {
        return slips;
    }

    /** What the whole comes to: only here may a number be none. */
    private void result(CelExpr expr) {
        if (expr.getKind() == Kind.CALL && expr.call().function().equals(CONDITIONAL)) {
            screen(expr.call().args().get(0));
            result(expr.call().args().get(1));
            result(expr.call().args().get(2));
        } else if (!use.mayBeNone() || !Vocabulary.NONE.equals(dotted(expr))) {
            screen(expr);
        }
    }

    private void screen(CelExpr expr) {
        switch (expr.getKind()) {
            case CONSTANT -> constant(expr, expr.constant());
            case IDENT, SELECT -> name(expr);
            case CALL -> call(expr, expr.call());
            default -> tell(expr, "lists, maps and messages are no part of a rule");
        }
    }

    private void constant(CelExpr expr, CelConstant constant) {
        switch (constant.getKind()) {
            case INT64_VALUE, BOOLEAN_VALUE -> {
            }
            case STRING_VALUE -> {
                if (!use.mayNameWords()) {
                    tell(expr, "words stand in messages only");
                }
            }
            case NULL_VALUE -> tell(expr, "null is no part of a rule"
                    + (use.mayBeNone() ? "; write none where there is no number" : ""));
            default -> tell(expr, "numbers in a rule are whole; write 10 * a > 15 * b"
                    + " instead of a > 1.5 * b");
        }
    }

    private void name(CelExpr expr) {
        String name = dotted(expr);
        int begin = begin(expr);
        if (name == null) {
            tell(begin, "a dot joins the words of a fact's name and nothing else");
            return;
        }
        Fact fact = vocabulary.fact(name);
        if (fact != null) {
            reads.add(fact);
            if (fact.kind() == Fact.Kind.WORDS && !use.mayNameWords()) {
                tell(begin, name + " is words, and words stand in messages only");
            }
        } else if (name.equals(Vocabulary.NONE)) {
            tell(begin, use.mayBeNone() ? "none stands alone, as in a > 0 ? b / a : none"
                    : "none stands in value and threshold only");
        } else if (!vocabulary.isValue(name)) {
            tell(begin, vocabulary.unknown(name));
        }
    }

    private static @Nullable String dotted(CelExpr expr) {
        return switch (expr.getKind()) {
            case IDENT -> expr.ident().name();
            case SELECT -> {
                String before = dotted(expr.select().operand());
                yield before == null ? null : before + "." + expr.select().field();
            }
            default -> null;
        };
    }

    private void call(CelExpr expr, CelExpr.CelCall call) {
        String function = call.function();
        if (call.target().isPresent()) {
            tell(begin(call.target().get()),
                    "functions such as a." + function + "() are no part of a rule");
            return;
        }
        if (DIVIDING.contains(function)) {
            if (!use.mayDivide()) {
                tell(expr, "compare without dividing: incident.crowd.high > limit *"
                        + " incident.officers.atScene; so no officers is the worst case");
            }
        } else if (function.equals(TEXT)) {
            if (!use.mayNameWords()) {
                tell(expr, "words stand in messages only");
            }
        } else if (!OPERATORS.contains(function)) {
            tell(expr, Wording.written(function) + " is no part of a rule");
        }
        call.args().forEach(this::screen);
    }

    private int begin(CelExpr expr) {
        return expr.getKind() == Kind.SELECT ? begin(expr.select().operand())
                : positions.getOrDefault(expr.id(), 0);
    }

    private void tell(CelExpr expr, String detail) {
        tell(positions.getOrDefault(expr.id(), 0), detail);
    }

    private void tell(int codePoints, String detail) {
        slips.add(passage.slip(codePoints, detail));
    }
}
