package org.muster.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

import org.muster.geo.Soundness;
import org.muster.input.Faults;
import org.muster.model.Location;
import org.muster.model.Position;
import org.muster.model.Shape;

/** Makes a shape of coordinates, or notes everything that is wrong with them. Altitudes are left out. */
final class Drawing {

    private static final int ROUTE_MIN = 2;
    private static final int RING_MIN = 4;
    private static final int WITH_ALTITUDE = 3;

    private final Faults faults;
    private boolean sound = true;
    private int positions;

    private Drawing(Faults faults) {
        this.faults = faults;
    }

    /**
     * The shape; null after a fault was noted.
     *
     * @param pointer where the coordinates stand
     */
    static @Nullable Shape shape(Kind kind, Coordinates drawn, String pointer, Faults faults) {
        Drawing drawing = new Drawing(faults);
        Shape shape = drawing.shape(kind, drawn, pointer);
        if (drawing.positions > Shape.POSITIONS_MAX) {
            drawing.fault(pointer, "has " + drawing.positions + " positions, at most "
                    + Shape.POSITIONS_MAX + " are allowed");
        }
        if (shape == null || !drawing.sound) {
            return null;
        }
        Soundness.faults(shape, pointer)
                .forEach(fault -> drawing.fault(fault.pointer(), fault.detail()));
        return drawing.sound ? shape : null;
    }

    private @Nullable Shape shape(Kind kind, Coordinates drawn, String pointer) {
        return switch (kind) {
            case POINT -> {
                Position at = position(drawn, pointer);
                yield at == null ? null : new Shape.Point(at);
            }
            case LINE_STRING -> {
                List<Position> route = route(drawn, pointer);
                yield route == null ? null : new Shape.Line(route);
            }
            case POLYGON -> {
                List<List<Position>> rings = all(drawn, pointer, "rings, the outer one first",
                        this::ring);
                if (rings != null && rings.isEmpty()) {
                    fault(pointer, "holds no ring");
                }
                yield rings == null || rings.isEmpty() ? null : new Shape.Polygon(rings);
            }
        };
    }

    private @Nullable List<Position> route(Coordinates drawn, String pointer) {
        List<Position> route = positions(drawn, pointer);
        if (route != null && route.size() < ROUTE_MIN) {
            fault(pointer, "must have two positions or more: a route has two ends");
            return null;
        }
        return route;
    }

    private @Nullable List<Position> ring(Coordinates drawn, String pointer) {
        List<Position> ring = positions(drawn, pointer);
        if (ring == null) {
            return null;
        }
        if (ring.size() < RING_MIN) {
            fault(pointer, "must have four positions or more, the last the same as the first");
            return null;
        }
        if (!ring.getFirst().equals(ring.getLast())) {
            fault(pointer, "is not closed; repeat the first position [" + ring.getFirst().lon()
                    + ", " + ring.getFirst().lat() + "] at the end");
            return null;
        }
        return ring;
    }

    private @Nullable List<Position> positions(Coordinates drawn, String pointer) {
        return all(drawn, pointer, "positions", this::position);
    }

    /** Each element made into something; null when it is no array or an element is wrong. */
    private <T> @Nullable List<T> all(Coordinates drawn, String pointer, String what,
            BiFunction<Coordinates, String, @Nullable T> one) {
        if (!(drawn instanceof Coordinates.Many many)) {
            fault(pointer, "must be an array of " + what);
            return null;
        }
        List<T> all = new ArrayList<>();
        for (int i = 0; i < many.all().size(); i++) {
            T made = one.apply(many.all().get(i), pointer + '/' + i);
            if (made != null) {
                all.add(made);
            }
        }
        return all.size() < many.all().size() ? null : all;
    }

    private @Nullable Position position(Coordinates drawn, String pointer) {
        positions++;
        if (!(drawn instanceof Coordinates.Many(List<Coordinates> numbers)) || numbers.size() < 2
                || numbers.size() > WITH_ALTITUDE
                || !numbers.stream().allMatch(Coordinates.Degree.class::isInstance)) {
            fault(pointer, "must be a position: longitude, latitude, and if need be altitude");
            return null;
        }
        double lon = value(numbers.get(0));
        double lat = value(numbers.get(1));
        if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
            fault(pointer, "is outside the world: longitude (-180 to 180) comes first, then"
                    + " latitude (-90 to 90)");
            return null;
        }
        if (!Location.isFix(lat, lon)) {
            fault(pointer, "longitude and latitude are both near 0: a receiver without a fix");
            return null;
        }
        return new Position(lat, lon);
    }

    /** There is no -0: it would be another position than 0. */
    private static double value(Coordinates number) {
        return number instanceof Coordinates.Degree(double value) ? value + 0.0 : Double.NaN;
    }

    private void fault(String pointer, String detail) {
        sound = false;
        faults.add(pointer, detail);
    }

    /** The geometries of GeoJSON that a place of a protest can be. */
    enum Kind {
        POINT("Point"), LINE_STRING("LineString"), POLYGON("Polygon");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /** As GeoJSON calls it. */
        String type() {
            return type;
        }
    }
}
