package org.muster.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The plane that touches the globe at a place: x is metres east, y metres north, seen from straight above (orthographic
 * on the ellipsoid of WGS 84). At d metres from the place lengths are short by d² / 2R² at most: by 5 in 100 million at
 * two kilometres. Only for what lies on the same half of the globe.
 */
final class TangentPlane {

    private static final double EQUATOR_METRES = 6_378_137;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double E2 = FLATTENING * (2 - FLATTENING);

    private final double lon;
    private final double sin;
    private final double cos;
    private final double outward;
    private final double axial;

    /** @param touch degrees east and north */
    TangentPlane(Coordinate touch) {
        this.lon = touch.x;
        this.sin = Math.sin(Math.toRadians(touch.y));
        this.cos = Math.cos(Math.toRadians(touch.y));
        double normal = normal(sin);
        this.outward = normal * cos;
        this.axial = normal * (1 - E2) * sin;
    }

    /** A copy of what is in degrees, in metres. */
    Geometry project(Geometry degrees) {
        Geometry plane = degrees.copy();
        plane.apply((Coordinate position) -> toMetres(position));
        plane.geometryChanged();
        return plane;
    }

    /** By way of the place in space, its axes through the meridian of the touching point. */
    private void toMetres(Coordinate position) {
        double lat = Math.toRadians(position.y);
        double east = Math.toRadians(position.x - lon);
        double normal = normal(Math.sin(lat));
        double fromAxis = normal * Math.cos(lat);
        double alongAxis = normal * (1 - E2) * Math.sin(lat);
        position.setX(fromAxis * Math.sin(east));
        position.setY(cos * (alongAxis - axial) - sin * (fromAxis * Math.cos(east) - outward));
    }

    /** Metres from the surface to the axis along the plumb line. */
    private static double normal(double sinLat) {
        return EQUATOR_METRES / Math.sqrt(1 - E2 * sinLat * sinLat);
    }
}
