package org.muster.table;

import java.util.List;
import java.util.stream.Collectors;

import org.muster.model.Position;
import org.muster.model.Shape;

/** Shapes as Well-known Text (ISO 19125), the way tables carry geometry: x is degrees east, y degrees north. */
final class WellKnownText {

    private WellKnownText() {}

    static String of(Shape shape) {
        return switch (shape) {
            case Shape.Point(Position at) -> "POINT " + positions(List.of(at));
            case Shape.Line(List<Position> positions) -> "LINESTRING " + positions(positions);
            case Shape.Polygon(List<List<Position>> rings) -> "POLYGON " + rings.stream()
                    .map(WellKnownText::positions)
                    .collect(Collectors.joining(", ", "(", ")"));
        };
    }

    private static String positions(List<Position> positions) {
        return positions.stream()
                .map(at -> at.lon() + " " + at.lat())
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
