package org.muster.exercise;

import org.jspecify.annotations.Nullable;

/** What became of a report that was sent. */
sealed interface Sent {

    /**
     * It is recorded.
     *
     * @param incident id of the incident it opened or updated, if it is about one
     * @param replayed whether an earlier attempt had arrived already
     */
    record Recorded(@Nullable String incident, boolean replayed) implements Sent {}

    /** The service does not want it, in its own words. */
    record Refused(int status, String words) implements Sent {}

    /** No answer came however often it was sent. */
    record Unanswered(String words) implements Sent {}
}
