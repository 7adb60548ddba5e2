package org.muster.model;

/** What became of a command. */
public sealed interface Outcome {

    /** A report that is now on disk. */
    record Recorded(Receipt receipt) implements Outcome {}

    /** The same report as before; the receipt is the first one. */
    record Repeated(Receipt receipt) implements Outcome {}

    /** Anything else that is now on disk. */
    record Applied(Cursor cursor) implements Outcome {}

    /** All that was asked for is so already; nothing was recorded. */
    record Unchanged(Cursor cursor) implements Outcome {}

    /** Nothing was recorded. */
    record Refused(Rejection rejection) implements Outcome {}
}
