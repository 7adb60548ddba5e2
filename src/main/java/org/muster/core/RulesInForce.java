package org.muster.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.muster.model.AlertSubject;
import org.muster.model.Rule;
import org.muster.model.Schedule;
import org.muster.model.Settings;
import org.muster.model.Versions;

/** The rules of the settings in force, and since which entry each is as it is. */
final class RulesInForce {

    private final Map<String, Long> versions = new TreeMap<>();
    private long settings;
    private final Map<AlertSubject.Type, List<RuleInForce>> byScope = new EnumMap<>(
            AlertSubject.Type.class);
    private final Map<String, RuleInForce> byId = new HashMap<>();

    /** Notes which rules are new, or another, by the settings of an entry. */
    void apply(Settings before, Settings now, long seq) {
        Map<String, Rule> known = new HashMap<>();
        before.rules().forEach(rule -> known.put(rule.id(), rule));
        Map<String, Long> kept = new TreeMap<>(versions);
        versions.clear();
        settings = seq;
        for (Rule rule : now.rules()) {
            versions.put(rule.id(),
                    rule.equals(known.get(rule.id())) ? kept.getOrDefault(rule.id(), seq) : seq);
        }
    }

    /** The entries that brought them. */
    Versions versions() {
        return new Versions(settings, versions);
    }

    void restore(Versions saved) {
        settings = saved.settings();
        versions.putAll(saved.rules());
    }

    /** Makes the rules of the settings ready to be asked; those that stayed are not read anew. */
    void understand(Rulebook rulebook, Settings settings) {
        Map<String, RuleInForce> before = new HashMap<>(byId);
        byId.clear();
        byScope.clear();
        List<Rule> rules = new ArrayList<>(settings.rules());
        rules.sort(Comparator.comparing(Rule::id));
        for (Rule rule : rules) {
            long version = versions.getOrDefault(rule.id(), 0L);
            RuleInForce known = before.get(rule.id());
            RuleInForce now = known != null && known.version() == version ? known
                    : new RuleInForce(rule, version, rulebook);
            byId.put(rule.id(), now);
            byScope.computeIfAbsent(rule.scope(), _ -> new ArrayList<>()).add(now);
        }
    }

    /** Those schedules of the settings that a rule in force goes by. */
    List<Schedule> schedules(Settings settings) {
        return settings.alerting()
                .schedules()
                .stream()
                .filter(one -> byId.values().stream().anyMatch(it -> it.rule().goesBy(one.id())))
                .toList();
    }

    /** The scopes of the rules that go by one of these schedules. */
    Set<AlertSubject.Type> scopes(Set<String> schedules) {
        Set<AlertSubject.Type> scopes = EnumSet.noneOf(AlertSubject.Type.class);
        for (RuleInForce rule : byId.values()) {
            if (schedules.stream().anyMatch(rule.rule()::goesBy)) {
                scopes.add(rule.rule().scope());
            }
        }
        return scopes;
    }

    /** Those that look at such subjects, by their ids. */
    List<RuleInForce> of(AlertSubject.Type scope) {
        return byScope.getOrDefault(scope, List.of());
    }

    /** The rule of that id, if it is in force and looks at such subjects. */
    @Nullable
    RuleInForce find(String id, AlertSubject.Type scope) {
        RuleInForce rule = byId.get(id);
        return rule != null && rule.rule().scope() == scope ? rule : null;
    }
}
