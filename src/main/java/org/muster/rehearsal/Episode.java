package org.muster.rehearsal;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.muster.model.Severity;

/**
 * A rule called, until its condition held no more or somebody ended it.
 *
 * @param severity the worst that it had meanwhile
 * @param message in words that may be shown to anybody
 * @param endedAt null when it lasted to the end
 * @param raised how often it called in that time
 */
public record Episode(Key key, Severity severity, boolean late, String message, Instant raisedAt,
        @Nullable Instant endedAt, int raised) {

    /** Whether it and another one stood at the same moment. */
    boolean meets(Episode other) {
        return isUpTo(other.raisedAt) && other.isUpTo(raisedAt);
    }

    /** Whether it still stood then, or came later. */
    private boolean isUpTo(Instant moment) {
        return endedAt == null || !endedAt.isBefore(moment);
    }

    Episode again(Severity now) {
        return new Episode(key, now.compareTo(severity) < 0 ? now : severity, late, message,
                raisedAt, endedAt, raised + 1);
    }

    Episode ended(Instant at) {
        return new Episode(key, severity, late, message, raisedAt, at, raised);
    }
}
