package org.muster.exercise.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

import org.muster.config.Config;
import org.muster.geo.AreaMap;
import org.muster.ingest.ReportReader;
import org.muster.model.AlertSubject;
import org.muster.model.Command;
import org.muster.model.Entry;
import org.muster.model.Glossary;
import org.muster.model.Rule;
import org.muster.model.Settings;
import org.muster.rules.CelRulebook;

/** The core with so many rules on so many areas. The rules look at the same kinds of things, however many they are. */
final class SizedCore {
    private static final List<AlertSubject.Type> SCOPES = List.of(AlertSubject.Type.INCIDENT,
            AlertSubject.Type.AREA, AlertSubject.Type.UNIT, AlertSubject.Type.PROTEST);

    private final String name;
    private final ReportReader reader;
    private final CountedRulebook rulebook = new CountedRulebook(new CelRulebook());
    private final Folded core = new Folded(rulebook);

    /** @param rules how many: first one for each kind of thing, then more of the configured, from the front again */
    SizedCore(Config config, int rules, AreaMap map, Instant begin) {
        Settings shipped = config.settings();
        Settings settings = new Settings(map.version(), map.definitions(), shipped.categories(),
                shipped.offences(), shipped.unitRoles(), shipped.windows(), shipped.clashing(),
                rules(config, rules), shipped.alerting());
        name = rules + " rules, " + map.definitions().size() + " areas";
        reader = new ReportReader(Glossary.of(settings), map, config.limits().json());
        core.take(new Command.ApplySettings(settings, map), begin);
    }

    String name() {
        return name;
    }

    ReportReader reader() {
        return reader;
    }

    /** How often a rule was asked so far. */
    long asked() {
        return rulebook.asked();
    }

    Entry take(Command.SubmitReport command, Instant now) {
        return core.take(command, now);
    }

    private static List<Rule> rules(Config config, int count) {
        var candidates = new LinkedHashSet<Rule>();
        SCOPES.forEach(scope -> config.rules()
                .stream()
                .filter(rule -> rule.scope() == scope)
                .findFirst()
                .ifPresent(candidates::add));
        config.rules()
                .stream()
                .filter(rule -> SCOPES.contains(rule.scope()))
                .forEach(candidates::add);
        var from = List.copyOf(candidates);
        var rules = new ArrayList<Rule>();
        for (var i = 0; i < count && !from.isEmpty(); i++) {
            rules.add(named(from.get(i % from.size()), i));
        }
        return rules;
    }

    /** A rule of its own, that nobody suppresses. */
    private static Rule named(Rule rule, int number) {
        return new Rule(rule.id() + "-" + number, rule.title(), rule.severity(), rule.scope(),
                rule.when(), rule.clearWhen(), rule.forSeconds(), rule.lateInFull(), rule.again(),
                rule.values(), rule.message(), rule.value(), rule.threshold());
    }
}
