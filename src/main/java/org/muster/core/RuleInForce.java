package org.muster.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.muster.model.Rule;

/** A rule, understood: once for each set of values that its variations make. */
final class RuleInForce {

    private final Rule rule;
    private final long version;
    private final Rulebook rulebook;
    private final Form plain;
    private final Form off;
    private final Map<Map<String, Long>, Form> byValues = new HashMap<>();
    private final Map<List<String>, Form> byAreas = new HashMap<>();
    private Set<String> on = Set.of();

    /**
     * What a rule is for some subjects at some time.
     *
     * @param isOn whether it is asked at all
     * @param reads a bit for each fact that its answers depend on
     */
    record Form(boolean isOn, Conditions conditions, long reads) {}

    /** @param version the entry of the settings that brought this form of it */
    RuleInForce(Rule rule, long version, Rulebook rulebook) {
        this.rule = rule;
        this.version = version;
        this.rulebook = rulebook;
        plain = understood(rule.values());
        off = new Form(false, plain.conditions(), plain.reads());
    }

    Rule rule() {
        return rule;
    }

    String id() {
        return rule.id();
    }

    long version() {
        return version;
    }

    /** A bit for each fact that its answers depend on, whatever its values. */
    long reads() {
        return plain.reads();
    }

    long holdMillis() {
        return rule.forSeconds() * 1_000L;
    }

    long endMillis() {
        return rule.clearForSeconds() * 1_000L;
    }

    long repeatMillis() {
        return rule.repeatSeconds() * 1_000L;
    }

    /**
     * What it is for a subject.
     *
     * @param schedules those that are on
     */
    Form form(Looked looked, Set<String> schedules) {
        if (!rule.hasVariations()) {
            return plain;
        }
        List<String> areas = looked.areas();
        if (!on.equals(schedules)) {
            on = schedules;
            byAreas.clear();
        }
        return byAreas.computeIfAbsent(areas, _ -> varied(areas, schedules));
    }

    private Form varied(List<String> areas, Set<String> schedules) {
        Map<String, Long> values = new HashMap<>(rule.values());
        boolean isOff = false;
        for (Rule.Variation variation : rule.variations()) {
            if (variation.matches(areas, schedules)) {
                values.putAll(variation.values());
                isOff = variation.off();
            }
        }
        boolean isNow = rule.during() == null || schedules.contains(rule.during());
        return isNow && !isOff ? understood(values) : off;
    }

    private Form understood(Map<String, Long> values) {
        return byValues.computeIfAbsent(values, _ -> {
            Conditions conditions = rulebook.understand(rule.with(values));
            return new Form(true, conditions, FactRow.mask(rule.scope(), conditions.reads()));
        });
    }
}
