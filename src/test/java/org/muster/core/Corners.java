package org.muster.core;

import java.util.ArrayList;
import java.util.List;

import org.muster.model.Position;
import org.muster.model.Shape;

/** The positions that a shape is drawn by. */
final class Corners {

    private Corners() {}

    static List<Position> of(Shape shape) {
        return switch (shape) {
            case Shape.Point(Position at) -> List.of(at);
            case Shape.Line(List<Position> positions) -> positions;
            case Shape.Polygon(List<List<Position>> rings) -> {
                List<Position> all = new ArrayList<>();
                rings.forEach(all::addAll);
                yield all;
            }
        };
    }

    /** Of a ring, on a plane that touches a globe; 0 of other shapes. */
    static double squareMetres(Shape shape, double radius) {
        List<Position> corners = of(shape);
        double twice = 0;
        for (int i = 0; i < corners.size(); i++) {
            Position one = corners.get(i);
            Position next = corners.get((i + 1) % corners.size());
            twice += one.lon() * next.lat() - next.lon() * one.lat();
        }
        double degree = Math.toRadians(1) * radius;
        double square = degree * degree * Math.cos(Math.toRadians(corners.getFirst().lat()));
        return shape instanceof Shape.Polygon ? Math.abs(twice) / 2 * square : 0;
    }

    /** Between the nearest corners of the two, on a plane: enough for points, and simple for the rest. */
    static double metres(Shape one, Shape other, double radius) {
        double nearest = Double.MAX_VALUE;
        for (Position from : of(one)) {
            for (Position to : of(other)) {
                double north = Math.toRadians(to.lat() - from.lat()) * radius;
                double east = Math.toRadians(to.lon() - from.lon()) * radius
                        * Math.cos(Math.toRadians((from.lat() + to.lat()) / 2));
                nearest = Math.min(nearest, Math.hypot(north, east));
            }
        }
        return nearest;
    }
}
