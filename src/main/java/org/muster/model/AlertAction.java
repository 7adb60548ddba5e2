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

    /**
     * Takes it out of the queue for a time. Whatever its rule finds about the same subject until then is shelved too.
     *
     * @param second who stands for it beside the sender; null for nobody
     */
    record Shelve(Instant until, String reason, @Nullable String second) implements AlertAction {

        /** One that nobody else stands for. */
        public Shelve(Instant until, String reason) {
            this(until, reason, null);
        }

        /** The same with somebody beside the sender, or nobody. */
        public Shelve with(@Nullable String other) {
            return new Shelve(until, reason, other);
        }
    }

    /** Puts it back into the queue before its time. */
    record Unshelve() implements AlertAction {}

    /** Ends it, whatever its rule says. */
    record Clear(String reason) implements AlertAction {}
}
