package org.muster.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.muster.model.AlertSubject;
import org.muster.model.Rule;
import org.muster.model.Severity;
import org.muster.rules.CelRulebook;
import org.muster.rules.Slip;

/** One rule of {@code rules.yaml}. Something stands in for what is at fault, so that the rest is checked too. */
final class RuleRow {
    private static final List<String> KEYS = List.of("id", "title", "severity", "scope", "when",
            "clearWhen", "for", "late", "again", "values", "message", "value", "threshold",
            "clearFor", "repeat", "during", "variations", "escalate", "inhibitedBy");
    private static final int TITLE_MAX = 100;
    private static final int MESSAGE_MAX = 500;
    private static final String FULL = "full";
    private static final List<String> LATE = List.of("silent", FULL);

    private final YamlFile file;
    private final String where;
    private final Node.Fields row;
    private final Cells cells;
    private final Known known;

    RuleRow(YamlFile file, String where, Node.Fields row, Known known) {
        this.file = file;
        this.where = where;
        this.row = row;
        this.known = known;
        cells = new Cells(file, where, row, KEYS);
    }

    Cells cells() {
        return cells;
    }

    /** The rule; of no use when a fault was told. */
    Rule read(Ids ids) {
        String id = ids.read(row.fields().get("id"), where, row.at());
        Optional<AlertSubject.Type> scope = cells.choice("scope", AlertSubject.Type.class);
        Severity severity = cells.choice("severity", Severity.class).orElse(Severity.LOW);
        Map<String, Long> values = cells.values("values").read(cells.node("values"));
        RuleParts parts = new RuleParts(cells, known);
        var rule = new Rule(id, cells.line("title", TITLE_MAX), severity,
                scope.orElse(AlertSubject.Type.AREA), cells.needed("when"), cells.text("clearWhen"),
                cells.seconds("for"), isLateInFull(), cells.text("again"), values,
                cells.line("message", MESSAGE_MAX), cells.text("value"), cells.text("threshold"),
                cells.seconds("clearFor"), cells.seconds("repeat"),
                cells.name("during", Known.SCHEDULE, known.schedules()), parts.variations(values),
                parts.escalation(severity), parts.inhibitions(severity));
        if (scope.isPresent()) {
            CelRulebook.slips(rule).forEach(this::tell);
        }
        return rule;
    }

    private void tell(Slip slip) {
        file.fault(cells.spot(slip.key(), slip.offset()), where + "." + slip.key(), slip.detail());
    }

    private boolean isLateInFull() {
        String text = cells.text("late");
        if (text != null && !LATE.contains(text)) {
            cells.fault("late", Values.quoted(text) + " is no way to be late; write one of "
                    + String.join(", ", LATE));
        }
        return FULL.equals(text);
    }
}
