package org.muster.config;

import java.util.List;
import java.util.Map;

/** A YAML text as read, each part with its place. */
sealed interface Node {

    Spot at();

    default int line() {
        return at().line();
    }

    /**
     * A single value.
     *
     * @param text the value; empty when there is none
     * @param file the whole file
     * @param begin the value's first character there, in code points from 0
     */
    record Scalar(String text, Spot at, String file, int begin) implements Node {

        /** The place of a character of the value. */
        Spot spot(int offset) {
            return Alignment.spot(this, offset);
        }
    }

    /** A sequence. */
    record Items(List<Node> items, Spot at) implements Node {}

    /**
     * A mapping, in the file's order.
     *
     * @param keys where each key stands
     */
    record Fields(Map<String, Node> fields, Map<String, Spot> keys, Spot at) implements Node {
        static final Fields EMPTY = new Fields(Map.of(), Map.of(), Spot.START);
    }
}
