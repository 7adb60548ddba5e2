package org.muster.exchange.ccc;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where towns are: a point for the whole town, by its name and state. */
public final class Places {
    /** Nearer to 0, 0 than this it is a blank that became a number. */
    private static final double NOWHERE_DEGREES = 0.01;

    private final Map<String, Point> points;

    private Places(Map<String, Point> points) {
        this.points = Map.copyOf(points);
    }

    /** WGS 84 degrees. */
    record Point(double lat, double lon) {}

    /** Of the lines of a table; those without usable coordinates say nothing, and the first of a town holds. */
    static Places of(List<Line> lines) {
        var points = new HashMap<String, Point>();
        for (var line : lines) {
            point(line).ifPresent(point -> points.putIfAbsent(
                    key(line.cell(Column.TOWN), States.code(line.cell(Column.STATE))), point));
        }
        return new Places(points);
    }

    /** How many towns it knows. */
    public int size() {
        return points.size();
    }

    Optional<Point> find(String town, String state) {
        return Optional.ofNullable(points.get(key(town, state)));
    }

    private static String key(String town, String state) {
        return town.toLowerCase(Locale.ROOT) + "/" + state;
    }

    private static Optional<Point> point(Line line) {
        try {
            var lat = Double.parseDouble(line.cell(Column.LAT));
            var lon = Double.parseDouble(line.cell(Column.LON));
            var isSomewhere = Math.abs(lat) > NOWHERE_DEGREES || Math.abs(lon) > NOWHERE_DEGREES;
            return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && isSomewhere
                    ? Optional.of(new Point(lat, lon))
                    : Optional.empty();
        } catch (NumberFormatException notKnown) {
            return Optional.empty();
        }
    }
}
