package org.muster.model;

/** A point on the globe, WGS 84 degrees north and east. */
public record Position(double lat, double lon) {

    public Position {
        Valid.that(lat >= -90 && lat <= 90, "lat is from -90 to 90");
        Valid.that(lon >= -180 && lon <= 180, "lon is from -180 to 180");
    }
}
