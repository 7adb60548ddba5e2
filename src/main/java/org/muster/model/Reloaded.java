package org.muster.model;

import java.util.List;
import java.util.TreeMap;

/** What became of reading the rules again. */
public sealed interface Reloaded {

    /**
     * The rules that were read are in force.
     *
     * @param version the entry of the settings in force; the one of before when nothing is another
     */
    record InForce(List<String> changed, List<String> added, List<String> removed,
            long version) implements Reloaded {

        public InForce {
            changed = List.copyOf(changed);
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }

        /** By what the rules were and what they are, each in the order of its ids. */
        public static InForce of(List<Rule> before, List<Rule> now, long version) {
            var left = new TreeMap<String, Rule>();
            before.forEach(rule -> left.put(rule.id(), rule));
            var found = new TreeMap<String, Rule>();
            now.forEach(rule -> found.put(rule.id(), rule));
            return new InForce(
                    found.values()
                            .stream()
                            .filter(rule -> left.containsKey(rule.id())
                                    && !rule.equals(left.get(rule.id())))
                            .map(Rule::id)
                            .toList(),
                    found.keySet().stream().filter(id -> !left.containsKey(id)).toList(),
                    left.keySet().stream().filter(id -> !found.containsKey(id)).toList(), version);
        }
    }

    /** The rules of before stay in force. */
    record Refused(Rejection why) implements Reloaded {}
}
