package org.muster.client;

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
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A service that records in memory: 201 for a new id, 200 for a known one; or what it was told to answer next. Every
 * look for alerts but the first two finds one of every subject it knows.
 */
public final class Door implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    /** A report or plan as it came in. */
    public record Received(String path, String authorization, JsonNode message) {}

    private static final int CUT = 0;
    private static final int TOO_MANY = 429;

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Queue<Integer> next = new ArrayDeque<>();
    private int retryAfterSeconds;
    private int looks;

    public Door() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** From now on a 429 says for how long to wait. */
    public synchronized void retryAfter(int seconds) {
        retryAfterSeconds = seconds;
    }

    /**
     * The next requests, or lines of a batch, get these; 0 for a cut connection, or the end of the batch, after the report
     * was recorded.
     */
    public synchronized void answerNext(int... statuses) {
        for (var status : statuses) {
            next.add(status);
        }
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    /** Distinct reports and plans in the order of their first arrival. */
    public List<JsonNode> messages() {
        return received.stream().map(Received::message).distinct().toList();
    }

    /** How often somebody looked for alerts. */
    public synchronized int looks() {
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
        send(exchange, 200, list.toString());
    }

    private List<String> subjects() {
        return Stream
                .concat(Stream.of("RT21"),
                        messages().stream()
                                .map(message -> "incident-of-" + message.path("id").asText()))
                .toList();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("GET")) {
                alerts(exchange);
                return;
            }
            var worked = exchange.getRequestURI().getPath().contains("alerts");
            var said = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var lines = "application/x-ndjson"
                    .equals(exchange.getRequestHeaders().getFirst("Content-Type"));
            var told = lines ? null : next.poll();
            var answer = new StringBuilder();
            var status = 200;
            var number = 0;
            for (var line : lines ? said.lines().toList() : List.of(said)) {
                number++;
                var message = JSON.readTree(line);
                var known = message.has("id") && received.stream()
                        .anyMatch(one -> one.message().path("id").equals(message.path("id")));
                received.add(new Received(exchange.getRequestURI().getPath(),
                        String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                        message));
                var each = lines ? next.poll() : told;
                status = each != null ? each : known || worked ? 200 : 201;
                if (status == CUT) {
                    if (!lines) {
                        return;
                    }
                    break;
                }
                var body = status < 300 ? receipt(message)
                        : JSON.createObjectNode().put("detail", "not today");
                answer.append(lines ? body.put("line", number).put("status", status) + "\n" : body);
            }
            if (status == TOO_MANY && retryAfterSeconds > 0) {
                exchange.getResponseHeaders()
                        .set("Retry-After", Integer.toString(retryAfterSeconds));
            }
            send(exchange, lines ? 200 : status, answer.toString());
        }
    }

    private static ObjectNode receipt(JsonNode message) {
        var receipt = JSON.createObjectNode().put("id", message.path("id").asText());
        if (message.has("observedAt")) {
            receipt.put("incident",
                    message.path("incident").asText("incident-of-" + message.path("id").asText()));
        }
        return receipt;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
