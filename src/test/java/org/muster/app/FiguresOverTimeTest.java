package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.access.Creation;
import org.muster.access.NewCredential;
import org.muster.config.Config;
import org.muster.config.Loaded;
import org.muster.model.Role;

/** Figures over time through the whole service, on a clock of the test's own, against a plain count of the record. */
final class FiguresOverTimeTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant START = Instant.parse("2014-09-06T20:00:10Z");
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final String THURCROFT = "{\"lat\":53.3966,\"lon\":-1.2537}";
    private static final String SHEFFIELD = "{\"lat\":53.3811,\"lon\":-1.4701}";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final Config config;
    private volatile Instant now = START;
    private Service service;
    private final String desk;
    private final String auditor;

    FiguresOverTimeTest(@TempDir Path folder) {
        this.folder = folder;
        config = switch (Config.load(Path.of("config"), Map.of("MUSTER_SERVER_PORT", "0"))) {
            case Loaded.Ready ready -> ready.config();
            case Loaded.Faulty faulty -> throw new AssertionError(faulty.faults());
        };
        service = start();
        desk = token("desk", Role.CONTROLLER);
        auditor = token("auditor", Role.AUDITOR);
    }

    private Service start() {
        return new Service(DataFolder.open(folder.resolve("data")), config,
                new Clocks(() -> now, System::nanoTime), () -> {});
    }

    @AfterEach
    void end() {
        service.close();
    }

    @Test
    void each_step_is_what_a_plain_count_of_the_record_says_seed_71() throws Exception {
        Random chance = new Random(71);
        String incident = post("/reports",
                report(THURCROFT, "\"category\":\"disturbance\"," + news(chance, true)))
                .path("incident")
                .asText();
        for (int i = 0; i < 40; i++) {
            now = now.plus(STEP);
            boolean isHere = chance.nextInt(3) == 0;
            post("/reports",
                    isHere ? report(THURCROFT,
                            "\"incident\":\"" + incident + "\"," + news(chance, false))
                            : report(SHEFFIELD, "\"allQuiet\":true"));
        }
        now = now.plus(STEP);
        post("/reports", report(SHEFFIELD, "\"allQuiet\":true"));
        List<JsonNode> entries = entries();
        for (String subject : List.of("area&id=thurcroft", "incident&id=" + incident)) {
            JsonNode points = series(subject + "&step=1m&from=2014-09-06T19:30:00Z").path("points");
            int known = 0;
            for (JsonNode point : points) {
                Instant at = Instant.parse(point.path("at").asText());
                if (at.isBefore(START)) {
                    assertThat(point.path("state").asText()).isEqualTo("no-data");
                    assertThat(point).hasSize(2);
                } else {
                    assertThat(point.path("state").asText()).isEqualTo("known");
                    asCounted(point, at, entries,
                            alert -> subject.startsWith("area") || alert.contains(incident));
                    known++;
                }
            }
            assertThat(known).isEqualTo(20);
        }
    }

    @Test
    void what_is_past_stays_and_while_the_service_did_not_run_there_is_a_gap() throws Exception {
        post("/reports", report(THURCROFT, "\"allQuiet\":true"));
        run(6);
        JsonNode before = series("area&id=thurcroft&step=1m").path("points");
        service.close();
        now = now.plus(Duration.ofMinutes(20));
        service = start();
        run(6);
        JsonNode after = series("area&id=thurcroft&step=1m").path("points");
        List<String> states = new ArrayList<>();
        after.forEach(point -> states.add(point.path("state").asText()));
        assertThat(states).containsSequence("no-data", "known", "known", "known");
        assertThat(states).containsSequence("known", "gap", "gap", "gap");
        assertThat(states.getLast()).isEqualTo("known");
        assertThat(states.stream().filter("gap"::equals)).hasSizeBetween(16, 20);
        assertThat(before).filteredOn(point -> !point.path("state").asText().equals("no-data"))
                .isNotEmpty()
                .allSatisfy(point -> assertThat(after).contains(point));
    }

    @Test
    void what_cannot_be_answered_is_refused_with_every_fault_named() throws Exception {
        assertThat(faults("subject=area")).containsExactly("/id");
        assertThat(faults("subject=unit&id=RT21&step=7m")).contains("/subject", "/step");
        assertThat(faults("subject=area&id=rotherham&from=2014-08-01T00:00:00Z"))
                .containsExactly("/from");
        assertThat(faults(
                "subject=area&id=rotherham&from=2014-09-06T21:00:00Z" + "&to=2014-09-06T20:00:00Z"))
                .contains("/from");
        assertThat(faults("subject=area&id=rotherham&from=2014-09-06T00:00:00Z&step=1m"))
                .containsExactly("/step");
        assertThat(get("/series?subject=area&id=nowhere").statusCode()).isEqualTo(404);
        assertThat(get("/series?subject=protest&id=1").statusCode()).isEqualTo(404);
    }

    private void run(int steps) throws Exception {
        for (int i = 0; i < steps; i++) {
            now = now.plus(STEP);
            post("/reports", report(SHEFFIELD, "\"allQuiet\":true"));
        }
    }

    /**
     * The same by going through all entries up to a moment.
     *
     * @param isAsked whether an alert, by the text of its first entry, is one of those to be counted
     */
    private static void asCounted(JsonNode point, Instant at, List<JsonNode> entries,
            Predicate<String> isAsked) {
        Set<String> alerts = new HashSet<>();
        int reports = 0;
        int arrests = 0;
        int inStep = 0;
        int raised = 0;
        int atScene = 0;
        JsonNode crowd = JSON.nullNode();
        for (JsonNode entry : entries) {
            Instant received = Instant.parse(entry.path("at").asText());
            boolean isHere = entry.path("areas").toString().contains("\"thurcroft\"");
            if (received.isAfter(at) || !isHere) {
                continue;
            }
            boolean isNew = received.isAfter(at.minusSeconds(60));
            JsonNode report = entry.at("/body/report");
            if (entry.path("type").asText().equals("report")) {
                int here = report.at("/arrests/0/count").asInt();
                arrests += here;
                inStep += isNew ? here : 0;
                reports += isNew ? 1 : 0;
                crowd = report.has("crowd") && !report.path("crowd").isNull() ? report.path("crowd")
                        : crowd;
                atScene = report.at("/officers/0/count").asInt(atScene);
            } else if (entry.path("type").asText().equals("alert-raised")) {
                boolean counts = isAsked.test(entry.toString());
                alerts.add(counts ? entry.at("/body/alert").asText() : "");
                raised += counts && isNew ? 1 : 0;
            } else if (entry.at("/body/change").asText().equals("raised-again")) {
                raised += isNew && alerts.contains(entry.at("/body/alert").asText()) ? 1 : 0;
            }
        }
        assertThat(point.path("reports").asInt()).as("reports at %s", at).isEqualTo(reports);
        assertThat(point.at("/arrests/total").asInt()).as("arrests at %s", at).isEqualTo(arrests);
        assertThat(point.at("/arrests/inStep").asInt()).isEqualTo(inStep);
        assertThat(point.at("/officers/atScene").asInt()).isEqualTo(atScene);
        assertThat(point.at("/crowd/low")).isEqualTo(crowd.path("low"));
        assertThat(point.at("/crowd/high")).isEqualTo(crowd.path("high"));
        assertThat(point.at("/peoplePerOfficer/cautious").asDouble()).isEqualTo(atScene == 0 ? 0
                : Math.round(100 * crowd.path("high").asDouble() / atScene) / 100.0);
        assertThat(point.at("/alerts/raised").asInt()).as("alerts at %s", at).isEqualTo(raised);
    }

    /** The crowd always; arrests and officers now and then. */
    private static String news(Random chance, boolean isFirst) {
        int low = chance.nextInt(300);
        String crowd = "\"crowd\":{\"low\":" + low + ",\"high\":" + (low + chance.nextInt(200))
                + ",\"method\":\"estimate\"}";
        String officers = isFirst || chance.nextBoolean()
                ? ",\"officers\":[{\"unit\":\"RT21\",\"count\":" + chance.nextInt(20)
                        + ",\"state\":\"at-scene\"}]"
                : "";
        String arrests = chance.nextBoolean() ? ""
                : ",\"arrests\":[{\"offence\":\"affray\",\"count\":" + (1 + chance.nextInt(4))
                        + "}]";
        return crowd + officers + arrests;
    }

    private String report(String location, String more) {
        return "{\"observedAt\":\"" + now + "\",\"location\":" + location + "," + more + "}";
    }

    private JsonNode series(String of) throws Exception {
        // The present has to have passed the last step; reports carry it there.
        HttpResponse<String> answer = get("/series?subject=" + of);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private List<String> faults(String query) throws Exception {
        HttpResponse<String> answer = get("/series?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return JSON.readTree(answer.body()).path("errors").findValuesAsText("pointer");
    }

    private List<JsonNode> entries() throws Exception {
        List<JsonNode> entries = new ArrayList<>();
        JSON.readTree(send("GET", "/journal?limit=1000", auditor, "").body())
                .path("entries")
                .forEach(entries::add);
        return entries;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, desk, "");
    }

    private JsonNode post(String path, String body) throws Exception {
        HttpResponse<String> answer = send("POST", path, desk, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String method, String path, String token, String body)
            throws Exception {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String token(String name, Role role) {
        return switch (service.access()
                .create(new NewCredential(name, role, List.of(), null, null), "test")) {
            case Creation.Created created -> created.token();
            case Creation.NameTaken taken -> throw new AssertionError(taken);
        };
    }
}
