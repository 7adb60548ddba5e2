package org.muster.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

import org.muster.rehearsal.Pair.Kind;

/**
 * What two sets of rules called, side by side, in the order of rules, subjects and time. Two calls of a rule about the
 * same are one and the same when their alerts stood at the same moment.
 */
public record Comparison(List<Pair> pairs) {

    public Comparison {
        pairs = List.copyOf(pairs);
    }

    /** Of one rule: how many calls of each kind. */
    public record Row(String rule, Map<Kind, Integer> counts) {

        /** How many of a kind. */
        public int of(Kind kind) {
            return counts.getOrDefault(kind, 0);
        }
    }

    static Comparison of(Map<Key, List<Episode>> before, Map<Key, List<Episode>> after) {
        List<Pair> pairs = new ArrayList<>();
        TreeSet<Key> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (Key key : keys) {
            pair(before.getOrDefault(key, List.of()), after.getOrDefault(key, List.of()), pairs);
        }
        return new Comparison(pairs);
    }

    /** By rule, in the order of their ids. */
    public List<Row> rows() {
        Map<String, Map<Kind, Integer>> rows = new TreeMap<>();
        for (Pair pair : pairs) {
            rows.computeIfAbsent(pair.key().rule(), _ -> new TreeMap<>())
                    .merge(pair.kind(), 1, Integer::sum);
        }
        return rows.entrySet()
                .stream()
                .map(row -> new Row(row.getKey(), Map.copyOf(row.getValue())))
                .toList();
    }

    /** How many of a kind there are. */
    public long count(Kind kind) {
        return pairs.stream().filter(pair -> pair.kind() == kind).count();
    }

    /** Critical calls that would not be made any more. */
    public List<Pair> missed() {
        return pairs.stream().filter(Pair::isMissed).toList();
    }

    private static void pair(List<Episode> before, List<Episode> after, List<Pair> pairs) {
        List<Pair> found = new ArrayList<>();
        List<Episode> left = new ArrayList<>(after);
        for (Episode old : before) {
            Episode met = left.stream().filter(old::meets).findFirst().orElse(null);
            left.remove(met);
            found.add(new Pair(old, met));
        }
        left.forEach(fresh -> found.add(new Pair(null, fresh)));
        found.sort(Comparator.comparing(
                pair -> Objects.requireNonNull(pair.before() == null ? pair.after() : pair.before())
                        .raisedAt()));
        pairs.addAll(found);
    }
}
