package org.muster.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Envelope;

/** The shipped map is our own coarse drawing; still, well-known places lie where they should. */
final class ShippedMapTest {
    private static final int SAMPLES = 2_000;
    /** Outlines of the real districts, where somebody has put them; they are not ours to ship. */
    private static final String REAL = "data/geo/south-yorkshire-lad.geojson";

    private final AreaMap map = shipped();

    @ParameterizedTest
    @CsvSource({"53.3966, -1.2537, thurcroft rotherham south-yorkshire",
            "53.4308, -1.3566, rotherham-town-centre rotherham south-yorkshire",
            "53.4248, -1.2040, rotherham south-yorkshire",
            "53.3811, -1.4701, sheffield south-yorkshire",
            "53.4840, -1.5940, sheffield south-yorkshire",
            "53.5526, -1.4797, barnsley south-yorkshire",
            "53.5250, -1.6280, barnsley south-yorkshire",
            "53.5228, -1.1285, doncaster south-yorkshire",
            "53.6110, -0.9600, doncaster south-yorkshire", "53.7996, -1.5491, elsewhere",
            "53.2350, -1.4213, elsewhere", "53.3043, -1.1244, elsewhere",
            "51.5007, -0.1246, elsewhere"})
    void well_known_places_lie_where_they_should(double lat, double lon, String areas) {
        assertThat(map.locate(lat, lon)).containsExactly(areas.split(" "));
    }

    @Test
    void the_districts_tile_the_force_area_seed_11() {
        var random = new Random(11);
        int inside = 0;
        for (int i = 0; i < 50_000; i++) {
            var areas = map.locate(53.29 + random.nextDouble() * 0.39, -1.83 + random.nextDouble());
            if (areas.contains("south-yorkshire")) {
                inside++;
                assertThat(areas).as("sample %d", i).hasSizeGreaterThanOrEqualTo(2);
            }
        }
        assertThat(inside).isGreaterThan(10_000);
    }

    @ParameterizedTest
    @CsvSource({"Rotherham, rotherham, 0.95", "Sheffield, sheffield, 0.93",
            "Barnsley, barnsley, 0.93", "Doncaster, doncaster, 0.93"})
    void most_of_each_real_district_lies_in_ours_seed_5(String real, String ours, double share)
            throws IOException {
        Optional<Path> file = realOutlines();
        if (file.isEmpty()) {
            System.out.println("NOT CHECKED: there are no real outlines (" + REAL
                    + ") to compare the shipped map with");
        }
        Assumptions.assumeTrue(file.isPresent(), "no real outlines here");
        Coordinate[] district = district(file.orElseThrow(), real);
        Envelope box = CoordinateArrays.envelope(district);
        var random = new Random(5);
        int sampled = 0;
        int found = 0;
        while (sampled < SAMPLES) {
            double lon = box.getMinX() + random.nextDouble() * box.getWidth();
            double lat = box.getMinY() + random.nextDouble() * box.getHeight();
            if (PointLocation.isInRing(new Coordinate(lon, lat), district)) {
                sampled++;
                found += map.locate(lat, lon).contains(ours) ? 1 : 0;
            }
        }
        System.out.printf("%s: %.1f %% of the real district lie in ours%n", real,
                100.0 * found / sampled);
        assertThat(found).isGreaterThanOrEqualTo((int) (share * sampled));
    }

    /** The outline alone; real ones touch themselves here and there, which does not matter for a sample. */
    private static Coordinate[] district(Path file, String name) throws IOException {
        for (JsonNode feature : new JsonMapper().readTree(file.toFile()).path("features")) {
            if (feature.path("properties").path("LAD13NM").asText().equals(name)) {
                JsonNode ring = feature.path("geometry").path("coordinates").path(0);
                return IntStream.range(0, ring.size())
                        .mapToObj(ring::path)
                        .map(at -> new Coordinate(at.path(0).asDouble(), at.path(1).asDouble()))
                        .toArray(Coordinate[]::new);
            }
        }
        throw new IllegalStateException(name + " is not in " + file);
    }

    /** Beside the project, or in a folder that {@code MUSTER_TEST_DATA} names. */
    private static Optional<Path> realOutlines() {
        Path shared = Path.of("..", "shared").toAbsolutePath().normalize();
        String named = System.getenv("MUSTER_TEST_DATA");
        Path file = (named == null ? shared : Path.of(named)).resolve(REAL);
        return Optional.of(file).filter(Files::isReadable);
    }

    private static AreaMap shipped() {
        try {
            return switch (AreaMap.read(Files.readAllBytes(Path.of("config", "areas.geojson")))) {
                case AreaMap.Read.Good(AreaMap map) -> map;
                case AreaMap.Read.Faulty(var faults) ->
                        throw new IllegalStateException("" + faults);
            };
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
