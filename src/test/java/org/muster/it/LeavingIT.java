package org.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the service leaves, and how it says that it could not record. */
final class LeavingIT {
    @TempDir
    private Path folder;

    @Test
    void a_batch_that_is_cut_short_by_sigterm_gets_its_answers_and_a_last_word() throws Exception {
        var data = folder.resolve("data");
        try (var service = ServiceProcess.start(data)) {
            var surroundings = new Surroundings(service.url(), data);
            surroundings.openIncidents();
            var before = reports(surroundings);
            try (var http = surroundings.connect()) {
                http.send(surroundings.filled("POST /api/v1/reports HTTP/1.1\r\nHost: x\r\n{desk}"
                        + Surroundings.LINES + "Transfer-Encoding: chunked\r\n\r\n"));
                for (var i = 0; i < 3; i++) {
                    http.chunk((surroundings.update("incident") + "\n{\"begun\":")
                            .getBytes(StandardCharsets.UTF_8));
                }
                Eventually.until("the first is recorded", () -> reports(surroundings) > before,
                        service.output()::toString);
                assertThat(service.stop()).as("%s", service.output()).isZero();
                var lines = new Api.Answer(200, http.answer().body()).lines();
                assertThat(lines).extracting(line -> line.path("status").asInt())
                        .containsExactly(201, 400, 400, 503);
                assertThat(lines.getLast().path("code").asText()).isEqualTo("recorder-stopped");
                assertThat(http.rest()).isEmpty();
            }
            surroundings.access().close();
        }
    }

    @Test
    void a_data_folder_that_takes_no_writes_is_told_before_anybody_reports() throws Exception {
        var data = folder.resolve("data");
        try (var service = ServiceProcess.start(data)) {
            var surroundings = new Surroundings(service.url(), data);
            assertThat(ready(surroundings)).isEqualTo(200);
            surroundings.access().close();
            var away = Files.move(data, folder.resolve("away"));
            Eventually.until("it is not ready", () -> ready(surroundings) == 503,
                    service.output()::toString);
            Files.move(away, data);
            Eventually.until("it is ready again", () -> ready(surroundings) == 200,
                    service.output()::toString);
        }
    }

    private static double reports(Surroundings service) {
        return service.metric("muster_journal_entries_total");
    }

    private static int ready(Surroundings service) {
        try (var http = service.connect()) {
            return http.send("GET /health/ready HTTP/1.1\r\nHost: x\r\n\r\n").answer().status();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
