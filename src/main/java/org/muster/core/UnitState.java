package org.muster.core;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.DeploymentState;
import org.muster.model.Location;

/**
 * A unit, for a snapshot.
 *
 * @param incident its subject; null when that is a place
 * @param place its subject when that is a place and the report gave one
 * @param areas where it counts when its subject is a place; else empty, the incident's count
 * @param placedAt of when the newest report is that said where it is; {@link Long#MIN_VALUE} when none did
 */
public record UnitState(String id, @Nullable String role, int count, DeploymentState state,
        @Nullable UUID incident, @Nullable Location place, List<String> areas, long effectiveAt,
        String observer, long placedAt) {

    public UnitState {
        areas = List.copyOf(areas);
    }
}
