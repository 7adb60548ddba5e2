package org.muster.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import org.muster.access.Access;
import org.muster.access.Creation;
import org.muster.access.NewCredential;
import org.muster.config.SignIn;
import org.muster.door.RawHttp;
import org.muster.model.Role;

/** What a row needs of the service: where it listens, credentials of every kind, an open incident and a closed one. */
final class Surroundings {
    static final String JSON = "Content-Type: application/json\r\n";
    static final String LINES = "Content-Type: application/x-ndjson\r\n";

    private static final int SCREENS = 4;

    private final URI url;
    private final AtomicInteger turn = new AtomicInteger();
    private final Access access;
    private final Map<String, String> words = new TreeMap<>();

    /** Makes them; the service notes each credential in the record within a second. */
    Surroundings(URI url, Path data) {
        this.url = url;
        this.access = Access.open(data, InstantSource.system(), SignIn.defaults());
        token("desk", Role.CONTROLLER, List.of(), null, 100_000);
        token("far", Role.CONTROLLER, List.of("barnsley"), null, null);
        token("hasty", Role.CONTROLLER, List.of(), null, 1);
        token("unit", Role.FIELD, List.of(), null, null);
        token("viewer", Role.VIEWER, List.of(), null, null);
        token("auditor", Role.AUDITOR, List.of(), null, 100_000);
        for (var screen = 0; screen < SCREENS; screen++) {
            token("screen-" + screen, Role.CONTROLLER, List.of(), null, null);
        }
        token("admin", Role.ADMIN, List.of(), null, null);
        token("expired", Role.CONTROLLER, List.of(), Duration.ofMillis(1), null);
        words.put("unknown", "muster_nobody");
    }

    /** Opens the incidents of which rows speak. */
    void openIncidents() throws IOException {
        words.put("incident", report(good()).path("incident").asText());
        words.put("closed", report(good()).path("incident").asText());
        report(update("closed").put("status", "closed"));
    }

    /** How many credentials there are. */
    int credentials() {
        return access.all().size();
    }

    Access access() {
        return access;
    }

    /** The token of a credential by its name. */
    String token(String who) {
        var token = words.get(who);
        if (token == null) {
            throw new IllegalStateException("no credential is called " + who);
        }
        return token;
    }

    /** One of several screens in turn, none of which may have more than a few streams open. */
    String screen() {
        return "screen-" + turn.getAndIncrement() % SCREENS;
    }

    int port() {
        return url.getPort();
    }

    Api api(String who) {
        return new Api(() -> url, token(who));
    }

    RawHttp connect() throws IOException {
        return new RawHttp(port());
    }

    /** The value of a metric without labels. */
    double metric(String name) {
        try (var http = connect()) {
            http.send("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n");
            return http.answer()
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(name + " "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A good report about a new incident. */
    ObjectNode good() {
        var report = Api.JSON.createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("category", "disturbance")
                .put("observedAt", ago(Duration.ofMinutes(1)));
        report.putObject("location").put("lat", 53.3966).put("lon", -1.2537);
        return report;
    }

    /** A good report about an incident that is there. */
    ObjectNode update(String incident) {
        return Api.JSON.createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("incident", words.get(incident))
                .put("observedAt", ago(Duration.ofMinutes(1)));
    }

    /** Records a report on a connection of its own, as a good neighbour does; its receipt. */
    JsonNode report(ObjectNode report) throws IOException {
        try (var http = connect()) {
            http.send(filled(
                    post("reports", "{desk}" + JSON + "Connection: close\r\n", report.toString())));
            return new Expected(201).check(http);
        }
    }

    /** A text of the table with what stands in braces in its place: Authorization headers, ids, times. */
    byte[] filled(String text) {
        var filled = text;
        for (var word : words.entrySet()) {
            var isId = word.getKey().equals("incident") || word.getKey().equals("closed");
            filled = filled.replace("{" + word.getKey() + "}",
                    isId ? word.getValue() : "Authorization: Bearer " + word.getValue() + "\r\n");
        }
        return filled.replace("{port}", Integer.toString(port())).getBytes(StandardCharsets.UTF_8);
    }

    static String get(String path, String... headers) {
        return "GET /api/v1/" + path + " HTTP/1.1\r\nHost: x\r\n" + String.join("", headers)
                + "\r\n";
    }

    /** @param headers each with its line end */
    static String post(String path, String headers, String body) {
        return "POST /api/v1/" + path + " HTTP/1.1\r\nHost: x\r\n" + headers + "Content-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    static String ago(Duration ago) {
        return Instant.now().minus(ago).truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private void token(String name, Role role, List<String> areas, @Nullable Duration expires,
            @Nullable Integer rate) {
        var wish = new NewCredential(name, role, areas, expires, rate);
        words.put(name, ((Creation.Created) access.create(wish, "test")).token());
    }
}
