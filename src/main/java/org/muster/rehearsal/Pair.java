package org.muster.rehearsal;

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.muster.model.Severity;
import org.muster.model.Slug;

/**
 * The same call by two sets of rules, or a call that only one of them made.
 *
 * @param before by the old rules; null when they did not call
 * @param after by the new ones; null likewise
 */
public record Pair(@Nullable Episode before, @Nullable Episode after) {

    /** A tick of the service may be so much later than what is due. */
    static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** How the two stand to each other. */
    public enum Kind implements Slug {
        SAME, EARLIER, LATER, ONLY_OLD, ONLY_NEW
    }

    /** What it is about. */
    public Key key() {
        return Objects.requireNonNull(before == null ? after : before).key();
    }

    /** How the new one stands to the old one. */
    public Kind kind() {
        if (before == null || after == null) {
            return before == null ? Kind.ONLY_NEW : Kind.ONLY_OLD;
        }
        Duration by = by();
        return by.abs().compareTo(TOLERANCE) <= 0 ? Kind.SAME
                : by.isNegative() ? Kind.EARLIER : Kind.LATER;
    }

    /** How much later the new one is; negative when it is earlier, nothing when there is but one. */
    public Duration by() {
        return before == null || after == null ? Duration.ZERO
                : Duration.between(before.raisedAt(), after.raisedAt());
    }

    /** Whether the old one was critical, and the new rules do not call, or call for less. */
    public boolean isMissed() {
        return before != null && before.severity() == Severity.CRITICAL
                && (after == null || after.severity() != Severity.CRITICAL);
    }

    /** Whether another pair has the same old one, as nearly as ticks tell. */
    boolean isOfTheSame(Pair other) {
        return before != null && other.before != null && key().equals(other.key())
                && Duration.between(before.raisedAt(), other.before.raisedAt())
                        .abs()
                        .compareTo(TOLERANCE) <= 0;
    }
}
