package org.muster.client;

/** What came of a request, however often it was sent. */
public sealed interface Reply<T> {

    /** The service did it. */
    record Good<T>(T value) implements Reply<T> {}

    /** The service does not want it, in its own words. */
    record Refused<T>(int status, String words) implements Reply<T> {}

    /** No answer came, or none but "later". */
    record Unanswered<T>(String words) implements Reply<T> {}
}
