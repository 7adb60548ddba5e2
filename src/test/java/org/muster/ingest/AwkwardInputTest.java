package org.muster.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.Command;
import org.muster.model.Entry;
import org.muster.model.Role;
import org.muster.wire.EntryJson;

/** Texts and strings that others have collected because they break programs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AwkwardInputTest {

    private static final Path SHARED = Path.of(System.getProperty("muster.shared", "../shared"),
            "data");
    private static final String NOT_FOUND = "not found, so it is NOT tested; -Dmuster.shared=DIR"
            + " names the folder that holds data/json and data/strings";
    /** One case is longer than a body may be; its first part is as deep. */
    private static final int BODY_BYTES = 64 * 1024;

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
    void the_cases_of_a_json_test_suite_are_told_apart_each_between_good_reports()
            throws Exception {
        Path cases = SHARED.resolve("json");
        assumeThat(cases).as("%s %s", cases, NOT_FOUND).isDirectory();
        List<Path> files;
        try (Stream<Path> found = Files.list(cases)) {
            files = found.sorted().toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            byte[] text = Files.readAllBytes(file);
            byte[] body = Arrays.copyOf(text, Math.min(text.length, BODY_BYTES));
            int stored = server.recording.stored().size();
            good();
            int status = server.post(token, "application/json", body).statusCode();
            good();
            assertThat(server.recording.stored()).as(name).hasSize(stored + 2);
            switch (name.charAt(0)) {
                case 'y' -> assertThat(status).as(name).isEqualTo(422);
                case 'n' -> assertThat(status).as(name).isEqualTo(400);
                default -> assertThat(status).as(name).isIn(400, 422);
            }
            assertThat(server.post(token, "application/json", body).statusCode())
                    .as("%s again", name)
                    .isEqualTo(status);
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(49);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/title", "/text", "/location/place", "/officers/0/unit", "/reason",
            "/methane/exactLocation", "/onBehalfOf", "/externalRef/ref"})
    void awkward_strings_are_kept_to_the_byte_or_refused_by_their_pointer(String pointer)
            throws Exception {
        Path file = SHARED.resolve("strings/naughty-strings.json");
        assumeThat(file).as("%s %s", file, NOT_FOUND).isRegularFile();
        int kept = 0;
        JsonNode strings = ReportsServer.json(Files.readString(file));
        for (JsonNode string : strings) {
            var answer = server.post(token, report(pointer, string));
            if (answer.statusCode() == 201) {
                kept++;
                assertThat(kept(server.recording.stored().getLast()).at(pointer)
                        .asText()
                        .getBytes(StandardCharsets.UTF_8))
                        .isEqualTo(string.asText().getBytes(StandardCharsets.UTF_8));
            } else {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
                assertThat(answer.body()).contains("\"pointer\":\"" + pointer + "\"");
            }
        }
        assertThat(kept).isGreaterThan(strings.size() / 2);
        good();
    }

    private void good() throws Exception {
        assertThat(server.post(token, ReportsServer.good()).statusCode()).isEqualTo(201);
    }

    private static String report(String pointer, JsonNode string) throws IOException {
        ObjectNode report = (ObjectNode) ReportsServer.json("""
                {"category":"disturbance","observedAt":"2014-09-06T21:40:00+01:00",
                 "location":{"lat":53.3966,"lon":-1.2537},
                 "officers":[{"unit":"RT21","count":4,"state":"at-scene"}],
                 "methane":{"major":"no"},"externalRef":{"agency":"ambulance","ref":"1"}}""");
        report.put("id", UUID.randomUUID().toString());
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) report.at(pointer.substring(0, slash))).set(pointer.substring(slash + 1),
                string);
        return report.toString();
    }

    /** The report as the journal keeps it. */
    private static JsonNode kept(Command.SubmitReport said) throws IOException {
        var body = new Entry.ReportRecorded(said.report(), new UUID(1, 2), null, true,
                said.observer(), said.report().observedAt(), false, null, List.of(), List.of(),
                said.contentSha256(), List.of());
        byte[] entry = EntryJson
                .encode(new Entry(7, Instant.EPOCH, said.by().name(), said.areas(), body));
        return ReportsServer.JSON.readTree(entry).path("body").path("report");
    }
}
