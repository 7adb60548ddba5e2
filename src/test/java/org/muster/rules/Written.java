package org.muster.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.muster.core.Conditions;
import org.muster.model.AlertSubject;
import org.muster.model.Rule;
import org.muster.model.Severity;

/** A rule as a test writes it, about incidents. */
final class Written {
    private final Map<String, String> texts = new HashMap<>(
            Map.of("when", "true", "message", "something"));
    private final Map<String, Long> values = new HashMap<>();

    static Written when(String condition) {
        return new Written().with("when", condition);
    }

    static Written message(String message) {
        return new Written().with("message", message);
    }

    static Written value(String value) {
        return new Written().with("value", value);
    }

    Written with(String key, String text) {
        texts.put(key, text);
        return this;
    }

    Written with(String name, long value) {
        values.put(name, value);
        return this;
    }

    Conditions understood() {
        return new CelRulebook().understand(rule());
    }

    List<Slip> slips() {
        return CelRulebook.slips(rule());
    }

    private Rule rule() {
        return new Rule("a-rule", "A rule", Severity.LOW, AlertSubject.Type.INCIDENT, text("when"),
                texts.get("clearWhen"), 0, false, texts.get("again"), values, text("message"),
                texts.get("value"), texts.get("threshold"));
    }

    private String text(String key) {
        @Nullable
        String text = texts.get(key);
        return text == null ? "" : text;
    }
}
