package org.muster.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.Fault;
import org.muster.model.Location;
import org.muster.model.Settings;

/** Reading maps and finding places on them. The maps here are squares, x east, y north, in degrees. */
final class AreaMapTest {
    private static final String LAND = square("land", null, 1, 1, 9, 9);
    private static final String WEST = square("west", "land", 1, 1, 5, 9);
    private static final String EAST = square("east", "land", 5, 1, 9, 9);
    private static final String TOWN = square("town", "west", 4, 4, 5, 5);

    @ParameterizedTest
    @CsvSource({"4.5, 4.5, town west land", "2, 2, west land", "8, 2, east land",
            "0.5, 5, elsewhere", "20, 20, elsewhere", "89.9, -179.9, elsewhere"})
    void a_place_lies_in_the_smallest_area_and_its_ancestors(double lon, double lat, String areas) {
        assertThat(map(LAND, WEST, EAST, TOWN).locate(lat, lon)).containsExactly(areas.split(" "));
    }

    @Test
    void a_place_on_a_border_always_lies_in_the_same_area() {
        assertThat(map(LAND, WEST, EAST, TOWN).locate(4.5, 5)).startsWith("town");
        assertThat(map(LAND, WEST, EAST).locate(4.5, 5)).startsWith("east");
        assertThat(map(EAST, LAND, WEST).locate(4.5, 5)).startsWith("east");
        assertThat(map(LAND, WEST, EAST).locate(1, 1)).startsWith("west");
    }

    @Test
    void a_tiled_map_has_no_gap_between_its_tiles_seed_7() {
        AreaMap map = map(LAND, slanted("west", "land", true), slanted("east", "land", false));
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double lat = 1 + random.nextDouble() * 8;
            // On the slanted border itself, as near as a double comes to it.
            double lon = i % 2 == 0 ? 4 + (lat - 1) / 4 : 1 + random.nextDouble() * 8;
            assertThat(map.locate(lat, lon)).hasSize(2);
        }
    }

    @Test
    void both_windings_holes_and_multipolygons_are_read() {
        String clockwise = feature("land", null, "Polygon",
                "[[[1,1],[1,9],[9,9],[9,1],[1,1]],[[4,4],[6,4],[6,6],[4,6],[4,4]]]");
        String isles = feature("isles", null, "MultiPolygon",
                "[[[[11,1],[12,1],[12,2],[11,2],[11,1]]],[[[13,1],[14,1],[14,2],[13,2],[13,1]]]]");
        AreaMap map = map(clockwise, isles);
        assertThat(map.locate(2, 2)).containsExactly("land");
        assertThat(map.locate(5, 5)).containsExactly("elsewhere");
        assertThat(map.locate(1.5, 13.5)).containsExactly("isles");
        assertThat(map.locate(1.5, 12.5)).containsExactly("elsewhere");
    }

    @Test
    void an_outline_that_touches_itself_at_a_point_is_mended() {
        // A square whose line comes in from the south edge, round a pond, and out again where it came in.
        AreaMap map = map(feature("land", null, "Polygon",
                "[[[1,1],[5,1],[4,4],[6,4],[5,1],[9,1],[9,9],[1,9],[1,1]]]"));
        assertThat(map.locate(2, 2)).containsExactly("land");
        assertThat(map.locate(3, 5)).containsExactly("elsewhere");
        assertThat(map.locate(8, 5)).containsExactly("land");
    }

    @Test
    void a_crs_and_other_members_are_ignored() {
        String text = collection(LAND).replace("\"features\"",
                "\"crs\":{\"type\":\"name\"},\"bbox\":[1,1,9,9],\"features\"");
        assertThat(AreaMap.read(bytes(text))).isInstanceOf(AreaMap.Read.Good.class);
    }

    @Test
    void parents_come_before_children_whatever_the_order_of_the_file() {
        AreaMap map = map(TOWN, EAST, WEST, LAND);
        assertThat(map.definitions()).extracting(Settings.AreaDefinition::id)
                .containsExactly("land", "east", "west", "town");
        assertThat(map.locate(4.5, 4.5)).containsExactly("town", "west", "land");
        assertThat(map.has("town")).isTrue();
        assertThat(map.has("elsewhere")).isFalse();
    }

    @Test
    void the_version_is_the_files_sha_256() {
        String one = map(LAND).version();
        assertThat(one).matches("[0-9a-f]{64}").isEqualTo(map(LAND).version());
        assertThat(map(LAND, WEST).version()).isNotEqualTo(one);
    }

    @Test
    void the_centre_lies_inside_even_of_a_horseshoe() {
        String horseshoe = feature("bay", null, "Polygon",
                "[[[1,1],[9,1],[9,9],[8,9],[8,2],[2,2],[2,9],[1,9],[1,1]]]");
        AreaMap map = map(horseshoe);
        assertThat(map.centre("bay")).hasValueSatisfying(
                at -> assertThat(map.locate(at.lat(), at.lon())).containsExactly("bay"));
        assertThat(map(LAND).centre("land")).contains(new Location(5, 5, null, null));
        assertThat(map.centre("elsewhere")).isEmpty();
    }

    @Test
    void features_come_out_as_they_stand_in_the_file_if_they_may_be_shown() {
        String text = new String(map(LAND, WEST).geoJson(id -> id.equals("west")),
                StandardCharsets.UTF_8);
        assertThat(text).isEqualTo(collection(WEST));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "[[[1,1],[9,1],[9,9],[1,9]]]|/features/0/geometry/coordinates/0|not closed; repeat the first position [1.0, 1.0]",
            "[[[1,1],[9,1],[1,1]]]|/features/0/geometry/coordinates/0|at least 4 positions",
            "[[[1,1],[9,9],[9,1],[1,9],[1,1]]]|/features/0/geometry/coordinates|cross itself",
            "[[[0,0],[9,1],[9,9],[0,0]]]|/features/0/geometry/coordinates/0/0|no fix",
            "[[[1,1],[9,100],[9,9],[1,1]]]|/features/0/geometry/coordinates/0/1|longitude (-180 to 180) comes first",
            "[[[1,1],[\"9\",1],[9,9],[1,1]]]|/features/0/geometry/coordinates/0/1|must be a position",
            "[[[1,1],5,[9,9],[1,1]]]|/features/0/geometry/coordinates/0/1|must be a position",
            "[]|/features/0/geometry/coordinates|holds no ring",
            "{}|/features/0/geometry/coordinates|holds no ring"})
    void a_bad_shape_is_told_with_its_place(String rings, String pointer, String detail) {
        assertThat(faults(collection(feature("land", null, "Polygon", rings))))
                .anySatisfy(fault -> {
                    assertThat(fault.pointer()).isEqualTo(pointer);
                    assertThat(fault.detail()).contains(detail);
                });
    }

    @Test
    void siblings_that_overlap_are_told() {
        assertThat(faults(collection(LAND, WEST, square("east", "land", 4, 1, 9, 9))))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.pointer()).isEqualTo("/features/2/geometry");
                    assertThat(fault.detail()).contains("\"east\" and \"west\"", "overlap",
                            "look near [4.5");
                });
    }

    @Test
    void a_child_outside_its_parent_is_told_and_a_sliver_is_not() {
        assertThat(faults(collection(LAND, square("west", "land", 0.5, 1, 5, 9)))).singleElement()
                .extracting(Fault::detail)
                .asString()
                .contains("11.1 %", "outside its parent");
        assertThat(faults(collection(LAND, square("west", "land", 0.999, 1, 5, 9)))).isEmpty();
    }

    @Test
    void ten_faults_are_told_at_once() {
        String text = collection(feature("Bad Id", null, "Polygon", "[[[1,1],[9,1],[9,9],[1,1]]]"),
                feature("open", null, "Polygon", "[[[1,1],[9,1],[9,9],[1,9]]]"),
                feature("point", null, "Point", "[1,1]"), square("twin", null, 20, 1, 21, 2),
                square("twin", null, 22, 1, 23, 2), square("orphan", "nobody", 24, 1, 25, 2),
                square("ring-a", "ring-b", 26, 1, 27, 2), square("ring-b", "ring-a", 26, 1, 27, 2),
                square("elsewhere", null, 28, 1, 29, 2), square("over", null, 20.5, 1, 21.5, 2),
                feature("", null, "MultiPolygon", "[]").replace("\"name\":\"\"", "\"name\":7"));
        assertThat(faults(text)).extracting(Fault::pointer)
                .containsExactlyInAnyOrder("/features/0/properties/id",
                        "/features/1/geometry/coordinates/0", "/features/2/geometry",
                        "/features/4/properties/id", "/features/5/properties/parent",
                        "/features/6/properties/parent", "/features/7/properties/parent",
                        "/features/8/properties/id", "/features/9/geometry",
                        "/features/10/properties/id", "/features/10/properties/name",
                        "/features/10/geometry/coordinates");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "7", "{\"type\":\"Feature\"}",
            "{\"type\":\"FeatureCollection\",\"features\":[]}",
            "{\"type\":\"FeatureCollection\",\"features\":{}} x",
            "{\"type\":\"FeatureCollection\",\"features\":[5]}",
            "{\"type\":\"FeatureCollection\",\"type\":\"FeatureCollection\"}"})
    void what_is_no_map_is_told(String text) {
        assertThat(faults(text)).isNotEmpty();
    }

    @Test
    void many_threads_may_ask_at_once() {
        AreaMap map = map(LAND, WEST, EAST, TOWN);
        Set<List<String>> answers = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 20_000).parallel().forEach(i -> answers.add(map.locate(4.5, 4.5)));
        assertThat(answers).containsExactly(List.of("town", "west", "land"));
    }

    private static AreaMap map(String... features) {
        return switch (AreaMap.read(bytes(collection(features)))) {
            case AreaMap.Read.Good(AreaMap map) -> map;
            case AreaMap.Read.Faulty(var faults) -> fail("faults: " + faults);
        };
    }

    private static List<Fault> faults(String text) {
        return switch (AreaMap.read(bytes(text))) {
            case AreaMap.Read.Good good -> List.of();
            case AreaMap.Read.Faulty(var faults) -> faults;
        };
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String square(String id, @Nullable String parent, double west, double south,
            double east, double north) {
        return feature(id, parent, "Polygon",
                "[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]".formatted(west,
                        south, east, north));
    }

    /** Half of the land, cut by a line that leans. */
    private static String slanted(String id, String parent, boolean west) {
        return feature(id, parent, "Polygon",
                west ? "[[[1,1],[4,1],[6,9],[1,9],[1,1]]]" : "[[[4,1],[9,1],[9,9],[6,9],[4,1]]]");
    }

    private static String feature(String id, @Nullable String parent, String type,
            String coordinates) {
        return ("{\"type\":\"Feature\",\"properties\":{\"id\":\"%s\",\"name\":\"%s\",\"parent\":%s},"
                + "\"geometry\":{\"type\":\"%s\",\"coordinates\":%s}}")
                .formatted(id, id, parent == null ? "null" : '"' + parent + '"', type, coordinates);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
