package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.muster.access.Creation;
import org.muster.access.NewCredential;
import org.muster.config.Config;
import org.muster.model.Role;

/** The operator's own ground, as a browser has it and asks again. */
final class GroundTest {
    private static final int POINTS = 20_000;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Service service;
    private static String token;
    private static String drawn;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Path config = Running.config(folder.resolve("config"));
        String line = "[1.25,53.5]" + ",[1.5,53.75]".repeat(POINTS);
        drawn = "{\"type\":\"FeatureCollection\",\"attribution\":\"Ours\",\"features\":["
                + "{\"type\":\"Feature\",\"properties\":{\"kind\":\"road\",\"name\":null},"
                + "\"geometry\":{\"type\":\"LineString\",\"coordinates\":[" + line + "]}}]}";
        Files.writeString(config.resolve(Config.GROUND_FILE), drawn);
        service = Running.start(config, folder.resolve("data"), Map.of());
        token = ((Creation.Created) service.access()
                .create(new NewCredential("desk-1", Role.CONTROLLER, List.of(), null, null),
                        "test"))
                .token();
    }

    @AfterAll
    static void end() {
        service.close();
    }

    @Test
    void everybody_who_has_none_gets_all_of_it_also_at_the_same_time() {
        var answers = IntStream.range(0, 16)
                .mapToObj(_ -> HTTP.sendAsync(asked(), HttpResponse.BodyHandlers.ofString()))
                .toList();
        assertThat(answers).map(CompletableFuture::join).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(drawn);
            assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-cache");
        });
    }

    @ParameterizedTest
    @CsvSource({"304, TAG", "304, W/TAG", "304, 'W/\"other\", TAG'", "304, *", "200, '\"other\"'",
            "200, ''"})
    void who_has_it_is_told_so_and_gets_nothing(int status, String known) throws Exception {
        String tag = HTTP.send(asked(), HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        var answer = HTTP.send(asked("If-None-Match", known.replace("TAG", tag)),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(status == 200 ? drawn : "");
        assertThat(answer.headers().firstValue("ETag")).contains(tag);
    }

    private static HttpRequest asked(String... headers) {
        var request = HttpRequest
                .newBuilder(
                        URI.create("http://127.0.0.1:" + service.port() + "/api/v1/ground.geojson"))
                .header("Authorization", "Bearer " + token);
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }
}
