package org.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.config.ShippedConfig;

/** What is out of the queue stays so when the service is killed and starts again, and nothing is told anew. */
final class ShelfIT {
    private static final String RULES = """
            rules:
              - id: crowd-there
                title: A crowd
                severity: high
                scope: incident
                when: incident.crowd.high > 50
                message: "{incident.crowd.high} people at {incident.title}"
                inhibitedBy:
                  - {rule: major-incident, reach: linked}
              - id: major-incident
                title: Major incident declared
                severity: critical
                scope: incident
                when: incident.major
                message: "Major incident declared: {incident.title}"
            """;

    @TempDir
    private Path folder;

    @Test
    void shelves_and_suppression_outlive_a_kill_and_the_start_writes_nothing_of_alerts()
            throws Exception {
        var data = folder.resolve("data");
        var config = config();
        Map<String, String> marks;
        String token;
        String auditor;
        long last;
        try (var service = ServiceProcess.start(data, "--config", config)) {
            token = service.token("controller", "desk-1");
            auditor = service.token("auditor", "audit-1");
            var api = new Api(service::url, token);
            var shelved = opens(api, "\"crowd\":{\"low\":60,\"high\":60,\"method\":\"count\"}");
            var explained = opens(api, "\"crowd\":{\"low\":70,\"high\":70,\"method\":\"count\"}");
            var major = opens(api, "\"methane\":{\"major\":\"declared\"}");
            report(api, "\"incident\":\"" + explained + "\",\"links\":[{\"incident\":\"" + major
                    + "\",\"relation\":\"connected\"}]");
            shelve(api, shelved);
            marks = marks(api);
            assertThat(marks.values()).anyMatch(mark -> mark.contains("shelved by desk-1"))
                    .anyMatch(mark -> mark.contains("explained"));
            last = journal(service, auditor).size();
            service.kill9();
        }
        try (var service = ServiceProcess.start(data, "--config", config)) {
            assertThat(marks(new Api(service::url, token))).isEqualTo(marks);
            assertThat(new Api(service::url, token).get("alerts?state=shelved").path("items"))
                    .hasSize(1);
            var since = journal(service, auditor);
            assertThat(since.subList((int) last, since.size()))
                    .extracting(entry -> entry.json().path("type").asText())
                    .noneMatch(type -> type.startsWith("alert-"));
            assertThat(service.stop()).isZero();
        }
    }

    /** The shipped one, with a rule that another one suppresses. */
    private String config() throws Exception {
        var config = ShippedConfig.copiedTo(folder.resolve("config"));
        Files.writeString(config.resolve("rules.yaml"), RULES);
        return config.toString();
    }

    private static List<RawEntry> journal(ServiceProcess service, String auditor) throws Exception {
        return RawEntry.journal(new Api(service::url, auditor));
    }

    private static void shelve(Api api, String incident) throws Exception {
        for (var alert : api.get("alerts?rule=crowd-there").path("items")) {
            if (alert.path("subject").path("id").asText().equals(incident)) {
                var until = Instant.now().plus(2, ChronoUnit.HOURS);
                var answer = api.ask("alerts/" + alert.path("id").asText() + "/shelve",
                        Api.parsed("{\"until\":\"" + until + "\",\"reason\":\"Van on its way\"}"));
                assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            }
        }
    }

    private static String opens(Api api, String more) throws Exception {
        return report(api, "\"category\":\"disturbance\",\"location\":{\"lat\":53.3966,"
                + "\"lon\":-1.2537}," + more).path("incident").asText();
    }

    private static JsonNode report(Api api, String fields) throws Exception {
        var answer = api
                .report(Api.parsed("{\"observedAt\":\"" + Instant.now() + "\"," + fields + "}"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    /** Every alert with its state and its marks, by its id. */
    private static Map<String, String> marks(Api api) throws Exception {
        var alerts = new ArrayList<JsonNode>();
        api.get("alerts").path("items").forEach(alerts::add);
        var marks = new TreeMap<String, String>();
        for (var alert : alerts) {
            var by = alert.path("suppressedBy");
            marks.put(alert.path("id").asText(),
                    alert.path("rule").asText() + " " + alert.path("state").asText()
                            + " shelved by " + alert.path("shelvedBy").asText() + " until "
                            + alert.path("shelvedUntil").asText() + " because "
                            + alert.path("shelvedReason").asText()
                            + (by.isNull() ? "" : " explained by " + by.asText()));
        }
        return marks;
    }
}
