package org.muster.app;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.muster.model.Rule;

/**
 * Rules for a story that is told faster than it happened. The service's clock is ours, so what rules count by it goes
 * along: spans that rules wait, and values that are a minute of something (named {@code …Minute}).
 */
final class DemoRules {
    private static final String A_MINUTE = "Minute";

    private DemoRules() {}

    /**
     * The same rules with what they wait for divided by the speed, at least a second where there is a span, and minutes divided likewise
     * and rounded.
     *
     * @param speed seconds of the story in a second, above 0
     */
    static List<Rule> at(double speed, List<Rule> rules) {
        return rules.stream().map(rule -> at(speed, rule)).toList();
    }

    private static Rule at(double speed, Rule rule) {
        List<Rule.Variation> variations = rule.variations()
                .stream()
                .map(one -> new Rule.Variation(one.area(), one.during(), one.off(),
                        minutes(one.values(), speed)))
                .toList();
        Rule.Escalation its = rule.escalation();
        Rule.Escalation escalation = its == null ? null
                : new Rule.Escalation(span(its.afterSeconds(), speed), its.severity(), its.to());
        return new Rule(rule.id(), rule.title(), rule.severity(), rule.scope(), rule.when(),
                rule.clearWhen(), span(rule.forSeconds(), speed), rule.lateInFull(), rule.again(),
                minutes(rule.values(), speed), rule.message(), rule.value(), rule.threshold(),
                span(rule.clearForSeconds(), speed), span(rule.repeatSeconds(), speed),
                rule.during(), variations, escalation, rule.inhibitedBy());
    }

    private static int span(int seconds, double speed) {
        return seconds == 0 ? 0 : Math.toIntExact(Math.max(1, Math.round(seconds / speed)));
    }

    private static Map<String, Long> minutes(Map<String, Long> values, double speed) {
        Map<String, Long> scaled = new TreeMap<>(values);
        scaled.replaceAll(
                (name, value) -> name.endsWith(A_MINUTE) ? Math.round(value / speed) : value);
        return scaled;
    }
}
