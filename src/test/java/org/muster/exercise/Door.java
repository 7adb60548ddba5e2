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

    /** A report or plan as it came in. */
    record Received(String path, String authorization, JsonNode message) {}

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

    /** Distinct reports and plans in the order of their first arrival. */
    List<JsonNode> messages() {
        return received.stream().map(Received::message).distinct().toList();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var message = JSON.readTree(exchange.getRequestBody());
            var id = message.path("id").asText();
            var known = received.stream()
                    .anyMatch(one -> one.message().path("id").asText().equals(id));
            received.add(new Received(exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Authorization"), message));
            var told = next.poll();
            if (told != null && told == 0) {
                return;
            }
            var body = JSON.createObjectNode().put("id", id);
            if (exchange.getRequestURI().getPath().endsWith("reports")) {
                body.put("incident", message.path("incident").asText("incident-of-" + id));
            }
            var status = told != null ? told : known ? 200 : 201;
            var bytes = (status < 300 ? body : JSON.createObjectNode().put("detail", "not today"))
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
