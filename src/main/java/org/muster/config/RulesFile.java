package org.muster.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

import org.muster.model.Nearest;
import org.muster.model.Rule;

/** {@code rules.yaml}: a list of rules, each a row of keys. */
final class RulesFile {
    /** Each rule is asked about each subject that changed, on the one thread that records. */
    static final int RULES_MAX = 200;

    private static final String LIST = "rules";

    private final YamlFile file;

    RulesFile(Consumer<ConfigFault> faults) {
        this(Config.RULES_FILE, faults);
    }

    /** @param name of the file, within whatever folder */
    RulesFile(String name, Consumer<ConfigFault> faults) {
        this.file = new YamlFile(name, faults);
    }

    /** The rules in the order of their ids; of no use when a fault was told. */
    List<Rule> read(Path folder) {
        Node.Fields root = file.read(folder);
        if (root == null) {
            return List.of();
        }
        root.keys().forEach((key, at) -> {
            if (!key.equals(LIST)) {
                file.fault(at, key, "there is no such key; the only one is " + LIST
                        + Nearest.hint(key, List.of(LIST)));
            }
        });
        if (!(root.fields().get(LIST) instanceof Node.Items(var items, Spot at))) {
            file.fault(root.at(), LIST, "must be a list of rules; write \"rules: []\" for none");
            return List.of();
        }
        if (items.size() > RULES_MAX) {
            file.fault(at, LIST, "there are " + items.size() + " rules; the most is " + RULES_MAX);
        }
        var ids = new Ids(file);
        var rules = new ArrayList<Rule>();
        for (int i = 0; i < Math.min(items.size(), RULES_MAX); i++) {
            String where = LIST + "[" + i + "]";
            if (items.get(i) instanceof Node.Fields row) {
                rules.add(new RuleRow(file, where, row).read(ids));
            } else {
                file.fault(items.get(i).at(), where, "must be a rule, with keys below one another");
            }
        }
        rules.sort(Comparator.comparing(Rule::id));
        return rules;
    }
}
