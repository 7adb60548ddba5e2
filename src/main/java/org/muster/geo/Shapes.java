package org.muster.geo;

import java.util.ArrayList;
import java.util.List;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.util.AffineTransformation;

import org.muster.model.Position;
import org.muster.model.Shape;

/**
 * Places of protests as JTS geometries: x is degrees east, y degrees north. Nobody marches half round the globe: what
 * crosses the antimeridian goes the short way, so that x may lie a turn beyond 180.
 */
final class Shapes {

    /** One turn, in degrees. */
    static final double TURN = 360;

    private static final double HALF_TURN = TURN / 2;
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private Shapes() {}

    /** In one piece. */
    static Geometry geometry(Shape shape) {
        return switch (shape) {
            case Shape.Point(Position at) -> GEOMETRIES.createPoint(coordinate(at, at));
            case Shape.Line(List<Position> positions) ->
                    GEOMETRIES.createLineString(coordinates(positions, positions.getFirst()));
            case Shape.Polygon(List<List<Position>> rings) -> {
                Position from = rings.getFirst().getFirst();
                yield GEOMETRIES.createPolygon(ring(rings.getFirst(), from),
                        rings.subList(1, rings.size())
                                .stream()
                                .map(hole -> ring(hole, from))
                                .toArray(LinearRing[]::new));
            }
        };
    }

    /** Once for each turn of the globe on which a part of it lies between -180 and 180. */
    static List<Geometry> onMap(Shape shape) {
        Geometry whole = geometry(shape);
        Envelope box = whole.getEnvelopeInternal();
        var turns = new ArrayList<Geometry>();
        turns.add(whole);
        if (box.getMaxX() > HALF_TURN) {
            turns.add(turned(whole, -TURN));
        }
        if (box.getMinX() < -HALF_TURN) {
            turns.add(turned(whole, TURN));
        }
        return turns;
    }

    private static Geometry turned(Geometry whole, double degrees) {
        return AffineTransformation.translationInstance(degrees, 0).transform(whole);
    }

    private static LinearRing ring(List<Position> positions, Position from) {
        return GEOMETRIES.createLinearRing(coordinates(positions, from));
    }

    private static Coordinate[] coordinates(List<Position> positions, Position from) {
        return positions.stream().map(at -> coordinate(at, from)).toArray(Coordinate[]::new);
    }

    /** On the same turn as {@code from}; whole turns only, so that no digit is lost where there is nothing to do. */
    private static Coordinate coordinate(Position at, Position from) {
        double turns = Math.rint((at.lon() - from.lon()) / TURN);
        return new Coordinate(at.lon() - turns * TURN, at.lat());
    }
}
