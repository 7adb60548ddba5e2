package org.muster.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.muster.model.AlertSubject;

/**
 * What rules see of each area, kept up to date by what changed in the sets that contain it: as costly as what changed,
 * however many sets there are.
 */
final class AreaNumbers {

    private static final List<Fact> SMALLEST_ALONE = List.of(Fact.AREA_ARRESTS_UNDER18,
            Fact.AREA_ARRESTS_UNDER18_LAST_HOUR);

    private final Map<String, FactRow> byArea = new HashMap<>();

    void clear() {
        byArea.clear();
    }

    /** Takes in these sets, which are empty then; says which areas they make another. */
    Set<String> take(List<AreaSet> stirred, long now) {
        Set<String> changed = new TreeSet<>();
        // A set that is moved in time is in the list already.
        for (AreaSet set : stirred) {
            set.moveTo(now);
            FactRow difference = set.takeDifference();
            if (difference == null) {
                continue;
            }
            for (String area : set.ids()) {
                byArea.computeIfAbsent(area, _ -> new FactRow(AlertSubject.Type.AREA))
                        .add(difference, 1);
                changed.add(area);
                // From here on what counts in the smallest area alone is none.
                SMALLEST_ALONE.forEach(fact -> difference.put(fact, 0));
            }
        }
        stirred.clear();
        return changed;
    }

    /** As {@link AreaSum#facts} has it, of all sets that contain the area. */
    FactRow of(String area) {
        return byArea.getOrDefault(area, new FactRow(AlertSubject.Type.AREA));
    }
}
