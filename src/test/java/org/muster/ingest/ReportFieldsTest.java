package org.muster.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.Command;
import org.muster.model.CrowdMethod;
import org.muster.model.DeploymentState;
import org.muster.model.IncidentStatus;
import org.muster.model.Mood;
import org.muster.model.Role;

/** What the fields of a report may hold. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReportFieldsTest {

    private static final String FULL = """
            {"id":"0192f5c0-6b1e-7c3a-9d52-0f1c7a9b2e11","incident":null,"protest":null,
             "category":"disturbance","title":"Disturbance, Ivanhoe Road",
             "observedAt":"2014-09-06T21:40:00.1239+01:00",
             "location":{"lat":53.3966,"lon":-1.2537,"accuracy":30,"place":"Ivanhoe Road"},
             "crowd":{"low":40,"best":50,"high":60,"method":"aerial","mood":"hostile"},
             "officers":[{"unit":"RT21","role":"psu","count":25,"state":"at-scene"},
                         {"count":10,"state":"requested"}],
             "status":"closed","closingCategory":"assault","text":"Around fifty.\\n\\tSecond night."}
            """;

    private ReportsServer server;
    private String token;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = new ReportsServer(folder);
        token = server.token("desk-1", Role.CONTROLLER);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void every_supported_field_reaches_the_recorder_as_it_was_sent() throws Exception {
        HttpResponse<String> answer = server.post(token, FULL);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        Command.SubmitReport command = server.recording.stored().getLast();
        var report = command.report();
        assertThat(report.id()).hasToString("0192f5c0-6b1e-7c3a-9d52-0f1c7a9b2e11");
        assertThat(report.category()).isEqualTo("disturbance");
        assertThat(report.observedAt()).hasToString("2014-09-06T20:40:00.123Z");
        assertThat(report.status()).isEqualTo(IncidentStatus.CLOSED);
        assertThat(report.closingCategory()).isEqualTo("assault");
        assertThat(report.text()).isEqualTo("Around fifty.\n\tSecond night.");
        assertThat(report.location()).satisfies(place -> {
            assertThat(place.lat()).isEqualTo(53.3966);
            assertThat(place.accuracy()).isEqualTo(30.0);
            assertThat(place.place()).isEqualTo("Ivanhoe Road");
        });
        assertThat(report.crowd()).satisfies(crowd -> {
            assertThat(crowd.best()).isEqualTo(50);
            assertThat(crowd.method()).isEqualTo(CrowdMethod.AERIAL);
            assertThat(crowd.mood()).isEqualTo(Mood.HOSTILE);
        });
        assertThat(report.officers()).hasSize(2);
        assertThat(report.officers().get(1).state()).isEqualTo(DeploymentState.REQUESTED);
        assertThat(command.by().name()).isEqualTo("desk-1");
        assertThat(command.areas()).containsExactly("town", "county");
        assertThat(command.contentSha256()).hasSize(64);
    }

    @Test
    void a_report_without_an_id_gets_one_that_grows_with_time() throws Exception {
        server.post(token, without("id"));
        assertThat(server.recording.stored().getLast().report().id().version()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"organiser,desk-1/organiser", "media,desk-1/media", "count,desk-1"})
    void a_figure_that_is_passed_on_has_an_observer_of_its_own(String method, String observer)
            throws Exception {
        server.post(token, with("/crowd/method", "\"" + method + "\""));
        assertThat(server.recording.stored().getLast().observer()).isEqualTo(observer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"/id|\"5\"", "/id|5", "/id|\"0192f5c0-6b1e-7c3a-9d52-0f1c7a9b2e1g\"",
                    "/incident|\"1-1-1-1-1\"", "/incident|{\"a\":[1,{}]}", "/category|true",
                    "/title|\"\"", "/title|\"a\\nb\"", "/title|[]", "/observedAt|\"2014-09-06\"",
                    "/observedAt|\"2014-09-06T21:40:00\"", "/observedAt|\"2014-02-30T21:40:00Z\"",
                    "/observedAt|\"2014-09-06T24:00:00Z\"", "/observedAt|\"2014-09-06T21:40:00.Z\"",
                    "/observedAt|\"2014-09-06T21:40:00+24:00\"", "/observedAt|1410035000",
                    "/location|\"here\"", "/location|[53.3,-1.2]", "/location/lat|90.1",
                    "/location/lat|\"53\"", "/location/lat|1e999", "/location/lon|-180.5",
                    "/location/accuracy|-1", "/location/accuracy|true", "/location/place|\" \"",
                    "/crowd|5", "/crowd/low|-1", "/crowd/low|5.0", "/crowd/low|\"5\"",
                    "/crowd/low|true", "/crowd/low|61", "/crowd/high|5000001",
                    "/crowd/high|99999999999999999999", "/crowd/best|39", "/crowd/best|61",
                    "/crowd/method|\"guess\"", "/crowd/mood|\"angry\"", "/officers|{}",
                    "/officers/0|7", "/officers/0/unit|\"\"", "/officers/0/unit|5",
                    "/officers/0/count|100001", "/officers/0/count|-1",
                    "/officers/0/state|\"there\"", "/status|\"done\"", "/status|5", "/text|7"})
    void a_wrong_value_is_refused_by_its_pointer(String pointer, String value) throws Exception {
        HttpResponse<String> answer = server.post(token, with(pointer, value));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(pointers(answer)).contains(pointer);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/observedAt", "/location/lat", "/location/lon", "/crowd/low", "/crowd/high",
                    "/officers/0/unit", "/officers/0/count", "/officers/0/state", "/location"})
    void a_missing_field_is_refused_by_its_pointer(String pointer) throws Exception {
        HttpResponse<String> answer = server.post(token, without(pointer.substring(1)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(pointers(answer)).containsExactly(pointer);
    }

    @Test
    void a_unit_named_twice_is_refused_at_the_second_line() throws Exception {
        HttpResponse<String> answer = server.post(token, with("/officers", """
                [{"unit":"RT21","count":25,"state":"at-scene"},
                 {"unit":"RT21","count":4,"state":"en-route"}]"""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(pointers(answer)).containsExactly("/officers/1/unit");
    }

    @Test
    void a_unit_named_again_is_told_even_when_the_first_line_is_wrong() throws Exception {
        HttpResponse<String> answer = server.post(token, with("/officers", """
                [{"unit":"RT21","count":-1,"state":"at-scene"},
                 {"count":10,"state":"requested"},{"count":5,"state":"requested"},
                 {"unit":"RT21","count":4,"state":"en-route"}]"""));
        assertThat(pointers(answer)).containsExactly("/officers/0/count", "/officers/3/unit");
    }

    @Test
    void a_misspelt_field_is_refused_with_the_nearest_right_name() throws Exception {
        HttpResponse<String> answer = server.post(token, with("/crwod", "{\"low\":1,\"high\":2}"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(pointers(answer)).containsExactly("/crwod");
        assertThat(answer.body()).contains("did you mean \\\"crowd\\\"?");
    }

    @Test
    void all_faults_of_a_body_are_told_at_once() throws Exception {
        HttpResponse<String> answer = server.post(token, """
                {"id":"x","category":"","observed_at":"2014","location":{"lat":99,"lon":"1"},
                 "crowd":{"low":9,"high":3,"sort":1},"officers":[{"unit":"A","count":1.5,
                 "state":"gone"}],"status":"over","text":"a\\u0007b","a/b~c":1,"emergency":true}
                """);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(pointers(answer)).containsExactlyInAnyOrder("/id", "/category", "/observed_at",
                "/location/lat", "/location/lon", "/crowd/low", "/crowd/sort", "/officers/0/count",
                "/officers/0/state", "/status", "/text", "/a~1b~0c", "/observedAt");
    }

    @Test
    void a_field_of_a_later_version_is_named_and_not_lost() throws Exception {
        HttpResponse<String> answer = server.post(token, with("/sequence", "[{\"a\":1}]"));
        assertThat(answer.statusCode()).isEqualTo(501);
        assertThat(pointers(answer)).containsExactly("/sequence");
        assertThat(ReportsServer.json(answer.body()).path("detail").asText()).contains("sequence");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u001b", "\\u007f", "\\u0085", "\\u202e", "\\u2066",
            "\\ue000", "\\udb80\\udc00", "\\r"})
    void a_character_that_people_cannot_see_is_refused(String character) throws Exception {
        HttpResponse<String> answer = server.post(token, with("/text", "\"a" + character + "b\""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(pointers(answer)).containsExactly("/text");
    }

    @Test
    void text_has_at_most_2000_code_points() throws Exception {
        assertThat(server.post(token, with("/text", "\"" + "😀".repeat(2000) + "\"")).statusCode())
                .isEqualTo(201);
        assertThat(server.post(token, with("/text", "\"" + "a".repeat(2001) + "\"")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_position_without_a_fix_is_refused() throws Exception {
        HttpResponse<String> answer = server.post(token,
                with("/location", "{\"lat\":0.009,\"lon\":-0.009}"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(pointers(answer)).containsExactly("/location");
    }

    @Test
    void a_closing_category_needs_the_status_closed() throws Exception {
        HttpResponse<String> answer = server.post(token, with("/status", "\"ongoing\""));
        assertThat(pointers(answer)).containsExactly("/closingCategory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"observedAt\":\"2014-09-06T21:40:00Z\"}",
            "{\"observedAt\":\"2014-09-06T21:40:00Z\",\"officers\":[],\"text\":\"x\"}"})
    void a_report_about_nothing_is_refused(String body) throws Exception {
        HttpResponse<String> answer = server.post(token, body);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(pointers(answer)).contains("");
    }

    @Test
    void a_unit_report_needs_neither_incident_nor_category() throws Exception {
        assertThat(server.post(token, """
                {"observedAt":"2014-09-06t21:40:60z","officers":[{"unit":"RT21","count":4,
                 "state":"en-route"}]}""").statusCode()).isEqualTo(422);
        assertThat(server.post(token, """
                {"observedAt":"2014-09-06t21:59:60.5-00:00","officers":[{"unit":"RT21","count":4,
                 "state":"en-route"}]}""").statusCode()).isEqualTo(201);
        assertThat(server.recording.stored().getLast().report().observedAt())
                .hasToString("2014-09-06T22:00:00.500Z");
    }

    @Test
    void an_estimate_that_belongs_to_no_incident_is_refused_rather_than_lost() throws Exception {
        HttpResponse<String> answer = server.post(token, """
                {"observedAt":"2014-09-06T21:40:00Z","location":{"lat":53.3,"lon":-1.2},
                 "crowd":{"low":1,"high":2}}""");
        assertThat(pointers(answer)).containsExactly("/crowd");
    }

    @Test
    void a_field_unit_states_itself_only() throws Exception {
        String unit = server.token("RT21", Role.FIELD);
        assertThat(server.post(unit, with("/id", "\"" + UUID.randomUUID() + "\"")).statusCode())
                .isEqualTo(201);
        assertThat(server.post(unit, with("/officers/0/unit", "\"RT22\"")).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "5", "\"x\"", "true", "null", "[{\"observedAt\":1}]"})
    void a_root_that_is_no_object_is_refused(String body) throws Exception {
        HttpResponse<String> answer = server.post(token, body);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(pointers(answer)).containsExactly("");
    }

    private static List<String> pointers(HttpResponse<String> answer) throws Exception {
        var pointers = new ArrayList<String>();
        for (JsonNode error : ReportsServer.json(answer.body()).path("errors")) {
            pointers.add(error.path("pointer").asText());
        }
        return pointers;
    }

    /** The full report with its own id and one value changed or added; the value as it stands, parsed by nobody. */
    private static String with(String pointer, String value) throws Exception {
        ObjectNode root = fresh();
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = root.at(pointer.substring(0, slash));
        String marker = UUID.randomUUID().toString();
        String name = pointer.substring(slash + 1);
        if (parent instanceof ObjectNode object) {
            object.put(name, marker);
        } else if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), marker);
        }
        return root.toString().replace("\"" + marker + "\"", value);
    }

    private static String without(String path) throws Exception {
        ObjectNode root = fresh();
        int slash = path.lastIndexOf('/');
        JsonNode parent = slash < 0 ? root : root.at("/" + path.substring(0, slash));
        ((ObjectNode) parent).remove(path.substring(slash + 1));
        return root.toString();
    }

    private static ObjectNode fresh() throws Exception {
        ObjectNode root = (ObjectNode) ReportsServer.json(FULL);
        root.put("id", UUID.randomUUID().toString());
        return root;
    }
}
