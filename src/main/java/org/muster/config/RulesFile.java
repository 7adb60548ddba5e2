package org.muster.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

import org.muster.model.Nearest;
import org.muster.model.Rule;
import org.muster.model.Schedule;

/** {@code rules.yaml}: schedules, and the rules that may name them, each a row of keys. */
final class RulesFile {
    /** Each rule is asked about each subject that changed, on the one thread that records. */
    static final int RULES_MAX = 200;
    /** Which are on is looked at whenever one of them turns. */
    static final int SCHEDULES_MAX = 50;

    private static final String LIST = "rules";
    private static final String SCHEDULES = "schedules";
    private static final List<String> KEYS = List.of(SCHEDULES, LIST);

    private final YamlFile file;

    RulesFile(Consumer<ConfigFault> faults) {
        this(Config.RULES_FILE, faults);
    }

    /** @param name of the file, within whatever folder */
    RulesFile(String name, Consumer<ConfigFault> faults) {
        this.file = new YamlFile(name, faults);
    }

    /** What the file says; of no use when a fault was told. */
    record Read(List<Schedule> schedules, List<Rule> rules) {

        static final Read NOTHING = new Read(List.of(), List.of());
    }

    /**
     * The schedules and rules in the order of their ids.
     *
     * @param areas those that rules may name
     */
    Read read(Path folder, Collection<String> areas) {
        Node.Fields root = file.read(folder);
        if (root == null) {
            return Read.NOTHING;
        }
        root.keys().forEach((key, at) -> {
            if (!KEYS.contains(key)) {
                file.fault(at, key, "there is no such key; here belong "
                        + String.join(" and ", KEYS) + Nearest.hint(key, KEYS));
            }
        });
        List<Schedule> schedules = schedules(root);
        if (!(root.fields().get(LIST) instanceof Node.Items(var items, Spot at))) {
            file.fault(root.at(), LIST, "must be a list of rules; write \"rules: []\" for none");
            return Read.NOTHING;
        }
        if (items.size() > RULES_MAX) {
            file.fault(at, LIST, "there are " + items.size() + " rules; the most is " + RULES_MAX);
        }
        Known known = new Known(areas, schedules.stream().map(Schedule::id).toList());
        return new Read(schedules, rules(items, known));
    }

    private List<Rule> rules(List<Node> items, Known known) {
        var ids = new Ids(file);
        var rules = new ArrayList<Rule>();
        var cells = new ArrayList<Cells>();
        for (int i = 0; i < Math.min(items.size(), RULES_MAX); i++) {
            String where = LIST + "[" + i + "]";
            if (items.get(i) instanceof Node.Fields fields) {
                RuleRow row = new RuleRow(file, where, fields, known);
                rules.add(row.read(ids));
                cells.add(row.cells());
            } else {
                file.fault(items.get(i).at(), where, "must be a rule, with keys below one another");
            }
        }
        Inhibitions inhibitions = new Inhibitions(rules);
        for (int i = 0; i < rules.size(); i++) {
            inhibitions.check(rules.get(i), cells.get(i));
        }
        rules.sort(Comparator.comparing(Rule::id));
        return rules;
    }

    private List<Schedule> schedules(Node.Fields root) {
        Node node = root.fields().get(SCHEDULES);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof Node.Items(var items, Spot at))) {
            file.fault(node.at(), SCHEDULES, "must be a list of schedules");
            return List.of();
        }
        if (items.size() > SCHEDULES_MAX) {
            file.fault(at, SCHEDULES,
                    "there are " + items.size() + "; the most is " + SCHEDULES_MAX);
        }
        var ids = new Ids(file);
        var schedules = new ArrayList<Schedule>();
        for (int i = 0; i < Math.min(items.size(), SCHEDULES_MAX); i++) {
            String where = SCHEDULES + "[" + i + "]";
            if (items.get(i) instanceof Node.Fields fields) {
                schedules.add(new ScheduleRow(file, where, fields).read(ids));
            } else {
                file.fault(items.get(i).at(), where,
                        "must be a schedule, with id, zone, days or dates, from and to");
            }
        }
        schedules.sort(Comparator.comparing(Schedule::id));
        return schedules;
    }
}
