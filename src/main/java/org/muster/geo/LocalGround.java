package org.muster.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

import org.muster.core.Ground;
import org.muster.model.Shape;

/**
 * Distances, and sizes, on a plane that touches the globe (WGS 84) between the two shapes. Up to two kilometres it errs by less than
 * a millimetre, up to {@link Ground#EXACT_METRES} by less than 20 centimetres, anywhere, at the poles too. The line
 * between two positions is straight on that plane; on ten kilometres at 55 degrees north it runs at most three metres
 * beside the one that is straight in degrees. Shapes whose boxes are farther apart than {@link Ground#EXACT_METRES} are
 * not measured: the answer is then the least that they can be apart. Any thread.
 */
public final class LocalGround implements Ground {

    /** The least radius by which the globe bends anywhere, that of the meridian at the equator: a(1 - e²). */
    private static final double RADIUS_METRES_MIN = 6_335_439.327;

    @Override
    public double metres(Shape one, Shape other) {
        Geometry first = Shapes.geometry(one);
        Geometry second = Shapes.geometry(other);
        Boxes boxes = Boxes.of(first.getEnvelopeInternal(), second.getEnvelopeInternal());
        double atLeast = boxes.metresMin();
        if (atLeast > EXACT_METRES) {
            return atLeast;
        }
        TangentPlane plane = new TangentPlane(boxes.between());
        return plane.project(first).distance(plane.project(second));
    }

    /** On the plane that touches the middle of its box, which is as good as exact for what people can stand on. */
    @Override
    public double squareMetres(Shape shape) {
        Geometry degrees = Shapes.geometry(shape);
        return new TangentPlane(degrees.getEnvelopeInternal().centre()).project(degrees).getArea();
    }

    /** Two boxes in degrees, on the same turn of the globe. */
    private record Boxes(Envelope one, Envelope other) {

        static Boxes of(Envelope one, Envelope other) {
            double turns = Math.rint((one.centre().x - other.centre().x) / Shapes.TURN);
            Envelope near = other.copy();
            near.translate(turns * Shapes.TURN, 0);
            return new Boxes(one, near);
        }

        /** The middle of what lies between them, or of what they share. */
        Coordinate between() {
            return new Coordinate(
                    (Math.max(one.getMinX(), other.getMinX())
                            + Math.min(one.getMaxX(), other.getMaxX())) / 2,
                    (Math.max(one.getMinY(), other.getMinY())
                            + Math.min(one.getMaxY(), other.getMaxY())) / 2);
        }

        /**
         * No way between the boxes is shorter: the haversine formula with the smallest differences and the smallest
         * cosine there are, on a sphere that nowhere bends less than the globe.
         */
        double metresMin() {
            double north = gap(one.getMinY(), one.getMaxY(), other.getMinY(), other.getMaxY());
            double east = Math.min(
                    gap(one.getMinX(), one.getMaxX(), other.getMinX(), other.getMaxX()),
                    Shapes.TURN / 2);
            double latMax = Math.max(Math.max(-one.getMinY(), one.getMaxY()),
                    Math.max(-other.getMinY(), other.getMaxY()));
            double haversine = haversine(north)
                    + Math.pow(Math.cos(Math.toRadians(latMax)), 2) * haversine(east);
            return 2 * RADIUS_METRES_MIN * Math.asin(Math.sqrt(Math.min(1, haversine)));
        }

        private static double gap(double min, double max, double otherMin, double otherMax) {
            return Math.max(0, Math.max(otherMin - max, min - otherMax));
        }

        private static double haversine(double degrees) {
            return Math.pow(Math.sin(Math.toRadians(degrees) / 2), 2);
        }
    }
}
