package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

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

/** {@code GET /picture?at=} of a whole service: what it tells, to whom, and what it does not. */
final class PictureAtTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LOOKS_MAX = 2_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<JsonNode> live = new ArrayList<>();
    private final Path data;
    private Service service;
    private final String desk;
    private final String auditor;

    PictureAtTest(@TempDir Path folder) {
        data = folder.resolve("data");
        service = start();
        desk = token(Role.SUPERVISOR, "desk-1", List.of());
        auditor = token(Role.AUDITOR, "audit", List.of());
    }

    @AfterEach
    void end() {
        service.close();
    }

    @Test
    void plans_alerts_corrections_and_moves_are_told_as_they_were_shown_across_a_restart()
            throws Exception {
        String first = post("reports", report("\"category\":\"disturbance\"", 53.3966)).path("id")
                .asText();
        String incident = live.getLast().path("incidents").path(0).path("id").asText();
        post("protests", plan("0192f5c0-6b1e-7c3a-9d52-0f1c7a9b2e12", 53.4308, ""));
        post("protests", plan("0192f5c0-6b1e-7c3a-9d52-0f1c7a9b2e13", 53.4300,
                "\"0192f5c0-6b1e-7c3a-9d52-0f1c7a9b2e12\""));
        post("reports", report("\"emergency\":true,\"incident\":\"" + incident + "\"", 53.3966));
        JsonNode alerts = get("picture").path("alerts");
        post("alerts/" + alerts.path(0).path("id").asText() + "/acknowledge", "");
        service.close();
        service = start();
        look();
        post("reports", "{\"corrects\":\"" + first + "\",\"observedAt\":\"" + Instant.now()
                + "\",\"crowd\":{\"low\":4,\"high\":6}}");
        post("reports", report("\"incident\":\"" + incident + "\"", 53.4308));
        post("reports", report("\"status\":\"closed\",\"incident\":\"" + incident + "\"", 53.4308));
        settle();
        assertThat(live).hasSize(9);
        for (JsonNode shown : live) {
            assertThat(get("picture?at=" + shown.path("at").asText())).isEqualTo(shown);
        }
        assertThat(live.get(4).path("alerts").size()).as("alerts were shown").isPositive();
        assertThat(live.getLast().path("incidents").path(0).path("areas")).as("it moved")
                .isNotEqualTo(live.getFirst().path("incidents").path(0).path("areas"));
    }

    @Test
    void what_is_sensitive_by_now_is_told_without_its_words_and_place_in_the_past_too()
            throws Exception {
        post("reports", report("\"category\":\"disturbance\",\"title\":\"zqxmark\"", 53.39661));
        JsonNode plain = live.getLast();
        String incident = plain.path("incidents").path(0).path("id").asText();
        String unit = post("reports", """
                {"observedAt":"%s","onBehalfOf":"RT9","location":{"lat":53.43081,"lon":-1.3566,"place":"zqxmark"},\
                "officers":[{"unit":"RT9","count":2,"state":"at-scene"}]}"""
                .formatted(Instant.now())).path("id").asText();
        JsonNode both = live.getLast();
        assertThat(both.toString()).contains("zqxmark", "53.39661", "53.43081");
        post("reports", report("\"sensitive\":true,\"incident\":\"" + incident + "\"", 53.39661));
        post("reports", """
                {"corrects":"%s","observedAt":"%s","sensitive":true,"location":{"lat":53.43081,"lon":-1.3566},\
                "officers":[{"unit":"RT9","count":2,"state":"at-scene"}]}""".formatted(unit,
                Instant.now()));
        settle();
        for (JsonNode shown : List.of(plain, both)) {
            JsonNode told = get("picture?at=" + shown.path("at").asText());
            assertThat(told.toString()).doesNotContain("zqxmark")
                    .doesNotContain("53.39661")
                    .doesNotContain("53.43081");
            assertThat(told.path("cursor")).isEqualTo(shown.path("cursor"));
            assertThat(told.path("areas")).as("figures count in full")
                    .isEqualTo(shown.path("areas"));
            assertThat(told.path("incidents").path(0).path("sensitive").asBoolean()).isTrue();
        }
    }

    @Test
    void nobody_is_told_more_of_the_past_than_of_the_present() throws Exception {
        post("reports", report("\"category\":\"disturbance\",\"title\":\"zqxmark\"", 53.3966));
        String at = live.getLast().path("at").asText();
        settle();
        String sheffield = token(Role.CONTROLLER, "sheffield", List.of("sheffield"));
        JsonNode told = JSON.readTree(send("GET", "picture?at=" + at, sheffield, "").body());
        assertThat(told.path("incidents")).isEmpty();
        assertThat(told.path("areas")).extracting(area -> area.path("id").asText())
                .contains("sheffield")
                .doesNotContain("rotherham", "south-yorkshire", "elsewhere");
        assertThat(send("GET", "picture?at=" + at, token(Role.ADMIN, "admin", List.of()), "")
                .statusCode()).isEqualTo(403);
        JsonNode viewer = JSON.readTree(
                send("GET", "picture?at=" + at, token(Role.VIEWER, "wall", List.of()), "").body());
        assertThat(viewer.path("topics")).hasSize(3);
        assertThat(viewer.path("incidents")).isEmpty();
    }

    @Test
    void before_the_first_entry_is_the_empty_picture_and_says_so() throws Exception {
        JsonNode told = get("picture?at=2014-09-06T21:40:00%2B01:00");
        assertThat(told.path("at").asText()).isEqualTo("2014-09-06T20:40:00.000Z");
        assertThat(told.path("note").asText()).contains("Nothing was known then",
                "the record begins at 2");
        assertThat(told.path("incidents")).isEmpty();
        assertThat(told.path("cursor").asText()).endsWith(".0");
    }

    @Test
    void what_cannot_be_told_is_refused_in_words() throws Exception {
        assertThat(refused("picture?at=" + Instant.now().plusSeconds(60), 422)).contains("/at",
                "in the future", "by the service's clock");
        assertThat(refused("picture?at=yesterday", 422)).contains("/at", "a time with its offset");
        assertThat(refused("picture?att=2014-09-06T21:40:00Z", 422)).contains("/att");
        assertThat(refused("picture?at=2014-09-06T21:40:00Z&clock=wall", 422)).contains("/clock");
        assertThat(refused("picture?at=2014-09-06T21:40:00Z&clock=observed", 501))
                .contains("clock=observed");
    }

    @Test
    void the_present_moment_is_told_as_soon_as_it_is_past() throws Exception {
        String now = Instant.now().toString();
        assertThat(get("picture?at=" + now).path("at").asText())
                .isEqualTo(now.substring(0, 23) + "Z");
    }

    private String refused(String path, int status) throws Exception {
        HttpResponse<String> answer = send("GET", path, auditor, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    /** Until everything shown is past. */
    private void settle() throws Exception {
        String last = live.getLast().path("at").asText();
        for (int i = 0; get("picture").path("at").asText().compareTo(last) <= 0; i++) {
            assertThat(i).isLessThan(LOOKS_MAX);
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** Records it, and keeps what is shown when time has passed after it, so that it is alone with its moment. */
    private JsonNode post(String path, String body) throws Exception {
        HttpResponse<String> answer = send("POST", path, desk, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        look();
        return JSON.readTree(answer.body());
    }

    private void look() throws Exception {
        live.add(get("picture"));
        settle();
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = send("GET", path, auditor, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/api/v1/" + path))
                .header("Authorization", "Bearer " + token)
                .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String report(String says, double lat) {
        return "{" + says + ",\"observedAt\":\"" + Instant.now() + "\",\"location\":{\"lat\":" + lat
                + ",\"lon\":-1.2537},\"crowd\":{\"low\":40,\"high\":60},"
                + "\"officers\":[{\"unit\":\"RT21\",\"count\":2,\"state\":\"at-scene\"}]}";
    }

    private static String plan(String id, double lat, String opposes) {
        return """
                {"id":"%s","title":"A plan","category":"static-assembly","opposes":[%s],"startsAt":"%s",\
                "place":{"type":"Point","coordinates":[-1.3566,%s]},"officersPlanned":60}"""
                .formatted(id, opposes, Instant.now().plusSeconds(7_200), lat);
    }

    private Service start() {
        Config config = switch (Config.load(Path.of("config"), Map.of("MUSTER_SERVER_PORT", "0"))) {
            case Loaded.Ready ready -> ready.config();
            case Loaded.Faulty faulty -> throw new AssertionError(faulty.faults());
        };
        return new Service(DataFolder.open(data), config, Clocks.system(), () -> {});
    }

    private String token(Role role, String name, List<String> areas) {
        return switch (service.access()
                .create(new NewCredential(name, role, areas, null, null), "test")) {
            case Creation.Created created -> created.token();
            case Creation.NameTaken taken -> throw new AssertionError(taken);
        };
    }
}
