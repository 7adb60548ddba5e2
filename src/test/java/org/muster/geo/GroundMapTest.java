package org.muster.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.muster.model.Fault;

/** What is drawn under the areas, as an operator gives it. */
final class GroundMapTest {

    private static GroundMap.Read read(String features) {
        return GroundMap.read(("{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}")
                .getBytes(StandardCharsets.UTF_8));
    }

    private static String feature(String kind, String type, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{\"kind\":\"" + kind
                + "\",\"name\":\"A\",\"owner\":\"E. Example\"},\"geometry\":{\"type\":\"" + type
                + "\",\"coordinates\":" + coordinates + "}}";
    }

    private static GroundMap good(String features) {
        return ((GroundMap.Read.Good) read(features)).ground();
    }

    private static List<Fault> faults(String features) {
        return ((GroundMap.Read.Faulty) read(features)).faults();
    }

    @Test
    void what_is_drawn_is_passed_on_and_nothing_else_of_the_file() {
        GroundMap ground = good(feature("road", "LineString", "[[1,53],[2,53,7]]") + ","
                + feature("place", "Point", "[1,53]"));
        assertThat(ground.isEmpty()).isFalse();
        assertThat(new String(ground.geoJson(), StandardCharsets.UTF_8)).isEqualTo("""
                        {"type":"FeatureCollection","attribution":"","features":[\
                        {"type":"Feature","properties":{"kind":"road","name":null},\
                        "geometry":{"type":"LineString","coordinates":[[1,53],[2,53,7]]}},\
                        {"type":"Feature","properties":{"kind":"place","name":"A"},\
                        "geometry":{"type":"Point","coordinates":[1,53]}}]}""");
    }

    @Test
    void another_ground_has_another_version() {
        String road = feature("road", "LineString", "[[1,53],[2,53]]");
        assertThat(good(road).version()).isEqualTo(good(road).version())
                .isNotEqualTo(good("").version());
        assertThat(good("").version()).isEqualTo(GroundMap.NONE.version());
        assertThat(good("").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "raod; LineString; [[1,53],[2,53]]; /features/0/properties/kind; did you mean",
            "road; Polygon; [[[1,53],[2,53],[2,54],[1,53]]]; /features/0/geometry; not as Polygon",
            "road; LineString; [[1,53]]; /features/0/geometry/coordinates; at least 2 positions",
            "water; Polygon; [[[1,53],[2,53],[2,54]]]; /features/0/geometry/coordinates/0; at least 4",
            "green; Polygon; [[[1,53],[2,53],[2,54],[1,54]]]; /features/0/geometry/coordinates/0; not closed",
            "green; MultiPolygon; []; /features/0/geometry/coordinates; is empty",
            "rail; LineString; [[1,53],[53,181]]; /features/0/geometry/coordinates/1; longitude",
            "rail; LineString; [[1,53],[1,'x']]; /features/0/geometry/coordinates/1; longitude",
            "rail; LineString; [[1,53],[1,53,'x']]; /features/0/geometry/coordinates/1; longitude",
            "rail; LineString; [[1,53],[1,53,7,[8]]]; /features/0/geometry/coordinates/1; longitude",
            "rail; LineString; [[1,53],{'a':1,'b':2}]; /features/0/geometry/coordinates/1; longitude",
            "path; LineString; 7; /features/0/geometry/coordinates; at least 2 positions"})
    void a_fault_is_told_with_the_feature_s_number(String kind, String type, String coordinates,
            String at, String words) {
        assertThat(faults(feature(kind, type, coordinates.replace('\'', '"')))).first()
                .satisfies(fault -> {
                    assertThat(fault.pointer()).isEqualTo(at);
                    assertThat(fault.detail()).contains(words);
                });
    }

    @Test
    void a_place_has_a_name_that_can_be_drawn() {
        String place = feature("place", "Point", "[1,53]");
        for (String name : List.of("", " ", "x".repeat(65), "a\\u0007b")) {
            assertThat(faults(place.replace("\"A\"", '"' + name + '"'))).singleElement()
                    .extracting(Fault::pointer)
                    .isEqualTo("/features/0/properties/name");
        }
    }

    @Test
    void whoever_wants_to_be_named_is_named_in_one_line() {
        var named = "{\"type\":\"FeatureCollection\",\"attribution\":\"%s\",\"features\":[]}";
        var good = GroundMap.read(named.formatted("Survey").getBytes(StandardCharsets.UTF_8));
        assertThat(
                new String(((GroundMap.Read.Good) good).ground().geoJson(), StandardCharsets.UTF_8))
                .contains("\"attribution\":\"Survey\"");
        for (String bad : List.of("\"" + "x".repeat(201) + "\"", "\"a\\nb\"", "[\"Survey\"]",
                "7")) {
            byte[] file = named.replace("\"%s\"", bad).getBytes(StandardCharsets.UTF_8);
            assertThat(GroundMap.read(file)).as(bad)
                    .isInstanceOfSatisfying(GroundMap.Read.Faulty.class,
                            faulty -> assertThat(faulty.faults()).singleElement()
                                    .extracting(Fault::pointer)
                                    .isEqualTo("/attribution"));
        }
    }

    @Test
    void more_than_a_screen_can_draw_is_refused_with_what_to_do() {
        String road = feature("road", "LineString", "[[1,53],[2,53]]");
        assertThat(faults(repeated(road, GroundReader.FEATURES_MAX + 1))).singleElement()
                .extracting(Fault::detail)
                .asString()
                .contains("5001 features; the most is 5000", "simplify");
        String line = "[" + repeated("[1,53]", GroundReader.VERTICES_MAX + 1) + "]";
        assertThat(faults(feature("road", "LineString", line))).singleElement()
                .extracting(Fault::detail)
                .asString()
                .contains("100001 vertices");
        assertThat(GroundMap.read(new byte[GroundReader.BYTES_MAX + 1])).isInstanceOfSatisfying(
                GroundMap.Read.Faulty.class,
                faulty -> assertThat(faulty.faults()).singleElement()
                        .extracting(Fault::detail)
                        .asString()
                        .contains("8388609 bytes"));
    }

    @Test
    void a_file_full_of_faults_is_not_told_to_the_end() {
        assertThat(faults(repeated(feature("x", "Point", "[1,53]"), 500))).hasSize(20);
    }

    @Test
    void what_is_no_collection_is_told_with_its_line() {
        assertThat(GroundMap.read("{\n\"type\": }".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(GroundMap.Read.Faulty.class,
                        faulty -> assertThat(faulty.faults().getFirst().detail())
                                .contains("not JSON, line 2"));
        for (String file : List.of("[]", "{}", "{\"type\":\"FeatureCollection\"}", "null")) {
            assertThat(GroundMap.read(file.getBytes(StandardCharsets.UTF_8))).as(file)
                    .isInstanceOf(GroundMap.Read.Faulty.class);
        }
    }

    private static String repeated(String text, int times) {
        return IntStream.range(0, times).mapToObj(_ -> text).collect(Collectors.joining(","));
    }
}
