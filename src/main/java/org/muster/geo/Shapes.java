package org.muster.geo;

import java.util.List;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

import org.muster.model.Position;
import org.muster.model.Shape;

/** Places of protests as JTS geometries: x is degrees east, y degrees north. */
final class Shapes {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private Shapes() {}

    static Geometry geometry(Shape shape) {
        return switch (shape) {
            case Shape.Point(Position at) -> GEOMETRIES.createPoint(coordinate(at));
            case Shape.Line(List<Position> positions) ->
                    GEOMETRIES.createLineString(coordinates(positions));
            case Shape.Polygon(List<List<Position>> rings) ->
                    GEOMETRIES.createPolygon(ring(rings.getFirst()),
                            rings.subList(1, rings.size())
                                    .stream()
                                    .map(Shapes::ring)
                                    .toArray(LinearRing[]::new));
        };
    }

    private static LinearRing ring(List<Position> positions) {
        return GEOMETRIES.createLinearRing(coordinates(positions));
    }

    private static Coordinate[] coordinates(List<Position> positions) {
        return positions.stream().map(Shapes::coordinate).toArray(Coordinate[]::new);
    }

    private static Coordinate coordinate(Position position) {
        return new Coordinate(position.lon(), position.lat());
    }
}
