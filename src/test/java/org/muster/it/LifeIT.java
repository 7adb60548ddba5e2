package org.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service begins, ends and begins again. */
final class LifeIT {
    private static final String REPORTS = """
            {"id":"0192f5c0-6b1e-7c3a-9d52-0f1c7a9b2e01","category":"disturbance",\
            "observedAt":"2026-01-02T12:00:00Z","location":{"lat":53.3966,"lon":-1.2537},\
            "crowd":{"low":40,"high":60,"method":"estimate"},\
            "officers":[{"unit":"RT21","count":5,"state":"at-scene"}]}
            {"id":"0192f5c0-6b1e-7c3a-9d52-0f1c7a9b2e02","category":"affray",\
            "observedAt":"2026-01-02T12:00:00Z","location":{"lat":53.4308,"lon":-1.3566},\
            "officers":[{"unit":"RT22","count":3,"state":"en-route"}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void after_a_stop_by_sigterm_it_shows_the_same_picture_again() throws Exception {
        var data = folder.resolve("data");
        String token;
        JsonNode before;
        try (var service = ServiceProcess.start(data)) {
            token = service.token("controller", "desk-1");
            var api = new Api(service::url, token);
            var answer = api
                    .reports(REPORTS.lines().map(line -> (ObjectNode) Api.parsed(line)).toList());
            assertThat(answer.lines()).extracting(line -> line.path("status").asInt())
                    .containsExactly(201, 201);
            before = api.get("picture");
            assertThat(service.stop()).as("exit code after SIGTERM\n%s", service.output()).isZero();
        }
        try (var service = ServiceProcess.start(data)) {
            var after = new Api(service::url, token).get("picture");
            // Not the cursor: that the token was made may be recorded in between.
            for (var part : List.of("incidents", "units", "topics")) {
                assertThat(after.path(part)).as(part).isEqualTo(before.path(part));
            }
            assertThat(figures(after)).isEqualTo(figures(before));
            assertThat(service.stop()).isZero();
        }
    }

    @Test
    void a_second_service_on_the_same_folder_is_refused_in_clear_words() throws Exception {
        var data = folder.resolve("data");
        try (var first = ServiceProcess.start(data); var second = ServiceProcess.launch(data)) {
            assertThat(second.exitCode()).isNotZero();
            assertThat(String.join("\n", second.output().err())).contains(data.toString(),
                    "Another", "--data");
            assertThat(second.output().out()).isEmpty();
            assertThat(first.isAlive()).isTrue();
        }
    }

    /** The areas without the moment they were asked for. */
    private static JsonNode figures(JsonNode picture) {
        var areas = picture.path("areas").deepCopy();
        areas.forEach(area -> ((ObjectNode) area).remove("asOf"));
        return areas;
    }
}
