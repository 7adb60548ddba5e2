package org.muster.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

import org.muster.model.Fault;
import org.muster.model.Location;

/** Reads polygons and multipolygons, holes and either winding allowed. */
final class ShapeReader {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final int RING_MIN = 4;

    private final Consumer<Fault> faults;

    ShapeReader(Consumer<Fault> faults) {
        this.faults = faults;
    }

    /** The shape, or null when something about it was told as a fault. */
    @Nullable
    Geometry read(String where, JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        String at = where + "/coordinates";
        Geometry shape = switch (geometry.path("type").asText()) {
            case "Polygon" -> polygon(at, coordinates);
            case "MultiPolygon" -> multiPolygon(at, coordinates);
            default -> {
                fault(where, "must be a Polygon or a MultiPolygon");
                yield null;
            }
        };
        return shape == null ? null : sound(at, shape);
    }

    /** Surveyed outlines often touch themselves at a point, which is mended; a line that crosses itself is a fault. */
    private @Nullable Geometry sound(String at, Geometry shape) {
        var validity = new IsValidOp(shape).getValidationError();
        if (validity == null) {
            return shape;
        }
        if (validity.getErrorType() == TopologyValidationError.RING_SELF_INTERSECTION) {
            return GeometryFixer.fix(shape);
        }
        Coordinate near = validity.getCoordinate();
        fault(at, "is not a sound shape: " + validity.getMessage() + " near longitude " + near.x
                + ", latitude " + near.y + "; draw it so that its line does not cross itself");
        return null;
    }

    private @Nullable Geometry multiPolygon(String at, JsonNode parts) {
        var polygons = new ArrayList<Polygon>();
        for (int i = 0; i < parts.size(); i++) {
            Polygon polygon = polygon(at + "/" + i, parts.path(i));
            if (polygon != null) {
                polygons.add(polygon);
            }
        }
        if (parts.isEmpty()) {
            fault(at, "holds no polygon");
        }
        return polygons.isEmpty() || polygons.size() < parts.size() ? null
                : SHAPES.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private @Nullable Polygon polygon(String at, JsonNode rings) {
        var good = new ArrayList<LinearRing>();
        for (int i = 0; i < rings.size(); i++) {
            LinearRing ring = ring(at + "/" + i, rings.path(i));
            if (ring != null) {
                good.add(ring);
            }
        }
        if (rings.isEmpty()) {
            fault(at, "holds no ring");
        }
        if (good.isEmpty() || good.size() < rings.size()) {
            return null;
        }
        return SHAPES.createPolygon(good.getFirst(),
                good.subList(1, good.size()).toArray(LinearRing[]::new));
    }

    private @Nullable LinearRing ring(String at, JsonNode positions) {
        var coordinates = new ArrayList<Coordinate>();
        for (int i = 0; i < positions.size(); i++) {
            Coordinate coordinate = position(at + "/" + i, positions.path(i));
            if (coordinate != null) {
                coordinates.add(coordinate);
            }
        }
        if (coordinates.size() < positions.size()) {
            return null;
        }
        return closed(at, coordinates)
                ? SHAPES.createLinearRing(coordinates.toArray(Coordinate[]::new))
                : null;
    }

    private boolean closed(String at, List<Coordinate> ring) {
        if (ring.size() < RING_MIN) {
            fault(at, "a ring has at least 4 positions, the last the same as the first");
            return false;
        }
        if (!ring.getFirst().equals2D(ring.getLast())) {
            fault(at, "the ring is not closed; repeat the first position " + text(ring.getFirst())
                    + " at the end");
            return false;
        }
        return true;
    }

    private @Nullable Coordinate position(String at, JsonNode position) {
        if (position.size() < 2 || !position.path(0).isNumber() || !position.path(1).isNumber()) {
            fault(at, "must be a position: longitude, latitude");
            return null;
        }
        double lon = position.path(0).asDouble();
        double lat = position.path(1).asDouble();
        if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
            fault(at, "is outside the world: longitude (-180 to 180) comes first, then latitude"
                    + " (-90 to 90)");
            return null;
        }
        if (!Location.isFix(lat, lon)) {
            fault(at, "both numbers are near 0, which is no fix but a missing position");
            return null;
        }
        return new Coordinate(lon, lat);
    }

    private static String text(Coordinate coordinate) {
        return "[" + coordinate.x + ", " + coordinate.y + "]";
    }

    private void fault(String pointer, String detail) {
        faults.accept(new Fault(pointer, detail));
    }
}
