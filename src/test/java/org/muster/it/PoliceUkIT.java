package org.muster.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two months of real rows from data.police.uk (Open Government Licence v3.0), posted in one request. */
final class PoliceUkIT {
    private static final Path POLICE = Path
            .of(System.getProperty("muster.shared", MusterJar.HOME.resolve("../shared").toString()),
                    "data", "police-uk")
            .normalize();
    /** The City of London, generously. */
    private static final String CITY_MAP = """
            {"type": "FeatureCollection", "features": [
              {"type": "Feature", "properties": {"id": "london", "name": "London", "parent": null},
               "geometry": {"type": "Polygon", "coordinates":
                 [[[-0.60, 51.20], [0.40, 51.20], [0.40, 51.80], [-0.60, 51.80], [-0.60, 51.20]]]}},
              {"type": "Feature", "properties": {"id": "city", "name": "City of London", "parent": "london"},
               "geometry": {"type": "Polygon", "coordinates":
                 [[[-0.25, 51.45], [0.05, 51.45], [0.05, 51.57], [-0.25, 51.57], [-0.25, 51.45]]]}}]}
            """;

    @TempDir
    private Path folder;

    private List<ObjectNode> reports = List.of();
    private int withPlace;

    @BeforeEach
    void readTheRows() throws IOException {
        if (!Files.isDirectory(POLICE)) {
            System.err.println("PoliceUkIT is skipped: there is no folder " + POLICE
                    + "; -Dmuster.shared=DIR names the folder that holds data/police-uk.");
        }
        assumeTrue(Files.isDirectory(POLICE), "no folder " + POLICE);
        reports = new ArrayList<>();
        try (var files = Files.newDirectoryStream(POLICE, "*-street.csv")) {
            for (var file : files) {
                try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
                    rows.stream()
                            .filter(row -> row.getField("Crime type").equals("Public order"))
                            .forEach(row -> reports.add(report(file, row)));
                }
            }
        }
        withPlace = (int) reports.stream().filter(report -> report.has("location")).count();
        assertThat(reports).isNotEmpty();
    }

    @Test
    void every_row_is_accounted_for_and_counts_elsewhere_because_the_city_is_not_on_our_map()
            throws Exception {
        try (var service = ServiceProcess.start(folder.resolve("data"))) {
            checkAll(service, "elsewhere", List.of("elsewhere"));
        }
    }

    @Test
    void on_a_map_that_holds_the_city_every_row_counts_there() throws Exception {
        var config = Files.createDirectories(folder.resolve("config"));
        try (var shipped = Files.newDirectoryStream(MusterJar.HOME.resolve("config"), "*.yaml")) {
            for (var file : shipped) {
                Files.copy(file, config.resolve(file.getFileName()));
            }
        }
        Files.writeString(config.resolve("areas.geojson"), CITY_MAP);
        try (var service = ServiceProcess.start(folder.resolve("data"), "--config",
                config.toString())) {
            checkAll(service, "city", List.of("city", "london"));
            var auditor = new Api(service::url, service.token("auditor", "audit-2"));
            checkFigures(auditor.get("areas/london"));
            assertThat(auditor.get("areas/elsewhere").path("reports").path("total").asInt())
                    .isZero();
        }
    }

    private void checkAll(ServiceProcess service, String area, List<String> areas)
            throws Exception {
        var desk = new Api(service::url, service.token("controller", "import-1"));
        var auditor = new Api(service::url, service.token("auditor", "audit-1"));
        checkAnswers(desk.reports(reports), 201);
        checkJournal(auditor, areas);
        checkFigures(auditor.get("areas/" + area));

        checkAnswers(desk.reports(reports), 200);
        checkJournal(auditor, areas);
        checkFigures(auditor.get("areas/" + area));
    }

    /** A line of the answer for each row, in order; what has no place is refused and says where it is missing. */
    private void checkAnswers(Api.Answer answer, int accepted) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.lines()).hasSameSizeAs(reports);
        for (var i = 0; i < reports.size(); i++) {
            var line = answer.lines().get(i);
            var report = reports.get(i);
            assertThat(line.path("line").asInt()).isEqualTo(i + 1);
            if (report.has("location")) {
                assertThat(line.path("status").asInt()).as("%s", line).isEqualTo(accepted);
                assertThat(line.path("id")).isEqualTo(report.path("id"));
            } else {
                assertThat(line.path("status").asInt()).isEqualTo(422);
                assertThat(line.path("errors").path(0).path("pointer").asText())
                        .isEqualTo("/location");
            }
        }
    }

    private void checkJournal(Api auditor, List<String> areas) throws Exception {
        var recorded = RawEntry.journal(auditor).stream().filter(RawEntry::isReport).toList();
        assertThat(recorded).extracting(RawEntry::reportId)
                .containsExactlyInAnyOrderElementsOf(reports.stream()
                        .filter(report -> report.has("location"))
                        .map(report -> report.path("id").asText())
                        .toList());
        assertThat(recorded).extracting(RawEntry::areas).containsOnly(areas);
    }

    private void checkFigures(JsonNode area) {
        assertThat(area.path("reports").path("total").asInt()).isEqualTo(withPlace);
        assertThat(area.path("incidents").path("open").asInt()).isEqualTo(withPlace);
    }

    /** Only the month is known of the time, and of a row without a crime id only its place in the file. */
    private static ObjectNode report(Path file, NamedCsvRecord row) {
        var id = UUID.nameUUIDFromBytes((file.getFileName() + ":" + row.getStartingLineNumber())
                .getBytes(StandardCharsets.UTF_8));
        var report = Api.JSON.createObjectNode()
                .put("id", id.toString())
                .put("category", "public-fear-alarm-distress")
                .put("title", "Public order, " + row.getField("Location"))
                .put("observedAt", row.getField("Month") + "-01T00:00:00Z")
                .put("text", "Outcome: " + row.getField("Last outcome category"));
        if (!row.getField("Latitude").isBlank() && !row.getField("Longitude").isBlank()) {
            report.putObject("location")
                    .put("lat", Double.parseDouble(row.getField("Latitude")))
                    .put("lon", Double.parseDouble(row.getField("Longitude")))
                    .put("place", row.getField("Location"));
        }
        return report;
    }
}
