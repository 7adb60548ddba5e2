package org.muster.exercise.load;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.muster.geo.AreaMap;

/**
 * A map of any size over the country of the {@link Night}: a county, its districts side by side, each cut into parts. So
 * each place lies in three areas, however many there are.
 */
final class Grid {
    private static final double SOUTH = 53.31;
    private static final double NORTH = 53.56;
    private static final double WEST = -1.56;
    private static final double EAST = -1.14;

    private Grid() {}

    /** A map of a county, so many districts, and so many parts in each. */
    static AreaMap of(int districts, int parts) {
        var json = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        area(json, "county", null, WEST, EAST, SOUTH, NORTH);
        for (var i = 0; i < districts; i++) {
            var district = "district-" + i;
            var west = between(WEST, EAST, i, districts);
            var east = between(WEST, EAST, i + 1, districts);
            json.append(',');
            area(json, district, "county", west, east, SOUTH, NORTH);
            for (var j = 0; j < parts; j++) {
                json.append(',');
                area(json, district + "-" + j, district, west, east,
                        between(SOUTH, NORTH, j, parts), between(SOUTH, NORTH, j + 1, parts));
            }
        }
        var file = json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
        return switch (AreaMap.read(file)) {
            case AreaMap.Read.Good(var map) -> map;
            case AreaMap.Read.Faulty(var faults) ->
                    throw new IllegalStateException("the map is at fault: " + faults);
        };
    }

    private static double between(double from, double to, int step, int steps) {
        return step == steps ? to : from + (to - from) * step / steps;
    }

    private static void area(StringBuilder json, String id, @Nullable String parent, double west,
            double east, double south, double north) {
        json.append(String.format(Locale.ROOT,
                "{\"type\":\"Feature\",\"properties\":{\"id\":\"%s\",\"name\":\"%s\",\"parent\":%s},"
                        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[%f,%f],[%f,%f],[%f,%f],[%f,%f],[%f,%f]]]}}",
                id, id, parent == null ? "null" : "\"" + parent + "\"", west, south, east, south,
                east, north, west, north, west, south));
    }
}
