package org.muster.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.muster.model.Position;
import org.muster.model.Shape;

/** The areas of points, routes and grounds. The maps are rectangles: x east, y north, in degrees. */
final class AreasOfShapesTest {
    /** A land in two halves; the western one has a town in its north-east and bare ground elsewhere. */
    private final AreaMap map = map(square("land", null, 1, 1, 9, 9),
            square("west", "land", 1, 1, 5, 9), square("east", "land", 5, 1, 9, 9),
            square("town", "west", 3, 6, 5, 8));

    @ParameterizedTest
    @CsvSource({"4 7, town west land", "2 2, west land", "8 2, east land", "0.5 5, elsewhere",
            // Routes: within one leaf, through two, through bare ground, out of the map and past it.
            "3.5 7 4.5 7, town west land", "4 7 8 7, town east west land", "2 2 3 3, west land",
            "2 7 4 7, town west land", "0.5 2 2 2, west land", "0.2 5 0.5 8, elsewhere",
            "0.5 0.5 9.5 9.5, east west land",
            // Along a border it is in both.
            "5 2 5 3, east west land"})
    void a_route_counts_in_every_area_it_touches_and_in_their_ancestors(String numbers,
            String areas) {
        assertThat(map.areasOf(shape(numbers))).containsExactly(areas.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"3.5 6.5 4.5 6.5 4 7, town west land", "1.5 1.5 2 1.5 2 2, west land",
            "4 2 6 2 5 3, east west land",
            // It holds the town without touching its outline; then it holds everything.
            "2 5 4.9 5 4.9 8.5 2 8.5, town west land", "0 -1 12 -1 12 12 0 12, town east west land",
            "10 10 11 10 11 11, elsewhere"})
    void a_ground_counts_in_every_area_it_touches_and_in_their_ancestors(String numbers,
            String areas) {
        assertThat(map.areasOf(ground(numbers, List.of()))).containsExactly(areas.split(" "));
        List<Position> backwards = positions(numbers).reversed();
        assertThat(map.areasOf(new Shape.Polygon(List.of(closed(backwards)))))
                .containsExactly(areas.split(" "));
    }

    @Test
    void what_lies_in_a_hole_of_a_ground_is_not_touched() {
        Shape around = ground("2.5 5.5 5.5 5.5 5.5 8.5 2.5 8.5",
                closed(positions("2.9 5.9 5.1 5.9 5.1 8.1 2.9 8.1")));
        assertThat(map.areasOf(around)).containsExactly("east", "west", "land");
    }

    @Test
    void a_point_has_the_areas_of_its_position_and_a_short_route_there_the_same_seed_9() {
        var chance = new Random(9);
        for (int i = 0; i < 5_000; i++) {
            double lat = chance.nextDouble() * 10;
            double lon = chance.nextDouble() * 10;
            var at = new Position(lat, lon);
            var beside = new Position(lat + 1e-9, lon);
            assertThat(map.areasOf(new Shape.Point(at))).isEqualTo(map.areasOf(lat, lon));
            assertThat(map.areasOf(new Shape.Line(List.of(at, beside))))
                    .isEqualTo(map.areasOf(lat, lon));
        }
    }

    @Test
    void a_routes_areas_are_those_of_all_its_points_seed_10() {
        var chance = new Random(10);
        for (int i = 0; i < 300; i++) {
            double[] ends = chance.doubles(4, 0, 10).toArray();
            var line = new Shape.Line(
                    List.of(new Position(ends[1], ends[0]), new Position(ends[3], ends[2])));
            var sampled = new HashSet<String>();
            for (int step = 0; step <= 2_000; step++) {
                double share = step / 2_000.0;
                sampled.addAll(map.locate(ends[1] + (ends[3] - ends[1]) * share,
                        ends[0] + (ends[2] - ends[0]) * share));
            }
            sampled.remove("elsewhere");
            assertThat(map.areasOf(line)).doesNotHaveDuplicates().containsAll(sampled);
        }
    }

    @Test
    void an_area_comes_before_its_parent_even_when_it_fills_it() {
        AreaMap nested = map(square("a", null, 1, 1, 9, 9), square("b", "a", 1, 1, 9, 9),
                square("c", "b", 1, 1, 9, 9.0001));
        assertThat(nested.locate(5, 5)).containsExactly("c", "b", "a");
        assertThat(nested.areasOf(shape("2 2 3 3"))).containsExactly("c", "b", "a");
    }

    @Test
    void what_crosses_the_antimeridian_counts_on_both_sides_and_not_round_the_globe() {
        AreaMap fiji = map(square("western", null, 177, -19, 180, -15),
                square("eastern", null, -180, -19, -178, -15),
                square("africa", null, 10, -19, 30, -15));
        assertThat(fiji.areasOf(shape("179.9 -17 -179.9 -17"))).containsExactly("eastern",
                "western");
        assertThat(fiji.areasOf(shape("-179.9 -17 179.9 -17"))).containsExactly("eastern",
                "western");
        assertThat(fiji.areasOf(shape("179.5 -17 179.9 -17"))).containsExactly("western");
    }

    private static Shape shape(String numbers) {
        List<Position> positions = positions(numbers);
        return positions.size() == 1 ? new Shape.Point(positions.getFirst())
                : new Shape.Line(positions);
    }

    private static Shape ground(String numbers, List<Position> hole) {
        List<Position> outer = closed(positions(numbers));
        return new Shape.Polygon(hole.isEmpty() ? List.of(outer) : List.of(outer, hole));
    }

    private static List<Position> closed(List<Position> positions) {
        return IntStream.rangeClosed(0, positions.size())
                .mapToObj(i -> positions.get(i % positions.size()))
                .toList();
    }

    private static List<Position> positions(String numbers) {
        double[] each = Arrays.stream(numbers.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return IntStream.range(0, each.length / 2)
                .mapToObj(i -> new Position(each[2 * i + 1], each[2 * i]))
                .toList();
    }

    private static String square(String id, @Nullable String parent, double west, double south,
            double east, double north) {
        return String.format(Locale.ROOT, """
                        {"type":"Feature","properties":{"id":"%1$s","name":"%1$s","parent":%2$s},
                         "geometry":{"type":"Polygon","coordinates":
                           [[[%3$f,%4$f],[%5$f,%4$f],[%5$f,%6$f],[%3$f,%6$f],[%3$f,%4$f]]]}}""", id,
                parent == null ? "null" : '"' + parent + '"', west, south, east, north);
    }

    private static AreaMap map(String... features) {
        String text = Arrays.stream(features)
                .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[",
                        "]}"));
        return switch (AreaMap.read(text.getBytes(StandardCharsets.UTF_8))) {
            case AreaMap.Read.Good(AreaMap map) -> map;
            case AreaMap.Read.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }
}
