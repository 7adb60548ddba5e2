package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.access.Creation;
import org.muster.access.NewCredential;
import org.muster.model.Role;

/** What a unit reads of where it was sent, through the whole service. */
final class OwnTasksTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String THURCROFT = ",\"location\":{\"lat\":53.3966,\"lon\":-1.2537,\"place\":\"Ivanhoe Road\"}";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path data;
    private Service service;
    private final String desk;
    private final String unit;

    OwnTasksTest(@TempDir Path folder) {
        data = folder.resolve("data");
        service = start();
        desk = token("desk-1", Role.CONTROLLER);
        unit = token("RT21", Role.FIELD, "sheffield");
    }

    @AfterEach
    void end() {
        service.close();
    }

    @Test
    void a_unit_is_told_where_it_was_sent_also_outside_its_areas_and_before_it_reported_there()
            throws Exception {
        String incident = opened("\"category\":\"disturbance\",\"title\":\"Fight\","
                + "\"crowd\":{\"low\":40,\"high\":60,\"method\":\"estimate\"},"
                + "\"methane\":{\"major\":\"standby\",\"hazards\":[\"fire\"],\"access\":\"by the bridge\"}");
        assertThat(tasks()).isEmpty();
        send("RT21", "requested", incident);
        JsonNode task = tasks().get(0);
        assertThat(task.path("present").asBoolean()).isTrue();
        assertThat(words(task, "state", "sentBy", "observer", "incident", "title", "status"))
                .containsExactly("requested", "desk-1", "desk-1", incident, "Fight", "reported");
        assertThat(task.at("/location/place").asText()).isEqualTo("Ivanhoe Road");
        assertThat(task.at("/areas/0").asText()).isEqualTo("thurcroft");
        assertThat(task.at("/crowd/high").asInt()).isEqualTo(60);
        assertThat(task.at("/methane/access").asText()).isEqualTo("by the bridge");
        assertThat(get(unit, "/incidents/" + incident).statusCode())
                .as("its rights to the rest are as they were")
                .isEqualTo(404);
    }

    @Test
    void each_unit_is_told_its_own_alone() throws Exception {
        String incident = opened("\"category\":\"disturbance\"");
        send("RT22", "requested", incident);
        assertThat(tasks()).isEmpty();
        assertThat(get(desk, "/tasks").statusCode()).isEqualTo(403);
    }

    @Test
    void where_it_was_before_stays_told_as_not_the_present_one_and_the_same_after_a_restart()
            throws Exception {
        String first = opened("\"category\":\"disturbance\"");
        String second = opened("\"category\":\"assault\"");
        send("RT21", "requested", first);
        send("RT21", "requested", second);
        assertThat(tasks()).extracting(task -> task.path("incident").asText())
                .containsExactly(second, first);
        assertThat(tasks()).extracting(task -> task.path("present").asBoolean())
                .containsExactly(true, false);
        JsonNode before = tasks();
        service.close();
        service = start();
        assertThat(tasks()).isEqualTo(before);
        report(unit, "\"officers\":[{\"unit\":\"RT21\",\"count\":2,\"state\":\"released\"}]");
        assertThat(tasks()).extracting(task -> task.path("present").asBoolean())
                .as("released there")
                .containsExactly(false, false);
    }

    @Test
    void of_what_was_said_in_confidence_it_is_told_the_area_and_no_words() throws Exception {
        String incident = opened("\"category\":\"disturbance\",\"title\":\"Informer\","
                + "\"sensitive\":true,\"methane\":{\"major\":\"no\",\"access\":\"back door\"}");
        send("RT21", "requested", incident);
        String told = get(unit, "/tasks").body();
        assertThat(told).contains("\"title\":null", "\"thurcroft\"")
                .doesNotContain("Informer", "Ivanhoe", "back door", "53.3966");
    }

    @Test
    void a_protest_is_told_with_its_hours_and_a_place_with_its_words() throws Exception {
        JsonNode plan = JSON.readTree(post(desk, "/protests", """
                {"title":"March","category":"static-assembly","startsAt":"2034-09-13T13:45:00Z",
                 "place":{"type":"Point","coordinates":[-1.2537,53.3966]}}"""));
        report(desk, "\"protest\":\"" + plan.path("id").asText()
                + "\",\"officers\":[{\"unit\":\"RT21\",\"count\":2,\"state\":\"committed\"}]");
        report(desk, "\"officers\":[{\"unit\":\"RT21\",\"count\":2,\"state\":\"requested\"}]"
                + THURCROFT);
        JsonNode place = tasks().get(0);
        JsonNode protest = tasks().get(1);
        assertThat(words(protest, "title", "startsAt", "endsAt")).containsExactly("March",
                "2034-09-13T13:45:00.000Z", "2034-09-13T17:45:00.000Z");
        assertThat(place.at("/location/place").asText()).isEqualTo("Ivanhoe Road");
        assertThat(place.path("incident").isNull()).isTrue();
        assertThat(place.path("present").asBoolean()).isTrue();
        assertThat(place.at("/areas/0").asText()).isEqualTo("thurcroft");
    }

    private static List<String> words(JsonNode task, String... fields) {
        return List.of(fields).stream().map(field -> task.path(field).asText()).toList();
    }

    private JsonNode tasks() throws IOException, InterruptedException {
        HttpResponse<String> answer = get(unit, "/tasks");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("items");
    }

    private void send(String callSign, String state, String incident) throws Exception {
        report(desk, "\"incident\":\"" + incident + "\",\"officers\":[{\"unit\":\"" + callSign
                + "\",\"count\":2,\"state\":\"" + state + "\"}]");
    }

    private String opened(String what) throws Exception {
        return JSON.readTree(report(desk, what + THURCROFT)).path("incident").asText();
    }

    private String report(String token, String what) throws Exception {
        return post(token, "/reports", "{\"observedAt\":\"" + Instant.now() + "\"," + what + "}");
    }

    private String post(String token, String path, String body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http
                .send(to(token, path).header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body();
    }

    private HttpResponse<String> get(String token, String path)
            throws IOException, InterruptedException {
        return http.send(to(token, path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String token, String path) {
        return HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/api/v1" + path))
                .header("Authorization", "Bearer " + token);
    }

    private Service start() {
        return Running.start(Path.of("config"), data, Map.of());
    }

    private String token(String name, Role role, String... areas) {
        return switch (service.access()
                .create(new NewCredential(name, role, List.of(areas), null, null), "test")) {
            case Creation.Created created -> created.token();
            case Creation.NameTaken taken -> throw new AssertionError(taken);
        };
    }
}
