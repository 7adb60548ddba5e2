package org.muster.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.muster.model.Role;

/** Every kind of bad report, between two good ones: single, and as a line of a batch. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadInputTest {

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

    static Stream<Arguments> notJson() {
        String deep = "[".repeat(16) + "]".repeat(16);
        return Stream.of(row("empty", "", ""), row("truncated", "{'text':'a", ""),
                row("trailing garbage", Said.opening("") + "}", ""),
                row("two values", Said.opening("") + Said.opening(""), ""),
                row("byte order mark", "\ufeff" + Said.opening(""), ""),
                row("NaN", Said.opening("'crowd':{'low':NaN,'high':2}"), ""),
                row("Infinity", Said.opening("'crowd':{'low':1,'high':Infinity}"), ""),
                row("comment", Said.opening("/* no */'text':'a'"), ""),
                row("unquoted name", Said.opening("text:'a'"), ""),
                row("duplicate key", Said.opening("'text':'a','text':'a'"), ""),
                row("duplicate key deep", Said.opening("'crowd':{'low':1,'low':1}"), ""),
                row("lone surrogate", Said.opening("'text':'\\ud83d'"), ""),
                row("lone low surrogate", Said.opening("'text':'a\\ude00'"), ""),
                row("depth over 16", Said.opening("'x':" + deep), ""),
                row("tokens over 2,000", Said.opening("'x':[" + "1,".repeat(2000) + "1]"), ""),
                row("number over 32", Said.opening("'x':" + "1".repeat(33)), ""),
                row("name over 64", Said.opening("'" + "n".repeat(65) + "':1"), ""),
                row("string over 8,192", Said.opening("'x':'" + "a".repeat(8193) + "'"), ""));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(row("root an array", "[]", ""), row("root a string", "'a'", ""),
                row("root null", "null", ""),
                row("misspelt field", Said.opening("'crwd':1"), "/crwd"),
                row("unknown field deep", Said.opening("'injured':{'police':1}"),
                        "/injured/police"),
                row("missing time", "{'allQuiet':true}", "/observedAt"),
                row("missing place", Said.at("'category':'disturbance'"), "/location"),
                row("about nothing", Said.at(""), ""),
                row("string for number", crowd("'5'", "9"), "/crowd/low"),
                row("5.0 for 5", crowd("5.0", "9"), "/crowd/low"),
                row("5e0 for 5", crowd("5e0", "9"), "/crowd/low"),
                row("true for 5", crowd("true", "9"), "/crowd/low"),
                row("array for number", crowd("[5]", "9"), "/crowd/low"),
                row("number for text", Said.opening("'text':5"), "/text"),
                row("number for flag", Said.opening("'emergency':1"), "/emergency"),
                row("object for list", Said.opening("'arrests':{}"), "/arrests"),
                row("lat out of range", at("90.001", "0"), "/location/lat"),
                row("lon out of range", at("0.5", "-180.001"), "/location/lon"),
                row("no fix", at("0.0099", "-0.0099"), "/location"),
                row("low above high", crowd("10", "9"), "/crowd/low"),
                row("negative", crowd("-1", "9"), "/crowd/low"),
                row("crowd over 5,000,000", crowd("1", "5000001"), "/crowd/high"),
                row("officers over 100,000",
                        Said.opening("'officers':[{'unit':'A','count':100001,'state':'at-scene'}]"),
                        "/officers/0/count"),
                row("negative accuracy", Said.at("'location':{'lat':53,'lon':1,'accuracy':-1}"),
                        "/location/accuracy"),
                row("control in title", Said.opening("'title':'a\\u0000b'"), "/title"),
                row("line feed in title", Said.opening("'title':'a\\nb'"), "/title"),
                row("delete in text", Said.opening("'text':'a\\u007fb'"), "/text"),
                row("bidi override in text", Said.opening("'text':'a\\u202eb'"), "/text"),
                row("bidi isolate in reason", Said.opening("'reason':'a\\u2067b'"), "/reason"),
                row("private use in unit",
                        Said.opening(
                                "'officers':[{'unit':'\\ue000','count':1,'state':'at-scene'}]"),
                        "/officers/0/unit"),
                row("text over 2,000", Said.opening("'text':'" + "a".repeat(2001) + "'"), "/text"),
                row("time without offset", "{'allQuiet':true,'observedAt':'2014-09-06T20:40:00'}",
                        "/observedAt"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notJson")
    void what_is_not_json_is_told_with_its_byte_and_harms_no_good_report(String what, String body,
            String unused) throws Exception {
        JsonNode problem = between(body, 400);
        assertThat(problem.path("detail").asText()).startsWith("At byte ");
        assertThat(problem.has("errors")).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void what_is_wrong_is_told_by_its_pointer_and_harms_no_good_report(String what, String body,
            String pointer) throws Exception {
        JsonNode problem = between(body, 422);
        var pointers = new ArrayList<String>();
        problem.path("errors").forEach(error -> pointers.add(error.path("pointer").asText()));
        assertThat(pointers).containsExactly(pointer);
    }

    /** Sends it single and as a line, each time between two good reports, which are both recorded. */
    private JsonNode between(String quoted, int status) throws Exception {
        String body = quoted.replace('\'', '"');
        int stored = server.recording.stored().size();
        UUID first = UUID.randomUUID();
        UUID last = UUID.randomUUID();
        assertThat(server.post(token, ReportsServer.good(first)).statusCode()).isEqualTo(201);
        HttpResponse<String> answer = server.post(token, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(server.post(token, ReportsServer.good(last)).statusCode()).isEqualTo(201);
        assertThat(server.recording.stored()).hasSize(stored + 2)
                .extracting(said -> said.report().id())
                .endsWith(first, last);
        String batch = ReportsServer.good() + "\n" + body.replace('\n', ' ') + "\n"
                + ReportsServer.good();
        List<String> lines = server
                .post(token, "application/x-ndjson", batch.getBytes(StandardCharsets.UTF_8))
                .body()
                .lines()
                .toList();
        assertThat(lines).hasSize(body.isEmpty() ? 2 : 3);
        assertThat(ReportsServer.json(lines.getFirst()).path("status").asInt()).isEqualTo(201);
        assertThat(ReportsServer.json(lines.getLast()).path("status").asInt()).isEqualTo(201);
        if (!body.isEmpty()) {
            assertThat(ReportsServer.json(lines.get(1)).path("status").asInt()).isEqualTo(status);
        }
        assertThat(server.recording.stored()).hasSize(stored + 4);
        return ReportsServer.json(answer.body());
    }

    private static Arguments row(String what, String body, String pointer) {
        return Arguments.of(what, body, pointer);
    }

    private static String crowd(String low, String high) {
        return Said.opening("'crowd':{'low':" + low + ",'high':" + high + "}");
    }

    private static String at(String lat, String lon) {
        return Said.at("'location':{'lat':" + lat + ",'lon':" + lon + "}");
    }
}
