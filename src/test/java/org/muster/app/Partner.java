package org.muster.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import org.muster.door.RawHttp;

/** A partner who has nothing but the document: sends requests, and notes whatever it was not told of. */
final class Partner {
    private final Described api;
    private final IntSupplier port;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> seen = new TreeSet<>();

    Partner(Described api, IntSupplier port) {
        this.api = api;
        this.port = port;
    }

    /** A request: {@code GET /path?query}, who asks, a body with its type, more headers. */
    record Request(String method, String target, @Nullable String token, @Nullable String type,
            String body, Map<String, String> headers) {

        static Request of(String line, @Nullable String token) {
            String[] parts = line.split(" ", 2);
            return new Request(parts[0], parts[1], token, null, "", Map.of());
        }

        Request json(String body) {
            return typed("application/json", body);
        }

        Request typed(String type, String body) {
            return new Request(method, target, token, type, body, headers);
        }

        Request with(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Request(method, target, token, type, body, more);
        }

        String path() {
            return target.split("\\?", 2)[0];
        }

        String query() {
            return target.contains("?") ? target.split("\\?", 2)[1] : "";
        }
    }

    /** Sends it, and holds request and answer against the document. */
    RawHttp.Answer send(Request request) {
        RawHttp.Answer answer = sendQuietly(request);
        String what = request.method() + ' ' + request.target() + " -> " + answer.status();
        var operation = api.operation(request.method(), request.path());
        if (operation.isEmpty()) {
            faults.add(what + ": no operation");
            return answer;
        }
        seen.add(operation.get().id() + ' ' + answer.status());
        api.faultsOfAnswer(operation.get(), answer)
                .forEach(fault -> faults.add(what + ": " + fault));
        if (answer.status() < 300) {
            Map<String, String> headers = request.type() == null ? Map.of()
                    : Map.of("Content-Type", request.type());
            api.faultsOfRequest(operation.get(), request.query(), headers, request.body())
                    .forEach(fault -> faults.add(what + ", the request: " + fault));
        }
        return answer;
    }

    /** The same for what must be answered so. */
    JsonNode send(int status, Request request) {
        RawHttp.Answer answer = send(request);
        if (answer.status() != status) {
            faults.add(request + " was answered " + answer.status() + " and not " + status + ": "
                    + answer.body());
        }
        boolean json = answer.headers().getOrDefault("content-type", "").contains("json")
                && !answer.headers().getOrDefault("content-type", "").contains("ndjson");
        return json ? Described.read(answer.body()) : Described.JSON.missingNode();
    }

    /** Sends it, and does not look. */
    RawHttp.Answer sendQuietly(Request request) {
        StringBuilder head = new StringBuilder(request.method()).append(' ')
                .append(request.target())
                .append(" HTTP/1.1\r\nHost: 127.0.0.1:")
                .append(port.getAsInt())
                .append("\r\n");
        if (request.token() != null) {
            head.append("Authorization: Bearer ").append(request.token()).append("\r\n");
        }
        if (request.type() != null) {
            head.append("Content-Type: ").append(request.type()).append("\r\n");
        }
        request.headers()
                .forEach((name,
                        value) -> head.append(name).append(": ").append(value).append("\r\n"));
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        if (body.length > 0 && !request.headers().containsKey("Content-Length")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        try (RawHttp http = new RawHttp(port.getAsInt())) {
            return http.send(head.append("\r\n").toString()).send(body).answer();
        } catch (IOException failed) {
            throw new UncheckedIOException(request.toString(), failed);
        }
    }

    /** What the document did not tell of. */
    List<String> faults() {
        return faults;
    }

    /** Operations with the statuses that they were seen to answer. */
    Set<String> seen() {
        return seen;
    }
}
