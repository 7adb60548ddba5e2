package org.muster.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.muster.model.Nearest;
import org.muster.model.Rule;

/** Whether rules that explain one another are there, and go in no circle. */
final class Inhibitions {

    private static final String KEY = "inhibitedBy";

    private final Map<String, Rule> rules = new HashMap<>();

    Inhibitions(List<Rule> all) {
        all.forEach(rule -> rules.putIfAbsent(rule.id(), rule));
    }

    /** Tells the faults of one rule. */
    void check(Rule rule, Cells cells) {
        for (int i = 0; i < rule.inhibitedBy().size(); i++) {
            String other = rule.inhibitedBy().get(i).rule();
            if (!rules.containsKey(other)) {
                cells.fault(KEY, "there is no rule " + Values.quoted(other)
                        + Nearest.hint(other, rules.keySet()));
            }
        }
        List<String> circle = new ArrayList<>();
        // Told once for each circle, at its first rule.
        if (leadsTo(rule.id(), rule.id(), circle, new HashSet<>())
                && circle.stream().allMatch(id -> rule.id().compareTo(id) <= 0)) {
            cells.fault(KEY, "rules that suppress one another: " + String.join(", ", circle)
                    + "; one of them must not");
        }
    }

    private boolean leadsTo(String from, String goal, List<String> way, Set<String> seen) {
        way.add(from);
        Rule rule = rules.get(from);
        if (rule != null && seen.add(from)) {
            for (Rule.Inhibition its : rule.inhibitedBy()) {
                if (its.rule().equals(goal) || leadsTo(its.rule(), goal, way, seen)) {
                    return true;
                }
            }
        }
        way.removeLast();
        return false;
    }
}
