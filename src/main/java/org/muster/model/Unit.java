package org.muster.model;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Officers who act and report together, as last known.
 *
 * @param id call sign
 * @param count officers
 * @param areas where it counts, smallest first
 * @param effectiveAt when that was so
 * @param observer who said so
 * @param nights of its own that it spent at scenes of incidents
 * @param atSceneSince when it came to a scene, as far back as its states are remembered, and was not released since; null
 *        while it was at none
 * @param tasks where it was sent or went, newest first, as far back as its states are remembered; not shown with the unit
 */
public record Unit(String id, @Nullable String role, int count, DeploymentState state,
        Subject subject, List<String> areas, Instant effectiveAt, String observer, Nights nights,
        @Nullable Instant atSceneSince, List<Task> tasks) {

    public Unit {
        areas = List.copyOf(areas);
        tasks = List.copyOf(tasks);
    }

    /** A unit that was at no scene of an incident. */
    public Unit(String id, @Nullable String role, int count, DeploymentState state, Subject subject,
            List<String> areas, Instant effectiveAt, String observer) {
        this(id, role, count, state, subject, areas, effectiveAt, observer, Nights.NONE, null,
                List.of());
    }

    /**
     * Nights that a unit spent at scenes of incidents.
     *
     * @param inARow without one between, up to the newest of all; 0 when there is none
     * @param at the incidents of those nights; not shown with the unit
     */
    public record Nights(int inARow, Set<UUID> at) {

        public static final Nights NONE = new Nights(0, Set.of());

        public Nights {
            at = Set.copyOf(at);
        }
    }
}
