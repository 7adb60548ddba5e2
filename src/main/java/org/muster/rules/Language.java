package org.muster.rules;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.compiler.CelCompiler;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import org.jspecify.annotations.Nullable;

/** Makes expressions of one rule's texts, and tells what is wrong with them. */
final class Language {
    /** Nobody can read a longer condition in the middle of a night. */
    static final int LENGTH_MAX = 1_000;

    /** The planner plans an expression once, by its declared types; it was measured to be the fast one. */
    private static final CelRuntime RUNTIME = CelRuntimeFactory.plannerRuntimeBuilder().build();

    private final Vocabulary vocabulary;
    private final CelCompiler compiler;
    private final Consumer<Slip> slips;

    Language(Vocabulary vocabulary, Consumer<Slip> slips) {
        this.vocabulary = vocabulary;
        this.compiler = vocabulary.compiler();
        this.slips = slips;
    }

    /** The expression of a whole text; null when there is no text, or after its faults were told. */
    @Nullable
    Expression expression(String key, @Nullable String text, Use use) {
        return text == null ? null : expression(new Passage(key, text, 0), use);
    }

    /**
     * The expression in a message's braces; null after its faults were told.
     *
     * @param closed whether the closing brace is there
     */
    @Nullable
    Expression inBraces(Passage passage, boolean closed) {
        if (!closed) {
            slips.accept(new Slip(passage.key(), passage.begin() - 1,
                    "this brace is not closed; write {{ for a brace that is" + " shown"));
            return null;
        }
        if (passage.text().isBlank()) {
            slips.accept(new Slip(passage.key(), passage.begin() - 1,
                    "nothing stands between the braces; write {{ for a brace" + " that is shown"));
            return null;
        }
        return expression(passage, Use.WORDS);
    }

    /** The expression, or null after its faults were told. */
    @Nullable
    Expression expression(Passage passage, Use use) {
        if (passage.text().length() > LENGTH_MAX) {
            slips.accept(passage.slip(0,
                    "is longer than " + LENGTH_MAX + " characters; split it into two rules"));
            return null;
        }
        try {
            CelValidationResult parsed = compiler.parse(passage.text());
            if (parsed.hasError()) {
                slips.accept(syntax(passage, parsed));
                return null;
            }
            return checked(passage, use, parsed.getAst());
        } catch (CelValidationException | CelEvaluationException ours) {
            throw new IllegalStateException(passage.key() + ": " + passage.text(), ours);
        }
    }

    private @Nullable Expression checked(Passage passage, Use use, CelAbstractSyntaxTree parsed)
            throws CelValidationException, CelEvaluationException {
        var screening = new Screening(vocabulary, use, passage, parsed);
        if (!screening.slips().isEmpty()) {
            screening.slips().forEach(slips);
            return null;
        }
        CelValidationResult checked = compiler.check(parsed);
        if (checked.hasError()) {
            for (CelIssue issue : checked.getErrors()) {
                slips.accept(slip(passage, checked.getSource(), issue,
                        Wording.types(issue.getMessage())));
            }
            return null;
        }
        CelAbstractSyntaxTree ast = checked.getAst();
        if (!use.fits(ast.getResultType())) {
            slips.accept(passage.slip(0, "must " + use.should()));
            return null;
        }
        return new Expression(passage, vocabulary, RUNTIME.createProgram(ast), screening.reads());
    }

    /** The first complaint: what follows it is mostly its echo. */
    private static Slip syntax(Passage passage, CelValidationResult parsed) {
        List<CelIssue> issues = parsed.getErrors();
        CelIssue first = issues.stream()
                .min(Comparator.comparing(CelIssue::getSourceLocation))
                .orElseThrow();
        return slip(passage, parsed.getSource(), first, Wording.syntax(first.getMessage()));
    }

    private static Slip slip(Passage passage, CelSource source, CelIssue issue, String detail) {
        int codePoints = source.getLocationOffset(issue.getSourceLocation()).orElse(0);
        return passage.slip(codePoints, detail);
    }
}
