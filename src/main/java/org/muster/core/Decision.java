package org.muster.core;

import java.util.List;

import org.muster.model.Rejection;

/** What the core answers to a command. */
public sealed interface Decision {

    /** These entries are to be recorded, in this order, and evolved each before the next command is decided. */
    record Accepted(List<Draft> drafts) implements Decision {

        public Accepted {
            drafts = List.copyOf(drafts);
        }
    }

    /** All that was asked for is so already; nothing is to be recorded. */
    record Unchanged() implements Decision {}

    /** Nothing is to be recorded. */
    record Refused(Rejection rejection) implements Decision {}
}
