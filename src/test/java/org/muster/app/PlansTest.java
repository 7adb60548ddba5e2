package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.access.Creation;
import org.muster.access.NewCredential;
import org.muster.config.Config;
import org.muster.config.Loaded;
import org.muster.model.Role;

/** Plans of two opponents through the whole service: they clash, one moves away, is called off, and stays so. */
final class PlansTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String HERE = "[-1.3566,53.4308]";
    private static final String HUNDRED_METRES_EAST = "[-1.355095,53.4308]";
    private static final String FIVE_KILOMETRES_EAST = "[-1.2813,53.4308]";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Instant noon = Instant.now()
            .plus(Duration.ofDays(1))
            .truncatedTo(ChronoUnit.SECONDS);
    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final Path folder;
    private Service service;
    private String token = "";

    PlansTest(@TempDir Path folder) {
        this.folder = folder.resolve("data");
        this.service = open(this.folder);
    }

    @BeforeEach
    void signIn() {
        token = switch (service.access()
                .create(new NewCredential("desk-1", Role.CONTROLLER, List.of(), null, null),
                        "test")) {
            case Creation.Created created -> created.token();
            case Creation.NameTaken taken -> throw new AssertionError(taken);
        };
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void opponents_clash_while_they_are_near_and_a_restart_changes_nothing() throws Exception {
        assertThat(send("POST", "", plan(one, HERE, noon, null)).statusCode()).isEqualTo(201);
        Instant later = noon.plus(Duration.ofMinutes(75));
        HttpResponse<String> second = send("POST", "",
                plan(other, HUNDRED_METRES_EAST, later, one));
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(JSON.readTree(second.body())).isEqualTo(shown(other));
        assertClash(one, other, later);
        assertClash(other, one, later);

        String read = second.headers().firstValue("ETag").orElseThrow();
        String away = plan(other, FIVE_KILOMETRES_EAST, later, one);
        HttpResponse<String> moved = send("PUT", "/" + other, away, "If-Match", read);
        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(moved.headers().firstValue("ETag")).isPresent().isNotEqualTo(read);
        assertThat(shown(one).path("clashes")).isEmpty();
        assertThat(shown(other).path("clashes")).isEmpty();
        assertThat(send("PUT", "/" + other, plan(other, HERE, later, one), "If-Match", read)
                .statusCode()).isEqualTo(412);

        assertThat(send("POST", "/" + other + "/cancel", "").statusCode()).isEqualTo(200);
        assertThat(shown(other).path("status").asText()).isEqualTo("cancelled");
        JsonNode before = shown(other);
        service.close();
        service = open(folder);
        assertThat(shown(other)).isEqualTo(before);
    }

    private void assertClash(UUID from, UUID with, Instant later) throws Exception {
        JsonNode clashes = shown(from).path("clashes");
        assertThat(clashes).hasSize(1);
        JsonNode clash = clashes.path(0);
        assertThat(clash.path("protest").asText()).isEqualTo(with.toString());
        assertThat(clash.path("opposed").asBoolean()).isTrue();
        assertThat(clash.path("distance").asDouble()).isEqualTo(100.0);
        Duration dispersal = Duration.ofHours(1);
        assertThat(Instant.parse(clash.path("from").asText())).isEqualTo(later.minus(dispersal));
        assertThat(Instant.parse(clash.path("to").asText()))
                .isEqualTo(noon.plus(Duration.ofHours(1)).plus(dispersal));
    }

    private static String plan(UUID id, String at, Instant start, @Nullable UUID opposed) {
        return """
                {"id": "%s", "title": "Demonstration", "category": "static-assembly",
                 "startsAt": "%s", "endsAt": "%s", "opposes": [%s],
                 "place": {"type": "Point", "coordinates": %s}}""".formatted(id, start,
                start.plus(Duration.ofHours(1)), opposed == null ? "" : "\"" + opposed + "\"", at);
    }

    private JsonNode shown(UUID id) throws Exception {
        return JSON.readTree(send("GET", "/" + id, "").body());
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers)
            throws Exception {
        var request = HttpRequest
                .newBuilder(URI
                        .create("http://127.0.0.1:" + service.port() + "/api/v1/protests" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Service open(Path folder) {
        Config config = switch (Config.load(Path.of("config"), Map.of("MUSTER_SERVER_PORT", "0"))) {
            case Loaded.Ready ready -> ready.config();
            case Loaded.Faulty faulty -> throw new AssertionError(faulty.faults());
        };
        return new Service(DataFolder.open(folder), config, Clocks.system(), () -> {});
    }
}
