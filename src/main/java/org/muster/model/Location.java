package org.muster.model;

import org.jspecify.annotations.Nullable;

/**
 * A place.
 *
 * @param lat WGS 84 degrees north, -90 to 90
 * @param lon WGS 84 degrees east, -180 to 180
 * @param accuracy radius in metres that holds the place, or null when not known
 * @param place the place in words
 */
public record Location(double lat, double lon, @Nullable Double accuracy, @Nullable String place) {

    /** Below this, both in degrees, a position is a receiver without a fix rather than a place. */
    public static final double NO_FIX_DEGREES = 0.01;

    public Location {
        Valid.that(lat >= -90 && lat <= 90, "lat is from -90 to 90");
        Valid.that(lon >= -180 && lon <= 180, "lon is from -180 to 180");
        Valid.that(isFix(lat, lon), "lat and lon both near 0 are no fix");
        Valid.that(accuracy == null || accuracy >= 0, "accuracy is 0 or more");
    }

    /** Whether a position can be a fix at all. */
    public static boolean isFix(double lat, double lon) {
        return Math.abs(lat) >= NO_FIX_DEGREES || Math.abs(lon) >= NO_FIX_DEGREES;
    }
}
