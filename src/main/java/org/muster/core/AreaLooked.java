package org.muster.core;

import java.util.ArrayList;
import java.util.List;

import org.muster.model.Settings.AreaDefinition;

/**
 * An area as rules find it.
 *
 * @param sums as {@link AreaSum#facts} has it
 */
record AreaLooked(AreaDefinition area, List<String> ancestors, boolean isLeaf,
        FactRow sums) implements Looked {

    AreaLooked {
        ancestors = List.copyOf(ancestors);
    }

    @Override
    public void fill(FactRow row, long now) {
        long heard = sums.raw(Fact.AREA_SILENT);
        row.add(sums, 1);
        row.put(Fact.AREA_LEAF, isLeaf);
        row.put(Fact.AREA_CROWD_KNOWN, sums.raw(Fact.AREA_CROWD_KNOWN) > 0);
        row.put(Fact.AREA_SILENT, heard == 0);
        row.put(Fact.AREA_QUIET, heard > 0 && sums.raw(Fact.AREA_QUIET) == heard);
    }

    @Override
    public String words(Fact fact, boolean discreet) {
        if (fact != Fact.AREA_NAME) {
            throw new IllegalArgumentException("no words of an area: " + fact);
        }
        return area.name();
    }

    @Override
    public List<String> areas() {
        List<String> all = new ArrayList<>();
        all.add(area.id());
        all.addAll(ancestors);
        return all;
    }

    /** Which entry that was is not kept. */
    @Override
    public long newestEntry() {
        return 0;
    }
}
