package org.muster.model;

import java.util.List;

/** Areas that a test needs for something else than what they are. */
public final class SampleArea {

    private SampleArea() {}

    /** An area with so many open incidents and nothing else. */
    public static Area of(String id, List<String> ancestors, int open) {
        return of(id, id, ancestors, open);
    }

    /** An area with a name and nothing else. */
    public static Area named(String id, String name, List<String> ancestors) {
        return of(id, name, ancestors, 0);
    }

    private static Area of(String id, String name, List<String> ancestors, int open) {
        return new Area(id, name, ancestors.isEmpty() ? null : ancestors.getFirst(), ancestors,
                new Area.IncidentCounts(open, 0), Area.ProtestCounts.NONE, new Crowd.Range(0, 0, 0),
                Strength.NONE, Area.ArrestCounts.NONE, Area.InjuredCounts.NONE,
                new Area.Ratio(1, 1), new Area.Reports(0, 0, null), Coverage.REPORTING);
    }
}
