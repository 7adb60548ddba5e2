package org.muster.core;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Which report stands in place of which. */
final class Corrections {

    private final Map<UUID, UUID> next = new HashMap<>();

    void add(UUID struck, UUID by) {
        next.put(struck, by);
    }

    /** The last of a report's chain; itself while nobody corrected it. */
    UUID lastOf(UUID report) {
        UUID last = report;
        for (UUID by = next.get(last); by != null; by = next.get(last)) {
            last = by;
        }
        return last;
    }

    Map<UUID, UUID> state() {
        return Map.copyOf(next);
    }

    void restore(Map<UUID, UUID> state) {
        next.putAll(state);
    }
}
