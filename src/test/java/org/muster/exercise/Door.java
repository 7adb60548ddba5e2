package org.muster.exercise;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A service that records in memory: 201 for a new id, 200 for a known one; or what it was told to answer next. */
final class Door implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    /** A report as it came in. */
    record Received(String path, String authorization, JsonNode report) {}

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Queue<Integer> next = new ArrayDeque<>();

    Door() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** The next requests get these; 0 for a cut connection after the report was recorded. */
    synchronized void answerNext(int... statuses) {
        for (var status : statuses) {
            next.add(status);
        }
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    /** Distinct reports in the order of their first arrival. */
    List<JsonNode> reports() {
        return received.stream().map(Received::report).distinct().toList();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var report = JSON.readTree(exchange.getRequestBody());
            var id = report.path("id").asText();
            var known = received.stream()
                    .anyMatch(one -> one.report().path("id").asText().equals(id));
            received.add(new Received(exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Authorization"), report));
            var told = next.poll();
            if (told != null && told == 0) {
                return;
            }
            var incident = report.path("incident").asText("incident-of-" + id);
            var status = told != null ? told : known ? 200 : 201;
            var body = (status < 300
                    ? JSON.createObjectNode().put("id", id).put("incident", incident)
                    : JSON.createObjectNode().put("detail", "not today")).toString()
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
