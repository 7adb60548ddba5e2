package org.muster.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.Role;

/** What is no JSON text is refused with the place of the first wrong byte, and harms no good report beside it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MalformedReportsTest {

    private ReportsServer server;
    private String token;
    private int before;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = new ReportsServer(folder);
        token = server.token("desk-1", Role.CONTROLLER);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void good_before() throws Exception {
        before = server.recording.stored().size();
        assertThat(server.post(token, ReportsServer.good()).statusCode()).isEqualTo(201);
    }

    @AfterEach
    void good_after() throws Exception {
        int during = server.recording.stored().size();
        assertThat(server.post(token, ReportsServer.good()).statusCode()).isEqualTo(201);
        assertThat(server.recording.stored()).hasSize(during + 1)
                .hasSizeGreaterThanOrEqualTo(before + 2);
    }

    static Stream<Arguments> notJson() {
        return Stream.of(Arguments.of("", 0), Arguments.of(" ", 0), Arguments.of("{", 1),
                Arguments.of("{\"text\":\"a", 10), Arguments.of("{}x", 2), Arguments.of("{} {}", 3),
                Arguments.of("{'text':1}", 1), Arguments.of("{\"text\":NaN}", 8),
                Arguments.of("{\"text\":1,}", 10), Arguments.of("// no\n{}", 0),
                Arguments.of("{\"text\":01}", 8), Arguments.of("{\"text\":+1}", 8),
                Arguments.of("{\"text\":.5}", 8), Arguments.of("{\"text\":\"\t\"}", 9),
                Arguments.of("{\"text\":\"\\x41\"}", 10),
                Arguments.of("{\"text\":\"a\",\"text\":\"b\"}", 12),
                Arguments.of("{\"a\":{\"b\":1,\"b\":1}}", 12),
                Arguments.of("{\"text\":\"\\ud800\"}", 8), Arguments.of("{\"\\udc00\":1}", 1),
                Arguments.of("{\"x\":[\"\\ud800a\"]}", 6));
    }

    @ParameterizedTest
    @MethodSource("notJson")
    void what_is_not_json_is_refused_with_its_place(String body, int earliest) throws Exception {
        HttpResponse<String> answer = server.post(token, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        JsonNode problem = ReportsServer.json(answer.body());
        assertThat(problem.path("code").asText()).isEqualTo("malformed");
        assertThat(offset(problem)).isBetween(earliest, body.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"efbbbf7b7d", "7b22c0af223a317d", "7b22eda080223a317d", "7b2278223a22ff227d",
                    "7b2278223a22f4908080227d", "7b2278223a22c3227d", "feff007b007d", "7b007d00"})
    void bytes_that_are_not_plain_utf8_are_refused(String hex) throws Exception {
        byte[] body = HexFormat.of().parseHex(hex);
        assertThat(server.post(token, "application/json", body).statusCode()).isEqualTo(400);
    }

    @Test
    void the_offset_of_a_byte_that_is_not_utf8_is_exact() throws Exception {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("{\"text\":\"" + "é".repeat(3000)).getBytes(StandardCharsets.UTF_8));
        body.write(0xff);
        body.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = server.post(token, "application/json", body.toByteArray());
        assertThat(offset(ReportsServer.json(answer.body()))).isEqualTo(6009);
    }

    @Test
    void more_than_the_limits_allow_is_refused_wherever_it_stands() throws Exception {
        String digits = "1".repeat(33);
        for (String value : List.of("[".repeat(16) + "]".repeat(16), digits, "0." + digits,
                "\"" + "a".repeat(8193) + "\"", "[" + "1,".repeat(2000) + "1]",
                "{\"" + "n".repeat(65) + "\":1}")) {
            HttpResponse<String> answer = server.post(token, "{\"unknown\":" + value + "}");
            assertThat(answer.statusCode()).as(value.substring(0, 20)).isEqualTo(400);
        }
        String most = "{\"unknown\":[" + "[".repeat(14) + "]".repeat(14) + ",\"" + "a".repeat(8192)
                + "\"," + "1".repeat(32) + "],\"" + "n".repeat(64) + "\":1}";
        assertThat(server.post(token, most).statusCode()).isEqualTo(422);
    }

    private static int offset(JsonNode problem) {
        String detail = problem.path("detail").asText();
        assertThat(detail).startsWith("At byte ");
        return Integer.parseInt(detail.substring("At byte ".length(), detail.indexOf(':')));
    }
}
