package org.muster.core;

import org.jspecify.annotations.Nullable;

import org.muster.model.Crowd;

/**
 * What one incident or protest counts as in its areas now, beside officers and arrests.
 *
 * @param open open incidents
 * @param live live protests
 * @param upcoming protests still to come
 * @param planned officers planned
 * @param crowd people present; null when there is no crowd
 */
record Presence(int open, int live, int upcoming, long planned, Crowd.@Nullable Range crowd) {

    static final Presence NONE = new Presence(0, 0, 0, 0, null);

    /** An incident that is open. */
    static Presence open(Crowd.@Nullable Range crowd) {
        return new Presence(1, 0, 0, 0, crowd);
    }
}
