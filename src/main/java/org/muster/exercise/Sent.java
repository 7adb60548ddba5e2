package org.muster.exercise;

/** What became of a report, a plan or an action that was sent. */
sealed interface Sent {

    /**
     * It is recorded.
     *
     * @param subject id of the incident or protest that it opened, planned or updated; its own when it is of none
     * @param replayed whether an earlier attempt had arrived already
     */
    record Recorded(String subject, boolean replayed) implements Sent {}

    /** Somebody else has done with the alert what the story wanted to do, or something else. */
    record Overtaken(String words) implements Sent {}

    /** The service does not want it, in its own words. */
    record Refused(int status, String words) implements Sent {}

    /** No answer came however often it was sent. */
    record Unanswered(String words) implements Sent {}
}
