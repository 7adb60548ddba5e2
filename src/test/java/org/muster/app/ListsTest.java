package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.access.Creation;
import org.muster.access.NewCredential;
import org.muster.config.Config;
import org.muster.config.Loaded;
import org.muster.model.Role;

/** Lists of incidents and protests through the whole service: by words, and in the forms that other programs open. */
final class ListsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String THURCROFT = "\"lat\":53.3966,\"lon\":-1.2537";
    private static final String SHEFFIELD = "\"lat\":53.3811,\"lon\":-1.4701";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private Service service;

    ListsTest(@TempDir Path folder) {
        this.folder = folder.resolve("data");
        this.service = start();
    }

    @AfterEach
    void end() {
        service.close();
    }

    @Test
    void what_was_answered_is_found_by_the_next_search() throws Exception {
        String desk = token(Role.CONTROLLER);
        for (int i = 0; i < 40; i++) {
            report(desk, "\"category\":\"disturbance\",\"title\":\"Number" + i + "\"", THURCROFT);
            assertThat(titles(get(desk, "/incidents?q=number" + i + "+", "").body()))
                    .containsExactly("Number" + i);
        }
    }

    @Test
    void words_go_together_with_every_other_filter_and_with_pages() throws Exception {
        String desk = token(Role.CONTROLLER);
        String bound = token(Role.CONTROLLER, "sheffield");
        for (int i = 0; i < 6; i++) {
            report(desk,
                    "\"category\":\"" + (i < 3 ? "disturbance" : "assault")
                            + "\",\"title\":\"Fight " + i + "\",\"text\":\"Bottles thrown\"",
                    i % 2 == 0 ? THURCROFT : SHEFFIELD);
        }
        report(desk, "\"category\":\"disturbance\",\"title\":\"Quiet\"", SHEFFIELD);
        assertThat(titles(get(desk, "/incidents?q=fight+bott", "").body()))
                .containsExactly("Fight 5", "Fight 4", "Fight 3", "Fight 2", "Fight 1", "Fight 0");
        assertThat(titles(get(desk, "/incidents?q=fight&area=sheffield", "").body()))
                .containsExactly("Fight 5", "Fight 3", "Fight 1");
        assertThat(titles(get(desk, "/incidents?q=fight&category=assault", "").body()))
                .containsExactly("Fight 5", "Fight 4", "Fight 3");
        assertThat(titles(get(bound, "/incidents?q=fight&category=assault", "").body()))
                .as("within one's areas")
                .containsExactly("Fight 5", "Fight 3");
        List<String> seen = new ArrayList<>();
        String before = "";
        for (int pages = 0; pages < 9 && !before.equals("null"); pages++) {
            JsonNode page = JSON
                    .readTree(get(desk, "/incidents?q=FIGHT&limit=2" + before, "").body());
            page.path("items").forEach(item -> seen.add(item.path("title").asText()));
            before = page.path("next").isNull() ? "null" : "&before=" + page.path("next").asText();
        }
        assertThat(seen).containsExactly("Fight 5", "Fight 4", "Fight 3", "Fight 2", "Fight 1",
                "Fight 0");
        assertThat(get(token(Role.VIEWER), "/incidents?q=fight", "").statusCode()).isEqualTo(403);
        assertThat(get(token(Role.FIELD), "/incidents?q=fight", "").body())
                .as("a field unit finds what it reported on")
                .startsWith("{\"items\":[]");
    }

    @Test
    void who_may_not_read_reports_does_not_learn_by_searching_what_they_say() throws Exception {
        String desk = token(Role.CONTROLLER);
        String unit = token(Role.FIELD);
        report(desk, "\"category\":\"static-assembly\",\"title\":\"Vigil\",\"text\":\"Informer\"",
                THURCROFT);
        String incident = report(unit,
                "\"category\":\"disturbance\",\"title\":\"Fight\",\"text\":\"bottles\"", THURCROFT);
        report(desk, "\"incident\":\"" + incident + "\",\"text\":\"Informer\"", THURCROFT);
        for (String list : List.of("/protests", "/incidents")) {
            assertThat(titles(get(desk, list + "?q=informer", "").body())).hasSize(1);
            assertThat(titles(get(unit, list + "?q=informer", "").body())).isEmpty();
        }
        assertThat(titles(get(token(Role.VIEWER), "/protests?q=informer", "").body())).isEmpty();
        assertThat(titles(get(unit, "/incidents?q=fight", "").body())).containsExactly("Fight");
        assertThat(titles(get(unit, "/protests?q=vigil", "").body())).containsExactly("Vigil");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"\"fight\"|1", "fight*|1", "fight AND road|0", "fight OR road|0", "-fight|1",
                    "said:fight|0", "NOT fight|0", "fight)|1", "^fight + \"mill|1",
                    "NEAR(fight mill)|0", "fi\u0301ght|1", "ＦＩＧＨＴ|1", "fig|1", "ight|0"})
    void words_are_words_and_no_query_language(String typed, int found) throws Exception {
        String desk = token(Role.CONTROLLER);
        report(desk, "\"category\":\"disturbance\",\"title\":\"Fight at the mill\"", THURCROFT);
        var answer = get(desk, "/incidents?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8),
                "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(titles(answer.body())).hasSize(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/incidents?q=", "/incidents?q=%22*%22", "/protests?q=+",
            "/protests?q=a+b+c+d+e+f+g+h+i+j+k"})
    void what_is_no_search_is_refused_with_its_place(String path) throws Exception {
        String desk = token(Role.CONTROLLER);
        for (String each : List.of(path, path.replaceAll("q=.*", "q=" + "x".repeat(201)))) {
            var answer = get(desk, each, "");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(JSON.readTree(answer.body()).at("/errors/0/pointer").asText())
                    .isEqualTo("/q");
        }
    }

    @Test
    void an_index_that_is_gone_at_the_next_start_is_made_anew() throws Exception {
        String desk = token(Role.CONTROLLER);
        report(desk, "\"category\":\"disturbance\",\"title\":\"Fight at the mill\"", THURCROFT);
        assertThat(titles(get(desk, "/incidents?q=mill", "").body())).hasSize(1);
        service.close();
        assertThat(Files.deleteIfExists(folder.resolve("index.db"))).isTrue();
        service = start();
        assertThat(titles(get(desk, "/incidents?q=mill", "").body())).hasSize(1);
        service.close();
        Files.writeString(folder.resolve("index.db"), "This was an index once.");
        service = start();
        assertThat(titles(get(desk, "/incidents?q=mill", "").body())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"incidents|application/geo+json|application/geo+json|incidents.geojson",
                    "incidents|text/csv|text/csv; charset=utf-8; header=present|incidents.csv",
                    "protests|application/geo+json|application/geo+json|protests.geojson",
                    "protests|text/csv|text/csv; charset=utf-8; header=present|protests.csv"})
    void other_forms_have_the_same_rows_page_by_page(String list, String accept, String type,
            String file) throws Exception {
        String desk = token(Role.CONTROLLER);
        for (int i = 0; i < 5; i++) {
            report(desk,
                    "\"category\":\""
                            + (list.equals("incidents") ? "disturbance" : "static-assembly")
                            + "\",\"title\":\"Fight, no. " + i + "\"",
                    THURCROFT);
        }
        String path = "/" + list + "?q=fight+no&area=thurcroft&limit=2";
        List<String> seen = new ArrayList<>();
        for (String next = "/api/v1" + path; !next.isEmpty();) {
            var page = send("GET", next, desk, accept, "");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type")).contains(type);
            assertThat(page.headers().firstValue("Vary")).contains("Accept");
            assertThat(page.headers().firstValue("Content-Disposition"))
                    .contains("attachment; filename=\"" + file + "\"");
            seen.addAll(accept.equals("text/csv") ? csv(page.body()) : geoJson(page.body()));
            String link = page.headers().firstValue("Link").orElse("");
            next = link.isEmpty() ? "" : link.replaceAll("<(.*)>; rel=\"next\"", "$1");
        }
        assertThat(seen).isEqualTo(Stream.of(4, 3, 2, 1, 0).map(i -> "Fight, no. " + i).toList());
    }

    @Test
    void a_form_that_there_is_not_is_refused_and_json_needs_no_asking() throws Exception {
        String desk = token(Role.CONTROLLER);
        for (String list : List.of("/incidents", "/protests")) {
            var html = get(desk, list, "text/html");
            assertThat(html.statusCode()).isEqualTo(406);
            assertThat(html.body()).contains("\"not-acceptable\"").contains("text/csv");
            for (String accept : List.of("", "*/*", "text/html, */*;q=0.1")) {
                var plain = get(desk, list, accept);
                assertThat(plain.headers().firstValue("Content-Type")).contains("application/json");
                assertThat(plain.headers().firstValue("Vary")).contains("Accept");
                assertThat(plain.headers().firstValue("Content-Disposition")).isEmpty();
            }
        }
        assertThat(get(token(Role.VIEWER), "/incidents", "text/csv").statusCode()).isEqualTo(403);
    }

    private static List<String> titles(String page) throws IOException {
        List<String> titles = new ArrayList<>();
        JSON.readTree(page).path("items").forEach(item -> titles.add(item.path("title").asText()));
        return titles;
    }

    private static List<String> geoJson(String page) throws IOException {
        List<String> titles = new ArrayList<>();
        JSON.readTree(page).path("features").forEach(feature -> {
            assertThat(feature.at("/geometry/type").asText()).isEqualTo("Point");
            titles.add(feature.at("/properties/title").asText());
        });
        return titles;
    }

    private static List<String> csv(String page) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new StringReader(page))) {
            return rows.stream().map(row -> row.getField("title")).toList();
        }
    }

    /** Reports; the incident that it is about, if that is one. */
    private String report(String token, String fields, String position) throws Exception {
        var answer = send("POST", "/api/v1/reports", token, "", "{\"observedAt\":\"" + Instant.now()
                + "\"," + fields + ",\"location\":{" + position + "}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).path("incident").asText();
    }

    private HttpResponse<String> get(String token, String path, String accept) throws Exception {
        return send("GET", "/api/v1" + path, token, accept, "");
    }

    private HttpResponse<String> send(String method, String path, String token, String accept,
            String body) throws Exception {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .header("Authorization", "Bearer " + token)
                .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!accept.isEmpty()) {
            request.header("Accept", accept);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String token(Role role, String... areas) {
        return switch (service.access()
                .create(new NewCredential(role.slug() + String.join("-", areas), role,
                        List.of(areas), null, null), "test")) {
            case Creation.Created created -> created.token();
            case Creation.NameTaken taken -> throw new AssertionError(taken);
        };
    }

    private Service start() {
        Config config = switch (Config.load(Path.of("config"),
                Map.of("MUSTER_SERVER_PORT", "0", "MUSTER_LIMITS_RATES_ADDRESS_BURST", "10000"))) {
            case Loaded.Ready ready -> ready.config();
            case Loaded.Faulty faulty -> throw new AssertionError(faulty.faults());
        };
        return new Service(DataFolder.open(folder), config, Clocks.system(), () -> {});
    }
}
