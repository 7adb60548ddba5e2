package org.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.config.ShippedConfig;

/** Rules that are read again by a running service: at a signal, and at a supervisor's word. */
final class ReloadIT {
    private static final String RULE = """
            rules:
              - id: crowd
                title: A crowd
                severity: %s
                scope: incident
                when: incident.crowd.high > limit
                values: {limit: %d}
                message: "{incident.crowd.high} people"
            """;

    @TempDir
    private Path folder;

    @Test
    void a_hangup_takes_good_rules_and_leaves_bad_ones_and_a_supervisor_hears_what_is_wrong()
            throws Exception {
        Path config = copy();
        write(config, RULE.formatted("medium", 100));
        try (var service = ServiceProcess.start(folder.resolve("data"), "--config",
                config.toString())) {
            var supervisor = new Api(service::url, service.token("supervisor", "sergeant"));
            var auditor = new Api(service::url, service.token("auditor", "audit"));
            var viewer = new Api(service::url, service.token("viewer", "wall"));
            long first = version(viewer);
            assertThat(opened(supervisor, 60)).isEmpty();

            write(config, RULE.formatted("high", 50));
            service.hangUp();
            Eventually.until("the new rules are in force", () -> version(viewer) > first,
                    service.output()::toString);
            // What the new rule finds is found at once, and names its version.
            Eventually.until("the alert is there", () -> alerts(viewer).size() == 1,
                    service.output()::toString);
            JsonNode alert = alerts(viewer).getFirst();
            assertThat(alert.path("severity").asText()).isEqualTo("high");
            assertThat(alert.path("ruleVersion").asLong()).isEqualTo(version(viewer));

            write(config, RULE.formatted("loud", 50));
            service.hangUp();
            // It is said in several lines, which come one after the other.
            Eventually.until("the broken rules are refused, with what is wrong and where",
                    () -> Stream.of("were not taken", "rules.yaml", "line 4", "severity")
                            .allMatch(service.output().toString()::contains),
                    service.output()::toString);
            assertThat(viewer.get("rules")
                    .path("rules")
                    .path(0)
                    .path("rule")
                    .path("severity")
                    .asText()).isEqualTo("high");
            assertThat(auditor.text("metrics")).contains("muster_rules_reload_failed 1");
            Api.Answer refused = supervisor.ask("rules/reload");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().path("errors").path(0).path("detail").asText())
                    .contains("line 4", "severity");
            assertThat(opened(supervisor, 70)).as("the old rules still call").hasSize(2);

            write(config, "rules: []");
            Api.Answer taken = supervisor.ask("rules/reload");
            assertThat(taken.status()).isEqualTo(200);
            assertThat(taken.json().path("removed").path(0).asText()).isEqualTo("crowd");
            assertThat(taken.json().path("version").asLong()).isEqualTo(version(viewer));
            assertThat(auditor.text("metrics")).contains("muster_rules_reload_failed 0");
            assertThat(RawEntry.journal(auditor))
                    .filteredOn(entry -> entry.json().path("type").asText().equals("settings"))
                    .extracting(entry -> entry.json().path("actor").asText())
                    .containsExactly("system", "system", "sergeant");
            assertThat(service.stop()).as("%s", service.output()).isZero();
        }
    }

    private Path copy() throws IOException {
        return ShippedConfig.copiedTo(folder.resolve("config"));
    }

    private static void write(Path config, String rules) throws IOException {
        Files.writeString(config.resolve("rules.yaml"), rules);
    }

    private static long version(Api viewer) {
        return read(viewer, "rules").path("version").asLong();
    }

    private static List<JsonNode> alerts(Api viewer) {
        return read(viewer, "alerts").path("items").valueStream().toList();
    }

    private static JsonNode read(Api viewer, String path) {
        try {
            return viewer.get(path);
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    /** The alerts there are after an incident with so many people was opened. */
    private static List<JsonNode> opened(Api by, int people) throws Exception {
        var report = Api.JSON.createObjectNode()
                .put("observedAt", "2014-09-06T20:40:00Z")
                .put("category", "disturbance");
        report.putObject("location").put("lat", 53.3966).put("lon", -1.2537);
        report.putObject("crowd").put("low", people).put("high", people).put("method", "count");
        assertThat(by.report(report).status()).isEqualTo(201);
        return alerts(by);
    }
}
