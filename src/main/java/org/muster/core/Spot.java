package org.muster.core;

import org.muster.model.Location;

/** A position, whatever else is said of the place. Degrees as in {@link Location}. */
record Spot(double lat, double lon) {

    static Spot of(Location location) {
        return new Spot(location.lat(), location.lon());
    }
}
