package org.muster.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.muster.config.Values.Unreadable;
import org.muster.model.AlertSubject;
import org.muster.model.Nearest;
import org.muster.model.Rule;
import org.muster.model.Severity;
import org.muster.model.Slug;
import org.muster.rules.CelRulebook;
import org.muster.rules.Slip;

/** One rule of {@code rules.yaml}. Something stands in for what is at fault, so that the rest is checked too. */
final class RuleRow {
    private static final List<String> KEYS = List.of("id", "title", "severity", "scope", "when",
            "clearWhen", "for", "late", "again", "values", "message", "value", "threshold");
    private static final int TITLE_MAX = 100;
    private static final int MESSAGE_MAX = 500;
    private static final String FULL = "full";
    private static final List<String> LATE = List.of("silent", FULL);
    /** A condition, message and title without fault, for what is missing. */
    private static final String STAND_IN = "true";
    /** A day: what takes longer is no matter for a desk. */
    private static final Duration FOR_MAX = Duration.ofDays(1);

    private final YamlFile file;
    private final String where;
    private final Node.Fields row;

    RuleRow(YamlFile file, String where, Node.Fields row) {
        this.file = file;
        this.where = where;
        this.row = row;
    }

    /** The rule; of no use when a fault was told. */
    Rule read(Ids ids) {
        row.keys().forEach((key, at) -> {
            if (!KEYS.contains(key)) {
                file.fault(at, where + "." + key,
                        "there is no such key"
                                + (Nearest.of(key, KEYS).isPresent() ? Nearest.hint(key, KEYS)
                                        : "; here belong " + String.join(", ", KEYS)));
            }
        });
        String id = ids.read(row.fields().get("id"), where, row.at());
        Optional<AlertSubject.Type> scope = choice("scope", AlertSubject.Type.class);
        var rule = new Rule(id, line("title", TITLE_MAX),
                choice("severity", Severity.class).orElse(Severity.LOW),
                scope.orElse(AlertSubject.Type.AREA), needed("when"), text("clearWhen"), hold(),
                isLateInFull(), text("again"),
                new RuleValues(file, where + ".values").read(row.fields().get("values")),
                line("message", MESSAGE_MAX), text("value"), text("threshold"));
        if (scope.isPresent()) {
            CelRulebook.slips(rule).forEach(this::tell);
        }
        return rule;
    }

    private void tell(Slip slip) {
        Spot at = row.fields().get(slip.key()) instanceof Node.Scalar text
                ? text.spot(slip.offset())
                : row.at();
        file.fault(at, where + "." + slip.key(), slip.detail());
    }

    /** The text of a key; null when it is not there, or after its fault was told. */
    private @Nullable String text(String key) {
        return switch (row.fields().get(key)) {
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

    private String needed(String key) {
        if (!row.fields().containsKey(key)) {
            fault(key, "is missing; every rule has " + key);
        }
        return Objects.requireNonNullElse(text(key), STAND_IN);
    }

    private String line(String key, int lengthMax) {
        String text = needed(key);
        if (text.length() > lengthMax || text.chars().anyMatch(Character::isISOControl)) {
            fault(key, "must be at most " + lengthMax + " characters on one line");
        }
        return text;
    }

    private <E extends Enum<E> & Slug> Optional<E> choice(String key, Class<E> type) {
        List<String> slugs = Arrays.stream(type.getEnumConstants()).map(Slug::slug).toList();
        String text = row.fields().containsKey(key) ? text(key) : "";
        Optional<E> chosen = Slug.find(type, Objects.requireNonNullElse(text, ""));
        if (text != null && chosen.isEmpty()) {
            fault(key, (text.isEmpty() ? "is missing" : Values.quoted(text) + " is no " + key)
                    + "; write one of " + String.join(", ", slugs));
        }
        return chosen;
    }

    private int hold() {
        String text = text("for");
        try {
            Duration hold = text == null ? Duration.ZERO : Values.span(text);
            if (hold.toMillisPart() != 0 || hold.compareTo(FOR_MAX) > 0) {
                fault("for", "must be whole seconds, at most a day, such as 90s or 5m");
                return 0;
            }
            return Math.toIntExact(hold.toSeconds());
        } catch (Unreadable wrong) {
            fault("for", wrong.detail());
            return 0;
        }
    }

    private boolean isLateInFull() {
        String text = text("late");
        if (text != null && !LATE.contains(text)) {
            fault("late", Values.quoted(text) + " is no way to be late; write one of "
                    + String.join(", ", LATE));
        }
        return FULL.equals(text);
    }

    private void fault(String key, String detail) {
        Node node = row.fields().get(key);
        file.fault(node == null ? row.at() : node.at(), where + "." + key, detail);
    }
}
