package org.muster.model;

import org.jspecify.annotations.Nullable;

/**
 * One observer's estimate of a crowd, as reported.
 *
 * @param low fewest people
 * @param best the observer's own best figure between low and high, if given
 * @param high most people
 */
public record CrowdEstimate(int low, @Nullable Integer best, int high, CrowdMethod method,
        @Nullable Mood mood) {

    /** More people than this in one place is a slip of the finger. */
    public static final int PEOPLE_MAX = 5_000_000;

    public CrowdEstimate {
        Valid.that(low >= 0 && low <= high && high <= PEOPLE_MAX, "0 <= low <= high <= 5,000,000");
        Valid.that(best == null || (best >= low && best <= high), "low <= best <= high");
    }
}
