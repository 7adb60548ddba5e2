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
}
