package org.muster.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A report that alleges a crime, and what became of that. It is of one incident or protest for good; a correction that
 * still speaks of the crime carries it on, and its time runs from the first receipt.
 *
 * @param report that alleged it first
 * @param seq its entry
 * @param receivedAt when the 24 hours began
 * @param areas where it counts now, smallest first
 * @param incident what it is about, if that is an incident
 * @param protest what it is about, if that is a protest
 * @param struck whether it was withdrawn, or corrected into something else: it counts nowhere any more
 * @param decision null while nobody decided
 */
public record Allegation(UUID report, long seq, Instant receivedAt, List<String> areas,
        @Nullable UUID incident, @Nullable UUID protest, boolean drill, boolean struck,
        @Nullable Decision decision) {

    public Allegation {
        areas = List.copyOf(areas);
    }

    /**
     * It was recorded as a crime, or found to be none.
     *
     * @param how recorded or not a crime
     * @param report the report that said so first
     */
    public record Decision(Crime how, UUID report, Instant receivedAt) {}
}
