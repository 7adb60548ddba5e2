package org.muster.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/** Stands in for an Alertmanager: what it was told, one after another, and what it answers. */
final class Duty implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 30;
    private static final int TOLD_MAX = 100;

    private final HttpServer server;
    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> refused = new LinkedBlockingQueue<>();
    private final List<Told> passed = new ArrayList<>();
    private volatile Function<List<Told>, Integer> answers = _ -> 200;

    /**
     * One alert of a call that was taken.
     *
     * @param token what the caller showed; null for nothing
     */
    record Told(String alert, String severity, boolean isFiring, @Nullable String token) {}

    Duty() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v2/alerts", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on it answers this. */
    void answers(Function<List<Told>, Integer> other) {
        answers = other;
    }

    private void take(HttpExchange exchange) throws IOException {
        String shown = exchange.getRequestHeaders().getFirst("Authorization");
        List<Told> call = new ArrayList<>();
        for (JsonNode alert : JSON.readTree(exchange.getRequestBody())) {
            Instant start = Instant.parse(alert.path("startsAt").asText());
            Instant end = Instant.parse(alert.path("endsAt").asText());
            call.add(new Told(alert.at("/labels/alert").asText(),
                    alert.at("/labels/severity").asText(), end.isAfter(start), shown));
        }
        int status = answers.apply(call);
        if (status == 200) {
            told.addAll(call);
        } else {
            refused.add(call.size());
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    /** Waits until such a one is told; what was told before it is passed over. */
    Told awaits(String alert, boolean isFiring) throws InterruptedException {
        for (Told next = next(); next != null && passed.size() < TOLD_MAX; next = next()) {
            passed.add(next);
            if (next.alert().equals(alert) && next.isFiring() == isFiring) {
                return next;
            }
        }
        throw new AssertionError("was told only of " + passed);
    }

    /** Waits until so many more were told. */
    void awaits(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            Told next = next();
            if (next == null) {
                throw new AssertionError("was told only of " + passed);
            }
            passed.add(next);
        }
    }

    /** Waits until a call of so many alerts was refused. */
    void awaitsRefusalOf(int alerts) throws InterruptedException {
        Integer size = null;
        do {
            size = refused.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (size == null) {
                throw new AssertionError("no call of " + alerts + " was refused");
            }
        } while (size != alerts);
    }

    /** All that was told so far, and awaited. */
    List<Told> passed() {
        return passed;
    }

    private @Nullable Told next() throws InterruptedException {
        return told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
