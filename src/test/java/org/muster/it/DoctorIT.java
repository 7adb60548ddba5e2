package org.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.tls.Papers;

/** The doctor beside a service that runs. */
final class DoctorIT {
    @TempDir
    private Path folder;

    @Test
    void beside_a_running_service_it_tells_of_it_and_harms_it_not() throws Exception {
        var data = folder.resolve("data");
        Papers papers = Papers.make(folder, "papers");
        try (var service = ServiceProcess.start(data,
                Map.of("MUSTER_SERVER_TLS_CERTIFICATE", papers.certificate().toString(),
                        "MUSTER_SERVER_TLS_KEY", papers.key().toString()))) {
            var before = files(data);
            var ended = doctor(service.url().getPort(), papers, data);
            JsonNode said = Api.parsed(String.join("\n", ended.output().out()));
            assertThat(ended.code()).as("%s", ended.output())
                    .isEqualTo(List.of("ok", "warn", "fail").indexOf(said.path("grade").asText()));
            assertThat(check(said, "record").path("found").asText())
                    .contains("held by the service that runs as process " + service.pid());
            assertThat(check(said, "record").path("head").asLong()).isPositive();
            assertThat(check(said, "port").path("grade").asText()).isEqualTo("ok");
            assertThat(check(said, "port").path("found").asText()).contains("is ready");
            assertThat(check(said, "open files").path("found").asText())
                    .contains("in the running service");
            assertThat(check(said, "certificate").path("daysLeft").asInt()).isBetween(80, 90);
            assertThat(check(said, "disk flush").path("commitsPerSecond").asLong()).isPositive();
            assertThat(check(said, "disk flush").path("flushes").asInt()).isBetween(3, 100);
            assertThat(files(data)).isEqualTo(before);
            assertThat(service.stop()).as("%s", service.output()).isZero();
        }
    }

    @Test
    void the_table_names_a_port_of_another_service_and_ends_with_2() throws Exception {
        try (var service = ServiceProcess.start(folder.resolve("data"))) {
            var ended = MusterJar.run(folder.resolve("scratch"), "doctor", "--data",
                    folder.resolve("other").toString(), "--config",
                    MusterJar.HOME.resolve("config").toString(), "--port",
                    Integer.toString(service.url().getPort()));
            assertThat(ended.code()).as("%s", ended.output()).isEqualTo(2);
            var lines = ended.output().out();
            assertThat(lines)
                    .anyMatch(line -> line.matches("fail  port +.* is taken by a Muster service,"
                            + " of another data folder"))
                    .anyMatch(line -> line.matches("ok    versions +Muster .*"))
                    .anyMatch(line -> line.matches("      +→ Choose another port.*"));
            assertThat(lines.getLast())
                    .matches("\\d+ ok, \\d+ to look at, 1 that do not work; .* s\\.");
            assertThat(folder.resolve("other")).doesNotExist();
        }
    }

    private MusterJar.Ended doctor(int port, Papers papers, Path data) throws Exception {
        var words = MusterJar.command(Files.createDirectories(folder.resolve("scratch")),
                List.of("doctor", "--json", "--data", data.toString(), "--config",
                        MusterJar.HOME.resolve("config").toString(), "--port",
                        Integer.toString(port)));
        var process = MusterJar.start(words, Map.of("MUSTER_SERVER_TLS_CERTIFICATE",
                papers.certificate().toString(), "MUSTER_SERVER_TLS_KEY", papers.key().toString()));
        var output = new Output(process);
        return new MusterJar.Ended(MusterJar.codeOf(process, output), output);
    }

    private static JsonNode check(JsonNode said, String subject) {
        for (var check : said.path("checks")) {
            if (check.path("subject").asText().equals(subject)) {
                return check;
            }
        }
        throw new AssertionError("no " + subject + " in " + said);
    }

    /** All but those of the index, which the service may be making just now. */
    private static List<String> files(Path data) throws Exception {
        try (var files = Files.list(data)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("index.db"))
                    .sorted()
                    .toList();
        }
    }
}
