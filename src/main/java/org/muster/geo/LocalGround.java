package org.muster.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

import org.muster.core.Ground;
import org.muster.model.Shape;

/**
 * Distances on a plane that touches the globe between the two shapes: degrees become metres on a sphere of the mean
 * radius (6,371,008.8 m, IUGG). Within some kilometres, all that clashes need, it errs by less than half a per cent.
 * Any thread.
 */
public final class LocalGround implements Ground {

    private static final double METRES_PER_DEGREE = Math.toRadians(1) * 6_371_008.8;

    @Override
    public double metres(Shape one, Shape other) {
        Geometry first = Shapes.geometry(one);
        Geometry second = Shapes.geometry(other);
        Coordinate here = first.getEnvelopeInternal().centre();
        Coordinate there = second.getEnvelopeInternal().centre();
        double eastPerDegree = METRES_PER_DEGREE * Math.cos(Math.toRadians((here.y + there.y) / 2));
        return onPlane(first, here.x, eastPerDegree)
                .distance(onPlane(second, here.x, eastPerDegree));
    }

    private static Geometry onPlane(Geometry degrees, double fromLon, double eastPerDegree) {
        Geometry plane = degrees.copy();
        plane.apply((Coordinate position) -> {
            // Nearest way round the globe.
            double east = Math.IEEEremainder(position.x - fromLon, 360);
            position.setX(east * eastPerDegree);
            position.setY(position.y * METRES_PER_DEGREE);
        });
        plane.geometryChanged();
        return plane;
    }
}
