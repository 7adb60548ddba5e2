package org.muster.rehearsal;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a rehearsal found.
 *
 * @param inputs how much was given to the core again, once for the old rules and once for the new
 * @param refused how much of that found nothing to be given to under the new rules, as a deed does whose alert is not raised
 * @param comparison the old rules, run again, and the new ones
 * @param record the record and the old rules, run again; null where the moments are not those of the record
 * @param missed critical calls of the past that the new rules do not make
 * @param desks what was asked of each desk, by its name
 */
public record Rehearsed(Instant from, Instant to, long inputs, int refused, Comparison comparison,
        @Nullable Comparison record, List<Pair> missed, List<DeskLoads> desks) {

    public Rehearsed {
        missed = List.copyOf(missed);
        desks = List.copyOf(desks);
    }

    /** What was asked of a desk by the old rules and by the new ones. */
    public record DeskLoads(String desk, DeskLoad before, DeskLoad after) {}
}
