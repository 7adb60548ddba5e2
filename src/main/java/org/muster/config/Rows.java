package org.muster.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.muster.model.Nearest;

/** Reads a catalogue: one list of rows, each with an id of its own and a name. */
final class Rows {
    private static final int NAME_MAX = 100;

    private final YamlFile file;
    private final String list;
    private final Set<String> columns;
    private final Ids ids;

    Rows(YamlFile file, String list, Set<String> columns) {
        this.file = file;
        this.list = list;
        this.columns = columns;
        this.ids = new Ids(file);
    }

    /** One row; its cells are texts without faults of form. */
    record Row(String id, String name, Map<String, Node.Scalar> cells, String where, int line) {

        Optional<String> cell(String column) {
            return Optional.ofNullable(cells.get(column)).map(Node.Scalar::text);
        }
    }

    /** The rows that have a good id and name, in the file's order; the others are told as faults. */
    List<Row> read(Path folder) {
        Node.Fields root = file.read(folder);
        if (root == null) {
            return List.of();
        }
        root.fields().forEach((key, node) -> {
            if (!key.equals(list)) {
                file.fault(node.line(), key, "there is no such key; the only one is " + list);
            }
        });
        var rows = new ArrayList<Row>();
        if (root.fields().get(list) instanceof Node.Items items && !items.items().isEmpty()) {
            for (int i = 0; i < items.items().size(); i++) {
                row(items.items().get(i), list + "[" + i + "]", rows::add);
            }
        } else {
            file.fault(root.line(), list, "must be a list of rows, each with " + columns);
        }
        return rows;
    }

    private void row(Node node, String where, Consumer<Row> rows) {
        if (!(node instanceof Node.Fields fields)) {
            file.fault(node.line(), where, "must be a row with " + columns);
            return;
        }
        var cells = new LinkedHashMap<String, Node.Scalar>();
        fields.fields().forEach((column, value) -> {
            if (!columns.contains(column)) {
                file.fault(value.line(), where + "." + column,
                        "there is no such key" + Nearest.of(column, columns)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse(""));
            } else if (value instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
                cells.put(column, scalar);
            } else {
                file.fault(value.line(), where + "." + column, "takes a single value");
            }
        });
        String id = ids.read(cells.get("id"), where, node.at());
        String name = name(cells, where, node.line());
        if (!id.isEmpty() && !name.isEmpty()) {
            rows.accept(new Row(id, name, cells, where, node.line()));
        }
    }

    private String name(Map<String, Node.Scalar> cells, String where, int line) {
        Node.Scalar name = cells.get("name");
        if (name == null) {
            file.fault(line, where + ".name", "is missing; write it as people should read it");
            return "";
        }
        if (name.text().length() > NAME_MAX
                || name.text().chars().anyMatch(Character::isISOControl)) {
            file.fault(name.line(), where + ".name",
                    "must be at most " + NAME_MAX + " characters on one line");
            return "";
        }
        return name.text();
    }
}
