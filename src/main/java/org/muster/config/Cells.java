package org.muster.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.muster.config.Values.Unreadable;
import org.muster.model.Nearest;
import org.muster.model.Slug;

/** The cells of one row by their keys. Something stands in for what is at fault, so that the rest is checked too. */
final class Cells {
    /** A condition, message and title without fault, for what is missing. */
    private static final String STAND_IN = "true";
    /** A day: what takes longer is no matter for a desk. */
    private static final Duration SPAN_MAX = Duration.ofDays(1);

    private final YamlFile file;
    private final String where;
    private final Node.Fields row;

    /** Tells of keys that do not belong there. */
    Cells(YamlFile file, String where, Node.Fields row, List<String> keys) {
        this.file = file;
        this.where = where;
        this.row = row;
        row.keys().forEach((key, at) -> {
            if (!keys.contains(key)) {
                file.fault(at, where + "." + key,
                        "there is no such key"
                                + (Nearest.of(key, keys).isPresent() ? Nearest.hint(key, keys)
                                        : "; here belong " + String.join(", ", keys)));
            }
        });
    }

    Spot at() {
        return row.at();
    }

    String where(String key) {
        return where + "." + key;
    }

    boolean has(String key) {
        return row.fields().containsKey(key);
    }

    @Nullable
    Node node(String key) {
        return row.fields().get(key);
    }

    /** The text of a key; null when it is not there, or after its fault was told. */
    @Nullable
    String text(String key) {
        return switch (node(key)) {
            case null -> null;
            case Node.Scalar scalar when !scalar.text().isBlank() -> scalar.text().stripTrailing();
            case Node other -> {
                fault(key, other instanceof Node.Scalar
                        ? "has no value; write one or leave the key out"
                        : "takes a single text; put quotes around one that begins with a brace");
                yield null;
            }
        };
    }

    String needed(String key) {
        if (!has(key)) {
            fault(key, "is missing; every rule has " + key);
        }
        return Objects.requireNonNullElse(text(key), STAND_IN);
    }

    String line(String key, int lengthMax) {
        String text = needed(key);
        if (text.length() > lengthMax || text.chars().anyMatch(Character::isISOControl)) {
            fault(key, "must be at most " + lengthMax + " characters on one line");
        }
        return text;
    }

    /** One of a closed set, which must be there. */
    <E extends Enum<E> & Slug> Optional<E> choice(String key, Class<E> type) {
        List<String> slugs = Arrays.stream(type.getEnumConstants()).map(Slug::slug).toList();
        String text = has(key) ? text(key) : "";
        Optional<E> chosen = Slug.find(type, Objects.requireNonNullElse(text, ""));
        if (text != null && chosen.isEmpty()) {
            fault(key, (text.isEmpty() ? "is missing" : Values.quoted(text) + " is no " + key)
                    + "; write one of " + String.join(", ", slugs));
        }
        return chosen;
    }

    /** One of the names that are known, if it is there; null otherwise. */
    @Nullable
    String name(String key, String what, Collection<String> known) {
        String text = text(key);
        if (text == null || known.contains(text)) {
            return text;
        }
        fault(key, "there is no " + what + " " + Values.quoted(text)
                + (Nearest.of(text, known).isPresent() ? Nearest.hint(text, known)
                        : known.isEmpty() ? "" : "; write one of " + String.join(", ", known)));
        return null;
    }

    /** A span in whole seconds, at most a day; 0 when it is not there or at fault. */
    int seconds(String key) {
        String text = text(key);
        try {
            Duration span = text == null ? Duration.ZERO : Values.span(text);
            if (span.toMillisPart() != 0 || span.compareTo(SPAN_MAX) > 0) {
                fault(key, "must be whole seconds, at most a day, such as 90s or 5m");
                return 0;
            }
            return Math.toIntExact(span.toSeconds());
        } catch (Unreadable wrong) {
            fault(key, wrong.detail());
            return 0;
        }
    }

    /** Yes or no; no when it is not there. */
    boolean flag(String key) {
        String text = text(key);
        if (text != null && !List.of("true", "false").contains(text)) {
            fault(key, Values.quoted(text) + " is neither true nor false; write one of these");
        }
        return "true".equals(text);
    }

    /** The single values of a list; none when it is not there. */
    List<Node.Scalar> list(String key, String such) {
        List<Node.Scalar> values = new ArrayList<>();
        Node node = node(key);
        if (node instanceof Node.Items items) {
            for (Node item : items.items()) {
                if (item instanceof Node.Scalar scalar) {
                    values.add(scalar);
                } else {
                    file.fault(item.at(), where(key), "takes single values, such as " + such);
                }
            }
        } else if (node != null) {
            fault(key, "must be a list, such as " + such);
        }
        return values;
    }

    /** The rows below a key; none when it is not there. */
    List<Cells> rows(String key, int max, List<String> keys) {
        List<Cells> rows = new ArrayList<>();
        Node node = node(key);
        if (node instanceof Node.Items(var items, Spot at)) {
            if (items.size() > max) {
                file.fault(at, where(key), "there are " + items.size() + "; the most is " + max);
            }
            for (int i = 0; i < Math.min(items.size(), max); i++) {
                String place = where(key) + "[" + i + "]";
                if (items.get(i) instanceof Node.Fields fields) {
                    rows.add(new Cells(file, place, fields, keys));
                } else {
                    file.fault(items.get(i).at(), place,
                            "must be a row with some of " + String.join(", ", keys));
                }
            }
        } else if (node != null) {
            fault(key, "must be a list of rows, each with some of " + String.join(", ", keys));
        }
        return rows;
    }

    /** The row at a key; null when it is not there. */
    @Nullable
    Cells row(String key, List<String> keys) {
        Node node = node(key);
        if (node instanceof Node.Fields fields) {
            return new Cells(file, where(key), fields, keys);
        }
        if (node != null) {
            fault(key, "must be keys with values: " + String.join(", ", keys));
        }
        return null;
    }

    /** Where a character of the text of a key stands. */
    Spot spot(String key, int offset) {
        return node(key) instanceof Node.Scalar text ? text.spot(offset) : row.at();
    }

    void fault(Spot at, String key, String detail) {
        file.fault(at, where(key), detail);
    }

    void fault(String key, String detail) {
        Node node = node(key);
        fault(node == null ? row.at() : node.at(), key, detail);
    }

    /** A fault of a key itself rather than of what stands there. */
    void faultOfKey(String key, String detail) {
        fault(row.keys().getOrDefault(key, row.at()), key, detail);
    }

    /** The whole numbers by name below a key. */
    RuleValues values(String key) {
        return new RuleValues(file, where(key));
    }
}
