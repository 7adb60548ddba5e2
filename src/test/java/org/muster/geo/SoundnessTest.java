package org.muster.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.Position;
import org.muster.model.Shape;

/** Which drawings are shapes on the ground. Rings are told by their corners, rings apart by a bar. */
final class SoundnessTest {

    @ParameterizedTest
    @ValueSource(strings = {"1 1 3 1 3 3 1 3", "1 1 1 3 3 3 3 1", "1 1 5 1 5 5 1 5|2 2 3 2 3 3 2 3",
            // It touches itself at a point, and a hole touches the outline at one.
            "1 1 3 2 5 1 5 5 3 2 1 5", "1 1 5 1 5 5 1 5|1 1 3 2 2 3", "179 1 -179 1 -179 3 179 3"})
    void outlines_either_way_round_with_holes_are_sound(String rings) {
        assertThat(Soundness.faults(polygon(rings), "/at")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1 1 3 3 3 1 1 3, /at/0, crosses itself near [2.000000",
            "1 1 2 2 3 3, /at/0, crosses itself", "1 1 2 2 1 1, /at/0, holds no ground",
            "1 1 5 1 5 5 1 5|2 2 3 3 3 2 2 3, /at/1, crosses itself near [2.500000",
            "1 1 5 1 5 5 1 5|6 6 7 6 7 7 6 7, /at, hole outside",
            "1 1 5 1 5 5 1 5|4 4 7 4 7 7 4 7, /at, crosses itself",
            "1 1 1 1 1 1, /at/0, holds no ground"})
    void what_is_no_ground_is_told_with_its_ring(String rings, String pointer, String detail) {
        assertThat(Soundness.faults(polygon(rings), "/at")).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.detail()).contains(detail);
        });
    }

    @Test
    void a_route_leads_somewhere() {
        var here = new Position(53.4, -1.3);
        var there = new Position(53.4, -1.4);
        assertThat(Soundness.faults(new Shape.Line(List.of(here, there, here)), "/at")).isEmpty();
        assertThat(Soundness.faults(new Shape.Line(List.of(here, here)), "/at")).hasSize(1);
        assertThat(Soundness.faults(new Shape.Point(here), "/at")).isEmpty();
    }

    private static Shape polygon(String rings) {
        return new Shape.Polygon(
                Arrays.stream(rings.split("\\|")).map(SoundnessTest::ring).toList());
    }

    private static List<Position> ring(String numbers) {
        double[] each = Arrays.stream(numbers.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        var ring = new ArrayList<Position>();
        IntStream.range(0, each.length / 2)
                .mapToObj(i -> new Position(each[2 * i + 1], each[2 * i]))
                .forEach(ring::add);
        ring.add(ring.getFirst());
        return ring;
    }
}
