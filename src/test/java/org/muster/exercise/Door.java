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
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A service that records in memory: 201 for a new id, 200 for a known one; or what it was told to answer next. Every
 * look for alerts but the first two finds one of every subject it knows.
 */
final class Door implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    /** A report or plan as it came in. */
    record Received(String path, String authorization, JsonNode message) {}

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Queue<Integer> next = new ArrayDeque<>();
    private int looks;

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

    /** How often somebody looked for alerts. */
    synchronized int looks() {
        return looks;
    }

    private void alerts(HttpExchange exchange) throws IOException {
        looks++;
        var list = JSON.createObjectNode();
        var items = list.putArray("items");
        for (var subject : looks < 3 ? List.<String>of() : subjects()) {
            items.addObject()
                    .put("id", "alert-of-" + subject)
                    .putObject("subject")
                    .put("id", subject);
        }
        send(exchange, 200, list);
    }

    private List<String> subjects() {
        return Stream
                .concat(Stream.of("RT21"),
                        messages().stream()
                                .map(message -> "incident-of-" + message.path("id").asText()))
                .toList();
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("GET")) {
                alerts(exchange);
                return;
            }
            var message = JSON.readTree(exchange.getRequestBody());
            var id = message.path("id").asText();
            var known = !id.isEmpty() && received.stream()
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
            var worked = exchange.getRequestURI().getPath().contains("alerts");
            var status = told != null ? told : known || worked ? 200 : 201;
            send(exchange, status,
                    status < 300 ? body : JSON.createObjectNode().put("detail", "not today"));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
