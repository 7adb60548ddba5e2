package org.muster.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.muster.model.Nearest;
import org.muster.model.Rule;
import org.muster.model.Severity;

/** What a rule says of areas and times, of alerts that nobody acknowledges, and of rules that explain it. */
final class RuleParts {
    /** Each is looked at for each subject that a rule is asked about. */
    static final int VARIATIONS_MAX = 20;
    /** Each is looked for whenever an alert of the rule is raised. */
    static final int INHIBITIONS_MAX = 20;

    private static final String VARIATIONS = "variations";
    private static final String VALUES = "values";
    private static final String OFF = "off";
    private static final String DURING = "during";
    private static final int TO_MAX = 64;

    private final Cells rule;
    private final Known known;

    RuleParts(Cells rule, Known known) {
        this.rule = rule;
        this.known = known;
    }

    /** @param own the values of the rule */
    List<Rule.Variation> variations(Map<String, Long> own) {
        List<Rule.Variation> variations = new ArrayList<>();
        for (Cells row : rule.rows(VARIATIONS, VARIATIONS_MAX,
                List.of(Known.AREA, DURING, OFF, VALUES))) {
            Map<String, Long> values = row.values(VALUES).read(row.node(VALUES));
            values.keySet()
                    .stream()
                    .filter(name -> !own.containsKey(name))
                    .forEach(name -> row.fault(VALUES, "the rule has no value "
                            + Values.quoted(name) + Nearest.hint(name, own.keySet())));
            boolean isOff = row.flag(OFF);
            if (!row.has(Known.AREA) && !row.has(DURING)) {
                row.fault(row.at(), Known.AREA,
                        "is missing, and during too; write where or when it is otherwise");
            }
            if (isOff == row.has(VALUES)) {
                row.fault(row.at(), VALUES, isOff ? "have no use where the rule is off"
                        : "are missing; write those that differ, or off: true");
            }
            variations.add(new Rule.Variation(area(row),
                    row.name(DURING, Known.SCHEDULE, known.schedules()), isOff, values));
        }
        return variations;
    }

    private @Nullable String area(Cells row) {
        // Without a map that can be read nobody knows which there are.
        return known.areas().isEmpty() ? row.text(Known.AREA)
                : row.name(Known.AREA, Known.AREA, known.areas());
    }

    /** @param own that of the rule */
    Rule.@Nullable Escalation escalation(Severity own) {
        Cells row = rule.row("escalate", List.of("after", "severity", "to"));
        if (row == null) {
            return null;
        }
        int seconds = row.seconds("after");
        if (seconds == 0) {
            row.fault("after", "must say after how long without an acknowledgement, such as 5m");
        }
        Severity worse = row.has("severity") ? row.choice("severity", Severity.class).orElse(null)
                : null;
        if (worse != null && worse.compareTo(own) >= 0) {
            row.fault("severity", worse.slug() + " is not worse than the rule's " + own.slug()
                    + "; write a worse one, or to: somebody");
        }
        String to = row.text("to");
        if (to != null && (to.length() > TO_MAX || to.chars().anyMatch(Character::isISOControl))) {
            row.fault("to", "must be the name of a credential, at most " + TO_MAX + " characters");
        }
        if (!row.has("severity") && !row.has("to")) {
            row.fault(row.at(), "severity",
                    "is missing, and to as well; write one of them or both");
        }
        return new Rule.Escalation(Math.max(1, seconds), worse, to);
    }

    /** @param own that of the rule */
    List<Rule.Inhibition> inhibitions(Severity own) {
        List<Rule.Inhibition> inhibitions = new ArrayList<>();
        for (Cells row : rule.rows("inhibitedBy", INHIBITIONS_MAX, List.of("rule", "reach"))) {
            String other = row.needed("rule");
            row.choice("reach", Rule.Reach.class)
                    .ifPresent(reach -> inhibitions.add(new Rule.Inhibition(other, reach)));
        }
        if (own == Severity.CRITICAL && !inhibitions.isEmpty()) {
            rule.faultOfKey("inhibitedBy",
                    "a critical rule is never suppressed; take this away or make it high");
        }
        return inhibitions;
    }
}
