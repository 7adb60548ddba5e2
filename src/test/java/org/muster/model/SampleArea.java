package org.muster.model;

import java.util.List;

/** Areas that a test needs for something else than what they are. */
public final class SampleArea {

    private SampleArea() {}

    /** An area with so many open incidents and nothing else. */
    public static Area of(String id, List<String> ancestors, int open) {
        return new Area(id, id, ancestors.isEmpty() ? null : ancestors.getFirst(), ancestors,
                new Area.IncidentCounts(open, 0), Area.ProtestCounts.NONE, new Crowd.Range(0, 0, 0),
                Strength.NONE, Area.ArrestCounts.NONE, new Area.Ratio(1, 1),
                new Area.Reports(0, 0, null), Coverage.REPORTING);
    }
}
