package org.muster.exchange.ccc;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What is made of a line of a sheet. */
public sealed interface Row {

    /** Where it stands. */
    Line line();

    /**
     * A protest.
     *
     * @param plan as the service takes it
     * @param report of its crowd, arrests and injured people; null when the line tells of none
     * @param readings a sentence for each thing that was read otherwise than it stands there, or not at all
     */
    record Taken(Line line, ObjectNode plan, @Nullable ObjectNode report,
            List<String> readings) implements Row {

        public Taken {
            readings = List.copyOf(readings);
        }
    }

    /**
     * Not a protest.
     *
     * @param reason one of few, to be counted by
     * @param detail what stands there; may be empty
     */
    record LeftOut(Line line, String reason, String detail) implements Row {}
}
