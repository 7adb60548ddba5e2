package org.muster.model;

import org.jspecify.annotations.Nullable;

/**
 * What a report says of officers: a unit and its state, or a request for some that are not named yet.
 *
 * @param unit call sign; null only when requested
 * @param role kind of unit from the configured list, if given
 * @param count officers
 */
public record Deployment(@Nullable String unit, @Nullable String role, int count,
        DeploymentState state) {

    /** More officers than this in one unit is a slip of the finger. */
    public static final int OFFICERS_MAX = 100_000;

    /** More units than this in one report is a slip. */
    public static final int LINES_MAX = 200;

    public Deployment {
        Valid.that(unit != null || state == DeploymentState.REQUESTED,
                "only a request has no unit");
        Valid.that(count >= 0 && count <= OFFICERS_MAX, "count is from 0 to 100,000");
    }
}
