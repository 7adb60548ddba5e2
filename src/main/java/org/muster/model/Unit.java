package org.muster.model;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Officers who act and report together, as last known.
 *
 * @param id call sign
 * @param count officers
 * @param areas where it counts, smallest first
 * @param effectiveAt when that was so
 * @param observer who said so
 */
public record Unit(String id, @Nullable String role, int count, DeploymentState state,
        Subject subject, List<String> areas, Instant effectiveAt, String observer) {

    public Unit {
        areas = List.copyOf(areas);
    }
}
