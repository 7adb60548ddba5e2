package org.muster.rules;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.muster.core.Conditions;
import org.muster.core.Rulebook;
import org.muster.model.Rule;

/** Understands rules whose texts are CEL. Any thread; what it makes is for one thread at a time. */
public final class CelRulebook implements Rulebook {

    /** Everything that is wrong in a rule's texts, in the order of its keys; empty when it can be understood. */
    public static List<Slip> slips(Rule rule) {
        var slips = new ArrayList<Slip>();
        read(rule, slips);
        return slips;
    }

    @Override
    public Conditions understand(Rule rule) {
        var slips = new ArrayList<Slip>();
        Conditions conditions = read(rule, slips);
        return conditions == null ? new NotUnderstood(rule.scope(), slips) : conditions;
    }

    private static @Nullable Conditions read(Rule rule, List<Slip> slips) {
        var language = new Language(new Vocabulary(rule.scope(), rule.values()), slips::add);
        Expression when = language.expression("when", rule.when(), Use.CONDITION);
        Expression clearWhen = language.expression("clearWhen", rule.clearWhen(), Use.CONDITION);
        Expression again = language.expression("again", rule.again(), Use.GROWTH);
        Template message = Template.read("message", rule.message(), language);
        Expression value = language.expression("value", rule.value(), Use.MEASURE);
        Expression threshold = language.expression("threshold", rule.threshold(), Use.MEASURE);
        return when == null || !slips.isEmpty() ? null
                : new CelConditions(when, clearWhen, again, value, threshold, message);
    }
}
