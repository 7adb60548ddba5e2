package org.muster.geo;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

import org.muster.model.Fault;
import org.muster.model.Position;
import org.muster.model.Shape;

/** Whether what was drawn is a shape that can stand on the ground. */
public final class Soundness {

    private Soundness() {}

    /**
     * What is wrong with a shape; nothing for sound ones. An outline may touch itself at a point, but not cross itself.
     *
     * @param pointer where its coordinates stand
     */
    public static List<Fault> faults(Shape shape, String pointer) {
        return switch (shape) {
            case Shape.Point _ -> List.of();
            case Shape.Line(List<Position> positions) ->
                    positions.stream().distinct().count() > 1 ? List.of()
                            : List.of(new Fault(pointer,
                                    "leads from a position to itself; a route has two ends"));
            case Shape.Polygon polygon -> faults(polygon, pointer);
        };
    }

    private static List<Fault> faults(Shape.Polygon polygon, String pointer) {
        var faults = new ArrayList<Fault>();
        for (int i = 0; i < polygon.rings().size(); i++) {
            String wrong = wrong(new Shape.Polygon(List.of(polygon.rings().get(i))));
            if (wrong != null) {
                faults.add(new Fault(pointer + '/' + i, wrong));
            }
        }
        String wrong = faults.isEmpty() ? wrong(polygon) : null;
        if (wrong != null) {
            faults.add(new Fault(pointer, wrong));
        }
        return faults;
    }

    private static @Nullable String wrong(Shape.Polygon polygon) {
        Geometry geometry = Shapes.geometry(polygon);
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        if (error == null
                || error.getErrorType() == TopologyValidationError.RING_SELF_INTERSECTION) {
            return null;
        }
        Coordinate at = error.getCoordinate();
        String near = at == null ? "" : " near [%.6f, %.6f]".formatted(at.x, at.y);
        return switch (error.getErrorType()) {
            case TopologyValidationError.TOO_FEW_POINTS ->
                    "holds no ground; a ring has three different positions or more";
            case TopologyValidationError.SELF_INTERSECTION ->
                    "crosses itself" + near + "; draw the outline so that it does not";
            case TopologyValidationError.HOLE_OUTSIDE_SHELL ->
                    "has a hole outside its outline" + near;
            default -> "is no sound shape" + near + ": " + error.getMessage();
        };
    }
}
