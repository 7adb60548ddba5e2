package org.muster.core;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.muster.model.Arrest;
import org.muster.model.Injured;

/**
 * The figures of one incident or protest, for a snapshot. Its units are kept with the units.
 *
 * @param areas where it counts
 * @param sensitive the entries that make it sensitive
 */
public record LedgerState(List<String> areas, ReportLog.State reports, @Nullable CrowdState crowd,
        List<Said<List<Arrest>>> arrests, List<Said<Injured>> injured, List<RequestState> requests,
        List<Long> sensitive) {

    public LedgerState {
        areas = List.copyOf(areas);
        arrests = List.copyOf(arrests);
        injured = List.copyOf(injured);
        requests = List.copyOf(requests);
        sensitive = List.copyOf(sensitive);
    }

    /** Nothing was reported. */
    static LedgerState empty(List<String> areas) {
        return new LedgerState(areas, new ReportLog.State(List.of(), ""), null, List.of(),
                List.of(), List.of(), List.of());
    }
}
