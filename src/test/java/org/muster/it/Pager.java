package org.muster.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;

/** A receiver of Alertmanager: what it was called for. */
final class Pager implements AutoCloseable {
    private final HttpServer server;
    private final List<JsonNode> calls = new ArrayList<>();

    Pager() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var call = Api.JSON.readTree(exchange.getRequestBody());
            synchronized (calls) {
                calls.add(call);
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** The call sign that an alert of a unit in danger is about. */
    static String unit(JsonNode alert) {
        var message = alert.at("/annotations/message").asText();
        return message.replaceAll("Emergency: (\\w+),.*", "$1");
    }

    /** How many alerts that fire the largest call held. */
    int largest() {
        synchronized (calls) {
            return calls.stream().mapToInt(call -> firing(call).size()).max().orElse(0);
        }
    }

    /** For whom it was called, once for each time that an alert was new to it. */
    List<String> firing() {
        List<String> units = new ArrayList<>();
        List<String> before = List.of();
        synchronized (calls) {
            for (var call : calls) {
                var now = firing(call);
                for (var unit : now) {
                    if (!before.contains(unit)) {
                        units.add(unit);
                    }
                }
                before = now;
            }
        }
        return units;
    }

    private static List<String> firing(JsonNode call) {
        List<String> units = new ArrayList<>();
        call.path("alerts").forEach(alert -> {
            if (alert.path("status").asText().equals("firing")) {
                units.add(unit(alert));
            }
        });
        return units;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
