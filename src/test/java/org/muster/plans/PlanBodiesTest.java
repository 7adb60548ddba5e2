package org.muster.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.Role;
import org.muster.model.Shape;

/** What a plan may say and draw, and how everything that is wrong is told at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlanBodiesTest {

    /** Cases of a GeoJSON linter (mapbox/geojsonhint, ISC licence), where somebody has put them. */
    private static final Path CASES = Path.of(System.getProperty("muster.shared", "../shared"),
            "data", "geojson");

    private PlansServer server;
    private String token;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = new PlansServer(folder);
        token = server.token("desk-1", Role.CONTROLLER);
        server.tempoSeconds = 0;
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'type':'Point','coordinates':[-1.35,53.43]}",
            "{'coordinates':[-1.35,53.43],'type':'Point'}",
            "{'type':'Point','coordinates':[-1.35,53.43,80.5]}",
            "{'type':'Point','coordinates':[-1.35,53.43],'crs':{'type':'name'},'bbox':[1,2,3,4]}",
            "{'type':'LineString','coordinates':[[-1.35,53.43],[-1.36,53.44],[-1.35,53.43]]}",
            "{'type':'Polygon','coordinates':[[[-1,53],[-1.1,53],[-1.1,53.1],[-1,53]]]}",
            "{'type':'Polygon','coordinates':[[[-1,53],[-1.1,53.1],[-1.1,53],[-1,53]]]}",
            "{'type':'Polygon','coordinates':[[[0,53],[-1,53],[-1,54],[-0.0,53,7]]]}",
            "{'type':'Polygon','coordinates':[[[0,50],[9,50],[9,59],[0,50]],[[7,52],[8,52],[8,53],[7,52]]]}"})
    void points_routes_and_grounds_either_way_round_are_taken(String place) throws Exception {
        HttpResponse<String> answer = server.post(token, PlansServer.at(place.replace('\'', '"')));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(PlansServer.json(answer).path("place").has("crs")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'type':'Point','coordinates':[-1.35]}|/place/coordinates|must be a position",
            "{'type':'Point','coordinates':[-1.35,53,1,1]}|/place/coordinates|must be a position",
            "{'type':'Point','coordinates':['-1.35',53]}|/place/coordinates|must be a position",
            "{'type':'Point','coordinates':{'lat':53}}|/place/coordinates|must be a position",
            "{'type':'Point','coordinates':[[-1,53]]}|/place/coordinates|must be a position",
            "{'type':'Point','coordinates':[53.4,-91]}|/place/coordinates|longitude (-180 to 180) comes first",
            "{'type':'Point','coordinates':[1e999,5]}|/place/coordinates|outside the world",
            "{'type':'Point','coordinates':[0.001,-0.002]}|/place/coordinates|without a fix",
            "{'type':'Point'}|/place/coordinates|is missing",
            "{'type':'Point','coordinates':null}|/place/coordinates|is missing",
            "{'coordinates':[-1,53]}|/place/type|is missing",
            "{'type':'point','coordinates':[-1,53]}|/place/type|did you mean \"Point\"?",
            "{'type':'MultiPolygon','coordinates':[]}|/place/type|Point, LineString, Polygon",
            "{'type':'Point','coordinates':[-1,53],'radius':5}|/place/radius|is no field here",
            "5|/place|must be a GeoJSON geometry, or null",
            "{'type':'LineString','coordinates':[[-1,53]]}|/place/coordinates|two positions or more",
            "{'type':'LineString','coordinates':[[-1,53],[-1,53]]}|/place/coordinates|a route has two ends",
            "{'type':'LineString','coordinates':[[-1,53],[-1,253]]}|/place/coordinates/1|outside the world",
            "{'type':'Polygon','coordinates':[]}|/place/coordinates|holds no ring",
            "{'type':'Polygon','coordinates':[[[-1,53],[-2,53],[-1,53]]]}|/place/coordinates/0|four positions or more",
            "{'type':'Polygon','coordinates':[[[-1,53],[-2,53],[-2,54],[-1,54]]]}|/place/coordinates/0|is not closed; repeat the first position [-1.0, 53.0]",
            "{'type':'Polygon','coordinates':[[[-1,53],[-2,53],[0,0],[-1,53]]]}|/place/coordinates/0/2|without a fix",
            "{'type':'Polygon','coordinates':[[[1,51],[3,53],[3,51],[1,53],[1,51]]]}|/place/coordinates/0|crosses itself near [2.000000, 52.000000]",
            "{'type':'Polygon','coordinates':[[1,51],[3,53],[3,51],[1,51]]}|/place/coordinates/0/0|must be a position"})
    void what_is_no_place_is_told_with_a_pointer_into_it(String place, String pointer,
            String detail) throws Exception {
        assertThat(faults(PlansServer.at(place.replace('\'', '"')))).anySatisfy(fault -> {
            assertThat(fault.path("pointer").asText()).isEqualTo(pointer);
            assertThat(fault.path("detail").asText()).contains(detail);
        }).allSatisfy(fault -> assertThat(fault.path("pointer").asText()).startsWith("/place"));
    }

    @Test
    void a_drawing_has_as_many_positions_as_a_place_needs_and_no_more() throws Exception {
        assertThat(server.post(token, route(Shape.POSITIONS_MAX)).statusCode()).isEqualTo(201);
        assertThat(faults(route(Shape.POSITIONS_MAX + 1))).singleElement().satisfies(fault -> {
            assertThat(fault.path("pointer").asText()).isEqualTo("/place/coordinates");
            assertThat(fault.path("detail").asText()).contains("501 positions, at most 500");
        });
        assertThat(server.post(token, route(3_000)).statusCode()).isEqualTo(400);
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() throws Exception {
        List<JsonNode> faults = faults("""
                {"id": "7", "title": " ", "categry": "static-assembly", "organisation": 5,
                 "opposes": ["x"], "startsAt": "2014-09-13T13:45:00", "endsAt": true,
                 "place": {"type": "LineString", "coordinates": [[1, 99], [0, 0]]},
                 "expected": {"low": 100, "high": 50}, "officersPlanned": -1,
                 "noticeGivenAt": "yesterday", "publicMessage": "\\u202e"}""");
        assertThat(faults).extracting(fault -> fault.path("pointer").asText())
                .containsExactlyInAnyOrder("/id", "/title", "/categry", "/category",
                        "/organisation", "/opposes/0", "/startsAt", "/endsAt",
                        "/place/coordinates/0", "/place/coordinates/1", "/expected/low",
                        "/officersPlanned", "/noticeGivenAt", "/publicMessage");
        assertThat(faults).anySatisfy(fault -> assertThat(fault.path("detail").asText())
                .contains("did you mean \"category\"?"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {", 'endsAt': '2014-09-13T12:45:00Z'|/endsAt",
            ", 'expected': {'low': 5}|/expected/high",
            ", 'expected': {'low': 1, 'high': 5000001}|/expected/high",
            ", 'officersPlanned': 100001|/officersPlanned",
            ", 'opposes': ['0192f5c0-6b1e-7c3a-9d52-0f1c7a9b2e11','0192f5c0-6b1e-7c3a-9d52-0f1c7a9b2e11']|/opposes",
            ", 'officersPlanned': 60.0|/officersPlanned", ", 'status': 'live'|/status"})
    void what_no_plan_says_is_told(String more, String pointer) throws Exception {
        assertThat(faults(PlansServer.plan(more.replace('\'', '"'))))
                .extracting(fault -> fault.path("pointer").asText())
                .containsExactly(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]x", "{\"title\":\"a\",\"title\":\"b\"}", "{'title':'a'}",
            "NaN", "{\"place\":[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]}"})
    void what_is_no_json_is_refused_as_such(String body) throws Exception {
        assertThat(server.post(token, body).statusCode()).isEqualTo(400);
    }

    @Test
    void a_linters_cases_are_decided_one_by_one_and_never_harm() throws Exception {
        if (!Files.isDirectory(CASES)) {
            System.out.println("NOT CHECKED: there are no GeoJSON cases in " + CASES
                    + "; -Dmuster.shared=DIR names the folder that holds data/geojson");
        }
        assumeTrue(Files.isDirectory(CASES), "no folder " + CASES);
        int geometries = 0;
        try (var files = Files.walk(CASES)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String text = Files.readString(file);
                // A whole document is no geometry, unless it is one: then its box has no effect.
                assertThat(server.post(token, PlansServer.at(text)).statusCode()).as("%s", file)
                        .isIn(text.contains("\"coordinates\"") ? List.of(201, 400, 422)
                                : List.of(400, 422));
                for (String place : geometries(text)) {
                    geometries++;
                    boolean taken = file.toString().contains("good")
                            && place.matches("(?s).*\"type\":\"(Point|LineString|Polygon)\".*");
                    assertThat(server.post(token, PlansServer.at(place)).statusCode())
                            .as("%s: %s", file, place)
                            .isIn(taken ? List.of(201) : List.of(201, 422));
                }
            }
        }
        System.out.println("geometries of a linter's cases: " + geometries);
        assertThat(geometries).isGreaterThan(5);
        assertThat(server.post(token, PlansServer.plan("")).statusCode()).isEqualTo(201);
    }

    private static List<String> geometries(String text) throws Exception {
        List<String> found = new ArrayList<>();
        try {
            JsonNode root = PlansServer.JSON.readTree(text);
            root.findValues("geometry").forEach(geometry -> found.add(geometry.toString()));
            if (root.has("coordinates")) {
                found.add(root.toString());
            }
        } catch (JsonProcessingException noJson) {
            return List.of();
        }
        return found;
    }

    private List<JsonNode> faults(String body) throws Exception {
        HttpResponse<String> answer = server.post(token, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        List<JsonNode> faults = new ArrayList<>();
        PlansServer.json(answer).path("errors").forEach(faults::add);
        return faults;
    }

    private static String route(int positions) {
        return PlansServer.at(IntStream.range(0, positions)
                .mapToObj(i -> "[-1.%d,53.4,80]".formatted(1_000 + i))
                .collect(Collectors.joining(",", "{\"type\":\"LineString\",\"coordinates\":[",
                        "]}")));
    }
}
