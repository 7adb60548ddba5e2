package org.muster.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** What a person does with an alert. */
public sealed interface AlertAction {

    /** Says that they know. */
    record Acknowledge() implements AlertAction {}

    /** Takes an acknowledgement back. */
    record Unacknowledge() implements AlertAction {}

    /**
     * Gives it to somebody.
     *
     * @param to a credential's name; null for nobody
     * @param from who the sender thinks has it: needed where somebody else does
     */
    record Assign(@Nullable String to, @Nullable String from) implements AlertAction {}

    /** Writes something beside it. */
    record Comment(String text) implements AlertAction {}

    /** Takes it out of the queue for a time. Whatever its rule finds about the same subject until then is shelved too. */
    record Shelve(Instant until, String reason) implements AlertAction {}

    /** Puts it back into the queue before its time. */
    record Unshelve() implements AlertAction {}

    /** Ends it, whatever its rule says. */
    record Clear(String reason) implements AlertAction {}
}
