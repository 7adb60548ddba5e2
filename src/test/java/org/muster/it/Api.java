package org.muster.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The public API as a client with one token sees it. */
public final class Api {
    public static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Eventually.PATIENCE)
            .build();

    private final Supplier<URI> service;
    private final String token;

    /** An answer with its body as it came. */
    public record Answer(int status, String body) {

        public JsonNode json() {
            return parsed(body);
        }

        /** Each line of an NDJSON answer. */
        public List<JsonNode> lines() {
            return body.lines().map(Api::parsed).toList();
        }
    }

    /** @param service where it listens now; asked before each request */
    public Api(Supplier<URI> service, String token) {
        this.service = service;
        this.token = token;
    }

    /** Sends one report. Fails when no answer comes. */
    public Answer report(JsonNode report) throws IOException, InterruptedException {
        return post("application/json", report.toString());
    }

    /** Plans one protest. Fails when no answer comes. */
    public Answer plan(JsonNode plan) throws IOException, InterruptedException {
        return send(request("api/v1/protests").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(plan.toString(), StandardCharsets.UTF_8)));
    }

    /** Does something with what is there. Fails when no answer comes. */
    Answer does(String path, JsonNode body) throws IOException, InterruptedException {
        return send(request("api/v1/" + path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8)));
    }

    /** Puts a whole new version in place of the one of this tag. Fails when no answer comes. */
    public Answer change(String path, String tag, JsonNode body)
            throws IOException, InterruptedException {
        return send(request("api/v1/" + path).header("Content-Type", "application/json")
                .header("If-Match", tag)
                .PUT(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8)));
    }

    /** Asks for something that needs words. */
    Answer ask(String path, JsonNode body) throws IOException, InterruptedException {
        return send(request("api/v1/" + path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8)));
    }

    /** The same beside a second person, by their token. */
    Answer beside(String second, String path, JsonNode body)
            throws IOException, InterruptedException {
        return send(request("api/v1/" + path).header("Content-Type", "application/json")
                .header("Muster-Second-Person", "Bearer " + second)
                .POST(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8)));
    }

    /** Asks for something that needs no words. Fails when no answer comes. */
    Answer ask(String path) throws IOException, InterruptedException {
        return send(request("api/v1/" + path).POST(BodyPublishers.noBody()));
    }

    /** Sends many reports as one request. */
    public Answer reports(List<ObjectNode> reports) throws IOException, InterruptedException {
        var lines = new StringBuilder();
        reports.forEach(report -> lines.append(report).append('\n'));
        return post("application/x-ndjson", lines.toString());
    }

    /** Reads what is expected to be there. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        var response = send(request("api/v1/" + path).GET());
        if (response.status() != 200) {
            throw new AssertionError(
                    path + " answers " + response.status() + " " + response.body());
        }
        return response.json();
    }

    /** The status of a read that may be refused. */
    int status(String path) throws IOException, InterruptedException {
        return send(request("api/v1/" + path).GET()).status();
    }

    /** The body of what is expected to be there, as it came. */
    byte[] bytes(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = CLIENT.send(request("api/v1/" + path).GET().build(),
                BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answers " + response.statusCode());
        }
        return response.body();
    }

    /** Reads what is expected to be there, outside the API. */
    String text(String path) throws IOException, InterruptedException {
        var response = CLIENT.send(HttpRequest.newBuilder(service.get().resolve(path))
                .timeout(Eventually.PATIENCE)
                .header("Authorization", "Bearer " + token)
                .build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answers " + response.statusCode());
        }
        return response.body();
    }

    static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private Answer post(String type, String body) throws IOException, InterruptedException {
        return send(request("api/v1/reports").header("Content-Type", type)
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Answer(response.statusCode(), response.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.get().resolve(path))
                .timeout(Eventually.PATIENCE)
                .header("Authorization", "Bearer " + token);
    }
}
