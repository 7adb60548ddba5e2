package org.muster.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.muster.config.Values.Unreadable;

/** The whole numbers that a rule names. */
final class RuleValues {
    private static final int VALUES_MAX = 20;
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    /** Words that mean something else in a condition. */
    private static final Set<String> TAKEN = Set.of("area", "incident", "protest", "unit",
            "allegation", "none", "true", "false", "null", "in", "as", "break", "const", "continue",
            "else", "for", "function", "if", "import", "let", "loop", "package", "namespace",
            "return", "var", "void", "while", "int", "uint", "double", "bool", "string", "bytes",
            "list", "map", "type", "dyn");

    private final YamlFile file;
    private final String where;

    RuleValues(YamlFile file, String where) {
        this.file = file;
        this.where = where;
    }

    /** The numbers by name; 0 for one at fault. */
    Map<String, Long> read(@Nullable Node node) {
        if (node == null) {
            return Map.of();
        }
        if (!(node instanceof Node.Fields fields)) {
            file.fault(node.at(), where, "must be names with whole numbers, such as {limit: 20}");
            return Map.of();
        }
        if (fields.fields().size() > VALUES_MAX) {
            file.fault(fields.at(), where,
                    "there are " + fields.fields().size() + " values; the most is " + VALUES_MAX);
        }
        var values = new LinkedHashMap<String, Long>();
        fields.fields().forEach((name, value) -> {
            if (!NAME.matcher(name).matches() || TAKEN.contains(name)) {
                file.fault(fields.keys().getOrDefault(name, value.at()), where + "." + name,
                        "cannot be the name of a value; write a word of its own of at most 40"
                                + " letters and digits, such as limit");
            } else {
                values.put(name, number(name, value));
            }
        });
        return values;
    }

    private long number(String name, Node value) {
        try {
            if (value instanceof Node.Scalar scalar) {
                return Values.whole(name, scalar.text());
            }
            file.fault(value.at(), where + "." + name, "takes a single whole number");
        } catch (Unreadable wrong) {
            file.fault(value.at(), where + "." + name, wrong.detail());
        }
        return 0;
    }
}
