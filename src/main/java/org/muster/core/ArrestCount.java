package org.muster.core;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.muster.model.AgeBand;
import org.muster.model.Arrest;
import org.muster.model.Arrests;

/** The arrests at one incident or protest, report by report, and what they add up to. */
final class ArrestCount {

    private final Register<List<Arrest>> lines;
    private final Map<String, Long> byOffence = new TreeMap<>();
    private final Map<AgeBand, Long> byAge = new EnumMap<>(AgeBand.class);
    private long total;
    private long under18;

    ArrestCount(List<Said<List<Arrest>>> said) {
        lines = new Register<>(said);
        said.forEach(report -> count(report.what(), 1));
    }

    void add(Moment when, List<Arrest> arrests) {
        lines.put(when, arrests);
        count(arrests, 1);
    }

    /** Takes out a report's arrests, and tells them; none when it told of none. */
    List<Arrest> remove(Moment when) {
        List<Arrest> struck = lines.remove(when);
        if (struck == null) {
            return List.of();
        }
        count(struck, -1);
        return struck;
    }

    /** Report by report, oldest first. */
    List<Said<List<Arrest>>> all() {
        return lines.all();
    }

    /** How many people. */
    long total() {
        return total;
    }

    /** How many of them are under 18, as far as their ages were said. */
    long under18() {
        return under18;
    }

    /** Each sum for itself; what is more than an int can hold is shown as the most it can. */
    Arrests shown() {
        return total == 0 ? Arrests.NONE
                : new Arrests(OfficerCount.shown(total), shown(byOffence), shown(byAge));
    }

    static long people(List<Arrest> arrests) {
        long sum = 0;
        for (Arrest arrest : arrests) {
            sum += arrest.count();
        }
        return sum;
    }

    /** How many people are under 18. */
    static long under18(List<Arrest> arrests) {
        long sum = 0;
        for (Arrest arrest : arrests) {
            sum += arrest.band().isUnder18() ? arrest.count() : 0;
        }
        return sum;
    }

    private void count(List<Arrest> arrests, int sign) {
        under18 += sign * under18(arrests);
        for (Arrest arrest : arrests) {
            long count = (long) sign * arrest.count();
            total += count;
            add(byOffence, arrest.offence(), count);
            add(byAge, arrest.band(), count);
        }
    }

    private static <K> Map<K, Integer> shown(Map<K, Long> counts) {
        Map<K, Integer> shown = HashMap.newHashMap(counts.size());
        counts.forEach((key, people) -> shown.put(key, OfficerCount.shown(people)));
        return shown;
    }

    /** Keeps what is above 0. */
    private static <K> void add(Map<K, Long> counts, K key, long count) {
        long sum = counts.getOrDefault(key, 0L) + count;
        if (sum == 0) {
            counts.remove(key);
        } else {
            counts.put(key, sum);
        }
    }
}
