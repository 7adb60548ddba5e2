package org.muster.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.core.Ground;
import org.muster.model.Position;
import org.muster.model.Shape;

/** Metres between places of protests, judged by an independent formula. */
final class LocalGroundTest {
    /** About so many metres are a degree of a meridian. */
    private static final double DEGREE = 111_000;

    private final LocalGround ground = new LocalGround();

    @Test
    void the_referee_itself_knows_the_published_example_of_flinders_peak() {
        var flinders = new Position(-(37 + 57 / 60.0 + 3.72030 / 3600),
                144 + 25 / 60.0 + 29.52440 / 3600);
        var buninyong = new Position(-(37 + 39 / 60.0 + 10.15610 / 3600),
                143 + 55 / 60.0 + 35.38390 / 3600);
        assertThat(Vincenty.metres(flinders, buninyong)).isEqualTo(54_972.271, within(0.001));
    }

    @ParameterizedTest(name = "latitude {0}, longitude {1}, seed 3")
    @CsvSource({"0, 0", "0, 180", "53.4, -1.36", "-53.4, 179.9999", "70, -180", "-80, 25",
            "89, 179.99", "89.99, 10", "-89.999, -100", "89.99999, 60"})
    void points_are_as_far_apart_as_the_referee_says(double lat, double lon) {
        var chance = new Random(3);
        double worstNear = 0;
        double worst = 0;
        for (int i = 0; i < 5_000; i++) {
            var one = near(lat, lon, 1_000, chance);
            var other = near(lat, lon, i % 2 == 0 ? 1_000 : 18_000, chance);
            double right = Vincenty.metres(one, other);
            double error = Math.abs(metres(point(one), point(other)) - right);
            if (right <= 2_000) {
                worstNear = Math.max(worstNear, error);
            }
            if (right <= Ground.EXACT_METRES) {
                worst = Math.max(worst, error);
            }
        }
        assertThat(worstNear).isPositive().isLessThan(0.001);
        assertThat(worst).isLessThan(0.2);
    }

    @ParameterizedTest(name = "latitude {0}, longitude {1}")
    @CsvSource({"0, 0", "53.4, -1.36", "-45, 179.9", "70, 25"})
    void a_square_covers_what_the_referee_says_and_a_hole_is_no_ground(double lat, double lon) {
        var side = 0.002;
        double right = Vincenty.metres(new Position(lat, lon), new Position(lat + side, lon))
                * Vincenty.metres(new Position(lat + side / 2, lon),
                        new Position(lat + side / 2, lon + side));
        var square = ring(lat, lon, side);
        var hole = ring(lat + side / 4, lon + side / 4, side / 2);
        assertThat(ground.squareMetres(new Shape.Polygon(List.of(square)))).isCloseTo(right,
                withinPercentage(0.01));
        assertThat(ground.squareMetres(new Shape.Polygon(List.of(square, hole))))
                .isCloseTo(right * 3 / 4, withinPercentage(0.01));
        assertThat(ground.squareMetres(point(square.getFirst()))).isZero();
        assertThat(ground.squareMetres(new Shape.Line(square.subList(0, 3)))).isZero();
    }

    @ParameterizedTest(name = "latitude {0}, longitude {1}, seed 4")
    @CsvSource({"0, 180", "53.4, -1.36", "-45, -180"})
    void routes_and_grounds_are_as_far_apart_as_their_nearest_points(double lat, double lon) {
        var chance = new Random(4);
        for (int i = 0; i < 60; i++) {
            Position from = near(lat, lon, 1_500, chance);
            List<Position> route = List.of(near(lat, lon, 1_000, chance),
                    near(lat, lon, 1_000, chance), near(lat, lon, 1_000, chance));
            double right = along(route).stream()
                    .mapToDouble(at -> Vincenty.metres(from, at))
                    .min()
                    .orElseThrow();
            // A tenth for the way between two positions, half a metre for the steps along it.
            assertThat(metres(point(from), new Shape.Line(route))).isEqualTo(right, within(0.6));
            double toGround = metres(point(from), polygon(route));
            assertThat(toGround).isLessThanOrEqualTo(right + 0.6);
        }
    }

    @Test
    void what_meets_is_not_apart() {
        Shape.Polygon square = square(53.4, -1.4, 0.01);
        Shape.Polygon inside = square(53.404, -1.396, 0.001);
        Shape across = new Shape.Line(List.of(at(53.39, -1.395), at(53.42, -1.395)));
        Shape along = new Shape.Line(List.of(at(53.41, -1.5), at(53.41, -1.3)));
        assertThat(metres(square, inside)).isZero();
        assertThat(metres(square, across)).isZero();
        assertThat(metres(across, along)).isZero();
        assertThat(metres(square, point(at(53.405, -1.395)))).isZero();
        assertThat(metres(square, point(at(53.4, -1.4)))).isZero();
        assertThat(metres(square, square)).isZero();
    }

    @Test
    void in_a_hole_one_is_apart_from_the_ground_around_it() {
        List<Position> outer = ring(53.4, -1.4, 0.02);
        List<Position> hole = ring(53.405, -1.395, 0.01);
        var park = new Shape.Polygon(List.of(outer, hole));
        Position pond = at(53.406, -1.39);
        double right = Vincenty.metres(pond, at(53.405, -1.39));
        assertThat(metres(park, point(pond))).isEqualTo(right, within(0.05));
        assertThat(metres(park, square(53.409, -1.391, 0.002))).isPositive();
        assertThat(metres(park, point(at(53.402, -1.398)))).isZero();
    }

    @Test
    void a_route_over_the_antimeridian_goes_the_short_way() {
        var route = new Shape.Line(List.of(at(-17, 179.99), at(-17, -179.99)));
        assertThat(metres(route, point(at(-17, 180)))).isLessThan(0.1);
        assertThat(metres(route, point(at(-17.001, -180))))
                .isEqualTo(Vincenty.metres(at(-17.001, 180), at(-17, 180)), within(0.1));
        assertThat(metres(route, point(at(-17, 0)))).isGreaterThan(Ground.EXACT_METRES);
        assertThat(metres(polygon(List.of(at(-17, 179.99), at(-17, -179.99), at(-16.99, -179.99))),
                point(at(-16.999, -179.995)))).isZero();
    }

    @Test
    void ten_kilometres_along_a_parallel_run_at_most_three_metres_beside_it() {
        var parallel = new Shape.Line(List.of(at(55, -1.078), at(55, -0.922)));
        assertThat(Vincenty.metres(at(55, -1.078), at(55, -0.922))).isEqualTo(10_000, within(50.0));
        assertThat(metres(parallel, point(at(55, -1)))).isBetween(2.0, 3.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7})
    void of_far_shapes_only_the_least_distance_is_said_seed(int seed) {
        var chance = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            double reach = Math.pow(10, 4 + chance.nextInt(3));
            var one = near(chance.nextDouble() * 178 - 89, chance.nextDouble() * 360 - 180, 500,
                    chance);
            var other = near(one.lat(), one.lon(), reach, chance);
            double right = Vincenty.metres(one, other);
            double said = metres(point(one), point(other));
            assertThat(said > Ground.EXACT_METRES).as("%s %s", one, other)
                    .isEqualTo(right > Ground.EXACT_METRES);
            assertThat(said).isLessThanOrEqualTo(right + 0.2);
        }
    }

    @Test
    void boxes_far_apart_in_degrees_may_touch_at_the_pole() {
        assertThat(metres(point(at(90, -170)), point(at(90, 100)))).isEqualTo(0, within(1e-6));
        assertThat(metres(point(at(-89.9999, 0)), point(at(-89.9999, 180))))
                .isEqualTo(Vincenty.metres(at(-89.9999, 0), at(-89.9999, 180)), within(0.001));
    }

    /** Both ways round, which must agree. */
    private double metres(Shape one, Shape other) {
        double there = ground.metres(one, other);
        assertThat(ground.metres(other, one)).isEqualTo(there, within(1e-6));
        return there;
    }

    /** Within so many metres north or south and about as many east or west; over a pole it comes down again. */
    private static Position near(double lat, double lon, double metres, Random chance) {
        double north = lat + (chance.nextDouble() * 2 - 1) * metres / 1.5 / DEGREE;
        double over = Math.abs(north) > 90 ? Math.copySign(180, north) - north : north;
        double cos = Math.max(Math.cos(Math.toRadians(over)), 1e-9);
        double turn = Math.min(180, metres / 1.5 / DEGREE / cos);
        double east = lon + (chance.nextDouble() * 2 - 1) * turn;
        return at(over, Math.IEEEremainder(east, 360));
    }

    /** A route's positions and a thousand between each two of them, straight in degrees. */
    private static List<Position> along(List<Position> route) {
        var dense = new ArrayList<Position>();
        for (int i = 1; i < route.size(); i++) {
            Position from = route.get(i - 1);
            double north = route.get(i).lat() - from.lat();
            double east = Math.IEEEremainder(route.get(i).lon() - from.lon(), 360);
            for (int step = 0; step <= 1_000; step++) {
                double share = step / 1_000.0;
                dense.add(at(from.lat() + north * share,
                        Math.IEEEremainder(from.lon() + east * share, 360)));
            }
        }
        return dense;
    }

    private static Shape.Polygon polygon(List<Position> corners) {
        var ring = new ArrayList<>(corners);
        ring.add(corners.getFirst());
        return new Shape.Polygon(List.of(ring));
    }

    private static Shape.Polygon square(double south, double west, double degrees) {
        return new Shape.Polygon(List.of(ring(south, west, degrees)));
    }

    private static List<Position> ring(double south, double west, double degrees) {
        double north = south + degrees;
        double east = west + degrees;
        return List.of(at(south, west), at(south, east), at(north, east), at(north, west),
                at(south, west));
    }

    private static Shape point(Position at) {
        return new Shape.Point(at);
    }

    private static Position at(double lat, double lon) {
        return new Position(lat, lon);
    }
}
