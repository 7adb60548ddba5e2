package org.muster.core;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Which report stands in place of which, and which struck ones are confidential because what stands in their place is.
 * Confidential once is confidential for good.
 */
final class Corrections {

    private final Map<UUID, UUID> next = new HashMap<>();
    private final Map<Long, Long> struck = new HashMap<>();
    private final Set<Long> confidential = new TreeSet<>();
    private Set<Long> newlyConfidential = new TreeSet<>();

    /**
     * All of it, for a snapshot.
     *
     * @param next by the report that was struck, the one that stands in its place
     * @param struck by the entry of a correction, the entry it struck
     * @param confidential entries of struck reports
     */
    public record State(Map<UUID, UUID> next, Map<Long, Long> struck, Set<Long> confidential) {

        public State {
            next = Map.copyOf(next);
            struck = Map.copyOf(struck);
            confidential = Set.copyOf(confidential);
        }
    }

    /** @param isConfidential whether the correction is sensitive: then all before it in its chain is as well */
    void add(UUID report, long seq, UUID by, long bySeq, boolean isConfidential) {
        next.put(report, by);
        struck.put(bySeq, seq);
        if (isConfidential) {
            // What is before one that is confidential already is so as well.
            for (Long before = seq; before != null
                    && confidential.add(before); before = struck.get(before)) {
                newlyConfidential.add(before);
            }
        }
    }

    /** The last of a report's chain; itself while nobody corrected it. */
    UUID lastOf(UUID report) {
        UUID last = report;
        for (UUID by = next.get(last); by != null; by = next.get(last)) {
            last = by;
        }
        return last;
    }

    /** The entries that became confidential since the last call. */
    Set<Long> takeConfidential() {
        Set<Long> taken = newlyConfidential;
        newlyConfidential = new TreeSet<>();
        return taken;
    }

    State state() {
        return new State(next, struck, confidential);
    }

    void restore(State state) {
        next.putAll(state.next());
        struck.putAll(state.struck());
        confidential.addAll(state.confidential());
        newlyConfidential.addAll(state.confidential());
    }
}
