package org.muster.core;

import java.util.List;

import org.muster.model.Position;
import org.muster.model.Shape;

/**
 * The box of degrees that a shape lies in: tells cheaply that two shapes are certainly further apart than some metres,
 * so that nobody has to measure it.
 */
record Box(double south, double west, double north, double east) {

    /** A little less than a degree is long on any globe, so that the box never claims too much. */
    private static final double METRES_PER_DEGREE = 110_000;

    private static final double HALF_TURN = 180;

    static Box of(Shape shape) {
        return switch (shape) {
            case Shape.Point(Position at) -> of(List.of(at));
            case Shape.Line(List<Position> positions) -> of(positions);
            case Shape.Polygon(List<List<Position>> rings) -> of(rings.getFirst());
        };
    }

    private static Box of(List<Position> positions) {
        double south = Double.MAX_VALUE;
        double west = Double.MAX_VALUE;
        double north = -Double.MAX_VALUE;
        double east = -Double.MAX_VALUE;
        for (Position position : positions) {
            south = Math.min(south, position.lat());
            north = Math.max(north, position.lat());
            west = Math.min(west, position.lon());
            east = Math.max(east, position.lon());
        }
        return new Box(south, west, north, east);
    }

    boolean isFurtherThan(double metres, Box other) {
        double up = Math.max(south - other.north, other.south - north);
        if (up * METRES_PER_DEGREE > metres) {
            return true;
        }
        double along = Math.max(west - other.east, other.west - east);
        double poleward = Math.max(Math.max(Math.abs(south), Math.abs(north)),
                Math.max(Math.abs(other.south), Math.abs(other.north)));
        // The other way round the globe may be the shorter one.
        return along < HALF_TURN
                && along * METRES_PER_DEGREE * Math.cos(Math.toRadians(poleward)) > metres;
    }
}
