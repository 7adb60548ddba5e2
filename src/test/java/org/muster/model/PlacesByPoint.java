package org.muster.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Areas by a rule for positions; a shape touches the areas of its positions. */
@FunctionalInterface
public interface PlacesByPoint extends Places {

    @Override
    default List<String> areasOf(Shape shape) {
        var ids = new LinkedHashSet<String>();
        for (Position position : positions(shape)) {
            ids.addAll(areasOf(position.lat(), position.lon()));
        }
        return List.copyOf(ids);
    }

    private static List<Position> positions(Shape shape) {
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
