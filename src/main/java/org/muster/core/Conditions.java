package org.muster.core;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A rule, ready to be asked about a subject. The same facts always get the same answer. Each question may fail with
 * {@link Unanswered}, which is never to be taken for a no. One thread.
 */
public interface Conditions {

    /** The facts that {@code when}, {@code clearWhen} and {@code again} look at: while they stay, so does the answer. */
    Set<Fact> reads();

    /** Whether what the rule waits for is so. */
    boolean holds(Facts facts);

    /** Whether a standing alert ends: {@code clearWhen} holds, or without one {@code when} does not. */
    boolean clears(Facts facts);

    /** The number whose growth raises an open alert again; null when the rule has none. */
    @Nullable
    Long again(Facts facts);

    /** What was measured; null when the rule names nothing or there is no number for it. */
    @Nullable
    Long value(Facts facts);

    /** What it was measured against; null when the rule names nothing. */
    @Nullable
    Long threshold(Facts facts);

    /** The words for people. */
    String message(Facts facts);

    /** A question that has no answer, as when a sum is too large. */
    final class Unanswered extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** With what is wrong, in words for whoever wrote the rule. */
        public Unanswered(String problem) {
            super(problem);
        }
    }
}
