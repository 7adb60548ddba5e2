package org.muster.config;

import java.util.List;
import java.util.Map;

/** A YAML text as read, each part with its line (from 1). */
sealed interface Node {

    int line();

    /** A single value as written; empty when there is none. */
    record Scalar(String text, int line) implements Node {}

    /** A sequence. */
    record Items(List<Node> items, int line) implements Node {}

    /** A mapping, in the file's order. */
    record Fields(Map<String, Node> fields, int line) implements Node {}
}
