package org.muster.exercise.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The made-up maps of the core's bench. */
final class GridTest {

    @ParameterizedTest(name = "{0} districts of {1} parts, seed 5")
    @CsvSource({"9, 10, 100", "1, 8, 10"})
    void every_place_of_the_night_lies_in_three_areas_however_many_there_are(int districts,
            int parts, int areas) {
        var map = Grid.of(districts, parts);
        assertThat(map.definitions()).hasSize(areas);
        var random = new Random(5);
        for (var i = 0; i < 1_000; i++) {
            assertThat(
                    map.areasOf(random.nextDouble(53.32, 53.55), random.nextDouble(-1.55, -1.15)))
                    .hasSize(3)
                    .endsWith("county");
        }
    }
}
