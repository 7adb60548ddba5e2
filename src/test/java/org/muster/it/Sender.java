package org.muster.it;

import java.io.IOException;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A sender that never gives a report up: what was not answered goes out again, the same to the letter. */
final class Sender implements Runnable {
    private static final int REPORTS_MAX = 20_000;
    private static final int ATTEMPTS_MAX = 10_000;
    /** A new incident is opened about this often. */
    private static final int OPENS_EVERY = 10;

    private final String name;
    private final Api api;
    private final Random chance;
    private final Consumer<Acknowledged> acknowledged;
    private final AtomicBoolean stop;
    private @Nullable String incident;
    private int sent;

    /** A report and the receipt that came for it. */
    record Acknowledged(ObjectNode report, JsonNode receipt, int attempts, boolean replayed) {}

    Sender(String name, Api api, long seed, Consumer<Acknowledged> acknowledged,
            AtomicBoolean stop) {
        this.name = name;
        this.api = api;
        this.chance = new Random(seed);
        this.acknowledged = acknowledged;
        this.stop = stop;
    }

    @Override
    public void run() {
        while (!stop.get() && sent < REPORTS_MAX) {
            send(next());
            sent++;
        }
    }

    private void send(ObjectNode report) {
        for (var attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            try {
                var answer = api.report(report);
                switch (answer.status()) {
                    case 200, 201 -> {
                        incident = answer.json().path("incident").asText();
                        acknowledged.accept(new Acknowledged(report, answer.json(), attempt,
                                answer.status() == 200));
                        return;
                    }
                    case 429, 503 -> Eventually.pause();
                    default -> throw new AssertionError(name + " was refused: " + answer);
                }
            } catch (IOException lost) {
                Eventually.pause();
            } catch (InterruptedException end) {
                throw new AssertionError(name + " was stopped in the middle of a report", end);
            }
        }
        throw new AssertionError(name + " never got an answer to " + report);
    }

    private ObjectNode next() {
        var report = Api.JSON.createObjectNode();
        report.put("id", new UUID(chance.nextLong(), chance.nextLong()).toString());
        report.put("observedAt", "2026-01-02T12:00:0%d.%03dZ".formatted(sent % 10, sent % 1000));
        if (incident == null || chance.nextInt(OPENS_EVERY) == 0) {
            report.put("category", "disturbance");
            report.put("title", name + " no. " + sent);
            report.putObject("location")
                    .put("lat", 53.3960 + chance.nextInt(10) / 10_000.0)
                    .put("lon", -1.2530 - chance.nextInt(10) / 10_000.0);
        } else {
            report.put("incident", incident);
            var low = chance.nextInt(100);
            report.putObject("crowd")
                    .put("low", low)
                    .put("high", low + chance.nextInt(50))
                    .put("method", "estimate");
            report.putArray("officers")
                    .addObject()
                    .put("unit", name)
                    .put("count", 1 + chance.nextInt(25))
                    .put("state", chance.nextBoolean() ? "at-scene" : "en-route");
        }
        return report.put("text", name + " says №" + sent);
    }
}
