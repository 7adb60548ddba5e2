package org.muster.house;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.muster.config.Keys;

/** What the README and the shipped file say of the settings, made from what the code says. */
final class KeyTable {
    static final String BEGIN = "<!-- settings:begin -->";
    static final String END = "<!-- settings:end -->";

    private KeyTable() {}

    /** The README's table, with the marks around it. */
    static String markdown() {
        return Keys.all()
                .stream()
                .map(key -> "| `%s` | `%s` | %s | %s |".formatted(key.path(), key.variable(),
                        key.shipped().isEmpty() || key.shipped().contains(",") ? key.shipped()
                                : "`" + key.shipped() + "`",
                        key.doc()))
                .collect(Collectors.joining("\n", BEGIN + """

                        | key | environment variable | default | what it does |
                        | --- | --- | --- | --- |
                        """, "\n" + END));
    }

    /** The keys of {@code muster.yaml} with their comments and shipped values. */
    static String yaml() {
        var lines = new ArrayList<String>();
        var open = new ArrayList<String>();
        for (Keys.Key key : Keys.all()) {
            List<String> path = Arrays.asList(key.path().split("\\."));
            List<String> sections = path.subList(0, path.size() - 1);
            int same = 0;
            while (same < Math.min(open.size(), sections.size())
                    && open.get(same).equals(sections.get(same))) {
                same++;
            }
            for (int depth = same; depth < sections.size(); depth++) {
                if (depth == 0) {
                    lines.add("");
                }
                lines.add(indent(depth) + sections.get(depth) + ":");
            }
            open.clear();
            open.addAll(sections);
            String indent = indent(sections.size());
            lines.add(indent + "# " + key.doc() + ".");
            lines.addAll(value(indent, path.getLast(), key.shipped()));
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> value(String indent, String name, String shipped) {
        if (shipped.isEmpty()) {
            return List.of(indent + name + ":");
        }
        if (!shipped.contains(",")) {
            return List.of(indent + name + ": " + shipped);
        }
        var lines = new ArrayList<String>();
        lines.add(indent + name + ":");
        Arrays.stream(shipped.split(","))
                .map(String::strip)
                .forEach(item -> lines.add(indent + (item.contains(": ") ? "  " : "  - ") + item));
        return lines;
    }

    private static String indent(int depth) {
        return "  ".repeat(depth);
    }
}
