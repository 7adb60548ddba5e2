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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.muster.access.Creation;
import org.muster.access.NewCredential;
import org.muster.config.Config;
import org.muster.config.Loaded;
import org.muster.model.Role;

/** Who may do what, by every road: a route without a row fails. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RightsTest {
    private static final String MARK = "A mark that only Thurcroft may see";

    /** What everybody gets, in the order viewer, field, controller, supervisor, auditor, admin, nobody. */
    private static final Map<String, String> ROWS = new TreeMap<>(
            Map.ofEntries(Map.entry("GET /health/live", "200 200 200 200 200 200 200"),
                    Map.entry("GET /health/ready", "200 200 200 200 200 200 200"),
                    Map.entry("GET /metrics", "200 200 200 200 200 200 200"),
                    Map.entry("GET /index.html", "200 200 200 200 200 200 200"),
                    Map.entry("POST /api/v1/session", "415 415 415 415 415 415 415"),
                    Map.entry("GET /api/v1/session", "200 200 200 200 200 200 401"),
                    Map.entry("DELETE /api/v1/session", "204 204 204 204 204 204 401"),
                    Map.entry("POST /api/v1/stream/ticket", "200 200 200 200 200 403 401"),
                    Map.entry("GET /api/v1/stream", "400 400 400 400 400 400 400"),
                    Map.entry("POST /api/v1/reports", "403 415 415 415 403 403 401"),
                    Map.entry("GET /api/v1/picture", "200 200 200 200 200 403 401"),
                    Map.entry("GET /api/v1/areas", "200 200 200 200 200 403 401"),
                    Map.entry("GET /api/v1/areas/thurcroft", "200 200 200 200 200 403 401"),
                    Map.entry("GET /api/v1/areas.geojson", "200 200 200 200 200 403 401"),
                    Map.entry("GET /api/v1/incidents", "403 200 200 200 200 403 401"),
                    Map.entry("GET /api/v1/incidents?q=mark", "403 200 200 200 200 403 401"),
                    Map.entry("GET /api/v1/protests?q=mark", "200 200 200 200 200 403 401"),
                    Map.entry("GET /api/v1/feed?area=sheffield", "200 200 200 200 200 403 401"),
                    Map.entry("GET /api/v1/incidents/INCIDENT", "403 404 200 200 200 403 401"),
                    Map.entry("GET /api/v1/catalogue", "200 200 200 200 200 403 401"),
                    Map.entry("GET /api/v1/ground.geojson", "200 200 200 200 200 403 401"),
                    Map.entry("GET /api/v1/series", "422 422 422 422 422 403 401"),
                    Map.entry("GET /api/v1/series?subject=area&id=thurcroft",
                            "200 200 200 200 200 403 401"),
                    Map.entry("GET /api/v1/series?subject=incident&id=INCIDENT",
                            "403 404 200 200 200 403 401"),
                    Map.entry("GET /api/v1/units", "403 403 200 200 200 403 401"),
                    Map.entry("GET /api/v1/tasks", "403 200 403 403 403 403 401"),
                    Map.entry("GET /api/v1/watchlist", "403 403 200 200 200 403 401"),
                    Map.entry("GET /api/v1/crime-recording", "403 403 200 200 200 403 401"),
                    Map.entry("GET /api/v1/journal", "403 403 403 403 200 403 401"),
                    Map.entry("GET /api/v1/timeline", "200 200 200 200 200 403 401"),
                    Map.entry("GET /api/v1/feed", "200 200 200 200 200 403 401"),
                    Map.entry("GET /api/v1/alerts", "200 200 200 200 200 403 401"),
                    Map.entry("GET /api/v1/alerts/1", "404 404 404 404 404 403 401"),
                    Map.entry("GET /api/v1/alerts/health", "403 403 200 200 200 403 401"),
                    Map.entry("GET /api/v1/alerts/1/why", "404 404 404 404 404 403 401"),
                    Map.entry("GET /api/v1/alerts/assignees", "403 403 200 200 403 403 401"),
                    Map.entry("POST /api/v1/alerts/1/acknowledge", "403 403 404 404 403 403 401"),
                    Map.entry("POST /api/v1/alerts/1/unacknowledge", "403 403 404 404 403 403 401"),
                    Map.entry("POST /api/v1/alerts/1/assign", "403 403 404 404 403 403 401"),
                    Map.entry("POST /api/v1/alerts/1/comment", "403 403 404 404 403 403 401"),
                    Map.entry("POST /api/v1/alerts/1/clear", "403 403 404 404 403 403 401"),
                    Map.entry("POST /api/v1/alerts/1/shelve", "403 403 404 404 403 403 401"),
                    Map.entry("POST /api/v1/alerts/1/unshelve", "403 403 404 404 403 403 401"),
                    Map.entry("GET /api/v1/rules", "200 200 200 200 200 403 401"),
                    Map.entry("POST /api/v1/rules/reload", "403 403 403 200 403 403 401"),
                    Map.entry("GET /api/v1/protests", "200 200 200 200 200 403 401"),
                    Map.entry("POST /api/v1/protests", "403 403 415 415 403 403 401"),
                    Map.entry("GET /api/v1/protests/1", "404 404 404 404 404 403 401"),
                    Map.entry("PUT /api/v1/protests/1", "403 403 404 404 403 403 401"),
                    Map.entry("POST /api/v1/protests/1/cancel", "403 403 404 404 403 403 401"),
                    Map.entry("GET /api/v1/reports/1", "403 404 404 404 404 403 401"),
                    Map.entry("GET /api/v1/refused", "501 501 501 501 501 501 401"),
                    Map.entry("GET /api/v1/gaps", "501 501 501 501 501 501 401"),
                    Map.entry("GET /api/v1/incidents/INCIDENT/timeline",
                            "403 404 200 200 200 403 401"),
                    Map.entry("GET /api/v1/protests/1/timeline", "404 404 404 404 404 403 401"),
                    Map.entry("GET /field", "200 200 200 200 200 200 200"),
                    Map.entry("GET /field-files.js", "200 200 200 200 200 200 200"),
                    Map.entry("GET /docs", "200 200 200 200 200 200 200"),
                    Map.entry("GET /", "200 200 200 200 200 200 200"),
                    Map.entry("HEAD /", "200 200 200 200 200 200 200"),
                    Map.entry("HEAD /index.html", "200 200 200 200 200 200 200"),
                    Map.entry("GET /api/v1/asyncapi.yaml", "200 200 200 200 200 200 200"),
                    Map.entry("GET /api/v1/openapi.yaml", "200 200 200 200 200 200 200")));

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Role, String> tokens = new EnumMap<>(Role.class);
    private final Map<Role, String> inSheffield = new EnumMap<>(Role.class);
    private final Service service;
    private String incident = "";

    RightsTest(@TempDir Path folder) {
        Config config = switch (Config.load(Path.of("config"),
                Map.of("MUSTER_SERVER_PORT", "0", "MUSTER_LIMITS_RATES_ADDRESS_BURST", "10000"))) {
            case Loaded.Ready ready -> ready.config();
            case Loaded.Faulty faulty -> throw new AssertionError(faulty.faults());
        };
        service = new Service(DataFolder.open(folder.resolve("data")), config, Clocks.system(),
                () -> {});
    }

    @BeforeAll
    void people() throws Exception {
        for (Role role : Role.values()) {
            tokens.put(role, token(role, role.slug(), List.of()));
            inSheffield.put(role, token(role, role.slug() + "-sheffield", List.of("sheffield")));
        }
        HttpResponse<String> opened = send("POST", "/api/v1/reports",
                token(Role.FIELD, "RT21", List.of()), "application/json",
                "{\"category\":\"disturbance\",\"title\":\"" + MARK + "\",\"observedAt\":\""
                        + Instant.now() + "\",\"location\":{\"lat\":53.3966,\"lon\":-1.2537},"
                        + "\"officers\":[{\"unit\":\"RT21\",\"count\":2,\"state\":\"at-scene\"}]}");
        assertThat(opened.statusCode()).isEqualTo(201);
        incident = opened.body().replaceAll("(?s).*\"incident\":\"([^\"]+)\".*", "$1");
    }

    @AfterAll
    void end() {
        service.close();
    }

    static Stream<String> rows() {
        return ROWS.keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everybody_gets_what_the_table_says(String row) throws Exception {
        String[] request = row.replace("INCIDENT", incident).split(" ", 2);
        List<String> statuses = new ArrayList<>();
        for (Role role : Role.values()) {
            statuses.add(status(request, tokens.get(role)));
        }
        statuses.add(status(request, null));
        assertThat(String.join(" ", statuses)).isEqualTo(ROWS.get(row));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void nobody_bound_to_sheffield_sees_anything_of_thurcroft(String row) throws Exception {
        String[] request = row.replace("INCIDENT", incident).split(" ", 2);
        if (!request[0].equals("GET") || !request[1].startsWith("/api/")) {
            return;
        }
        for (String token : inSheffield.values()) {
            HttpResponse<String> answer = send(request[0], request[1], token, null, "");
            assertThat(answer.body()).doesNotContain(MARK)
                    .doesNotContain(incident)
                    .doesNotContain("RT21");
            if (request[1].endsWith("/thurcroft")) {
                assertThat(answer.statusCode()).isIn(403, 404);
            }
        }
    }

    @Test
    void no_route_is_without_a_row() {
        var without = new TreeSet<String>();
        for (var route : service.routes()) {
            if (route.methods() == null || route.getPath() == null) {
                continue;
            }
            String pattern = route.getPath().replaceAll(":[a-z]+", "[^/]+");
            route.methods().forEach(method -> {
                String wanted = method.name() + " " + pattern;
                if (ROWS.keySet().stream().noneMatch(row -> row.matches(wanted))) {
                    without.add(wanted);
                }
            });
        }
        assertThat(without).isEmpty();
        assertThat(service.routes()).hasSizeGreaterThan(
                (int) ROWS.keySet().stream().filter(row -> row.indexOf('?') < 0).count() - 5);
    }

    @ParameterizedTest
    @MethodSource("strayRequests")
    void what_does_not_exist_is_404_and_another_method_405(String request, int status)
            throws Exception {
        String[] parts = request.split(" ", 2);
        HttpResponse<String> answer = send(parts[0], parts[1], tokens.get(Role.CONTROLLER), null,
                "");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
        if (status == 405) {
            assertThat(answer.headers().firstValue("Allow")).isPresent();
        }
    }

    static Stream<Object[]> strayRequests() {
        return Stream.of(new Object[] {"GET /api/v1/nothing", 404},
                new Object[] {"POST /api/v1/nothing", 404}, new Object[] {"GET /nothing.js", 404},
                new Object[] {"DELETE /api/v1/reports", 405},
                new Object[] {"POST /api/v1/picture", 405},
                new Object[] {"GET /api/v1/areas/nowhere", 404});
    }

    private String status(String[] request, @Nullable String token) throws Exception {
        return Integer.toString(send(request[0], request[1], token, null, "").statusCode());
    }

    private HttpResponse<String> send(String method, String path, @Nullable String token,
            @Nullable String type, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String token(Role role, String name, List<String> areas) {
        return switch (service.access()
                .create(new NewCredential(name, role, areas, null, null), "test")) {
            case Creation.Created created -> created.token();
            case Creation.NameTaken taken -> throw new AssertionError(taken);
        };
    }
}
