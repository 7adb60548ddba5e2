package org.muster.rules;

import java.util.Set;

import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.Program;
import org.jspecify.annotations.Nullable;

import org.muster.core.Conditions.Unanswered;
import org.muster.core.Fact;
import org.muster.core.Facts;

/** One expression of a rule, ready to be asked. */
final class Expression {
    private final Passage passage;
    private final Vocabulary vocabulary;
    private final Program program;
    private final Set<Fact> reads;

    Expression(Passage passage, Vocabulary vocabulary, Program program, Set<Fact> reads) {
        this.passage = passage;
        this.vocabulary = vocabulary;
        this.program = program;
        this.reads = reads;
    }

    Set<Fact> reads() {
        return reads;
    }

    boolean isTrue(Facts facts) {
        return ask(facts) instanceof Boolean yes && yes;
    }

    /** Null when it comes to none. */
    @Nullable
    Long number(Facts facts) {
        return ask(facts) instanceof Long number ? number : null;
    }

    String words(Facts facts) {
        return ask(facts).toString();
    }

    private Object ask(Facts facts) {
        CelVariableResolver names = name -> vocabulary.find(name, facts);
        try {
            return program.eval(names);
        } catch (CelEvaluationException failed) {
            throw new Unanswered(problem(failed));
        }
    }

    /** The language that passed the screening has no other way to fail; anything else is our own fault. */
    private String problem(CelEvaluationException failed) {
        CelErrorCode code = failed.getErrorCode();
        String what = switch (code) {
            case DIVIDE_BY_ZERO -> "divides by 0";
            case NUMERIC_OVERFLOW -> "grows beyond the largest number";
            default -> throw new IllegalStateException(passage.key() + " failed", failed);
        };
        return passage.key() + " " + what + " in: " + passage.text().strip();
    }
}
