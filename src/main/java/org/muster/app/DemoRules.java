package org.muster.app;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.muster.model.Rule;

/**
 * Rules for a story that is told faster than it happened. The service's clock is ours, so what rules count by it goes
 * along: holds, and values that are a minute of something (named {@code …Minute}).
 */
final class DemoRules {
    private static final String A_MINUTE = "Minute";

    private DemoRules() {}

    /**
     * The same rules with holds divided by the speed, at least a second where there is one, and minutes divided likewise
     * and rounded.
     *
     * @param speed seconds of the story in a second, above 0
     */
    static List<Rule> at(double speed, List<Rule> rules) {
        return rules.stream().map(rule -> at(speed, rule)).toList();
    }

    private static Rule at(double speed, Rule rule) {
        int hold = rule.forSeconds() == 0 ? 0
                : Math.toIntExact(Math.max(1, Math.round(rule.forSeconds() / speed)));
        Map<String, Long> values = new TreeMap<>(rule.values());
        values.replaceAll(
                (name, value) -> name.endsWith(A_MINUTE) ? Math.round(value / speed) : value);
        return new Rule(rule.id(), rule.title(), rule.severity(), rule.scope(), rule.when(),
                rule.clearWhen(), hold, rule.lateInFull(), rule.again(), values, rule.message(),
                rule.value(), rule.threshold());
    }
}
