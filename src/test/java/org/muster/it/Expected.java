package org.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;

import org.muster.door.RawHttp;

/**
 * What the service must say. The words of a row are: a pointer ({@code /crowd/low}), and then exactly these are at
 * fault; {@code closed}, and then the connection must end; {@code name: value} of a header; anything else must stand in
 * the body.
 */
final class Expected {
    private static final Map<Integer, String> CODES = Map.ofEntries(Map.entry(400, "malformed"),
            Map.entry(401, "unauthenticated"), Map.entry(403, "forbidden"),
            Map.entry(404, "not-found"), Map.entry(405, "method-not-allowed"),
            Map.entry(408, "timed-out"), Map.entry(409, "id-taken"),
            Map.entry(410, "cursor-unknown"), Map.entry(413, "too-large"),
            Map.entry(415, "media-type"), Map.entry(422, "invalid"),
            Map.entry(429, "too-many-requests"), Map.entry(431, "headers-too-large"));
    private static final String CLOSED = "closed";
    private static final int SAID_MAX = 1_000;

    private final int status;
    private final List<String> pointers = new ArrayList<>();
    private final List<String> headers = new ArrayList<>();
    private final List<String> body = new ArrayList<>();
    private boolean closed;

    Expected(int status, String... words) {
        this.status = status;
        for (var word : words) {
            if (word.startsWith("/")) {
                pointers.add(word);
            } else if (word.equals(CLOSED)) {
                closed = true;
            } else if (word.contains(": ")) {
                headers.add(word);
            } else {
                body.add(word);
            }
        }
    }

    /** Reads an answer and holds it against this. */
    JsonNode check(RawHttp http) throws IOException {
        var answer = http.answer();
        var whole = answer.toString();
        var said = whole.substring(0, Math.min(SAID_MAX, whole.length()));
        assertThat(answer.status()).as(said).isEqualTo(status);
        for (var header : headers) {
            var parts = header.split(": ", 2);
            assertThat(answer.header(parts[0])).as(said).isNotNull().contains(parts[1]);
        }
        assertThat(answer.header("x-request-id")).as(said).isNotBlank();
        assertThat(answer.header("content-security-policy")).as(said).isNotBlank();
        assertThat(answer.body()).doesNotContain("Exception", "org.muster", "io.vertx");
        var json = Api.parsed(answer.body());
        if (status >= 400) {
            assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
            assertThat(json.path("status").asInt()).as(said).isEqualTo(status);
        }
        check(json);
        if (closed) {
            assertThat(http.isClosed()).as("closed").isTrue();
        }
        return json;
    }

    /** Holds the line of a batch against this. */
    void checkLine(JsonNode line) {
        assertThat(line.path("status").asInt()).as("%s", line).isEqualTo(status);
        check(line);
    }

    boolean isStored() {
        return status == 201;
    }

    private void check(JsonNode json) {
        var said = json.toString();
        body.forEach(word -> assertThat(said).contains(word));
        if (status >= 400) {
            assertThat(json.path("code").asText()).as(said)
                    .isEqualTo(Objects.requireNonNull(CODES.get(status)));
            assertThat(json.path("title").asText()).as(said).isNotBlank();
            assertThat(json.path("detail").asText()).as(said).isNotBlank();
        }
        if (!pointers.isEmpty()) {
            assertThat(json.path("errors")).as(said)
                    .extracting(fault -> fault.path("pointer").asText())
                    .containsExactlyInAnyOrderElementsOf(pointers);
        }
    }
}
