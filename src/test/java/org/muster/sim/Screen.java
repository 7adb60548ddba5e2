package org.muster.sim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import org.muster.access.Credential;
import org.muster.access.Scope;
import org.muster.model.Cursor;
import org.muster.push.FakeSink;
import org.muster.push.Hub;
import org.muster.push.Watcher;

/** A dashboard that does what the protocol asks of one: keeps its cursor, resumes, replaces what it is sent. */
final class Screen {
    final Credential credential;
    final Scope scope;
    final List<JsonNode> entries = new ArrayList<>();
    final Map<String, JsonNode> areas = new TreeMap<>();
    final Map<String, JsonNode> incidents = new TreeMap<>();
    final Map<String, JsonNode> protests = new TreeMap<>();
    final Map<String, JsonNode> units = new TreeMap<>();
    final Map<String, JsonNode> alerts = new TreeMap<>();
    long pictureAt = -1;
    /** So many of the entries were found to be right. */
    int checked;
    /** Kinds whose first message after a resume brings all there is. */
    private final Set<String> whole = new HashSet<>();
    private FakeSink sink = new FakeSink();
    private @Nullable Watcher watcher;
    private @Nullable String cursor;

    Screen(Credential credential) {
        this.credential = credential;
        this.scope = Scope.of(credential);
    }

    /** Connects when it is not; resumes where it was. */
    void connect(Hub hub) {
        if (watcher != null && !sink.isClosed()) {
            return;
        }
        sink = new FakeSink();
        whole.clear();
        if (cursor != null) {
            whole.addAll(Set.of("areas", "incidents", "protests", "units", "alerts"));
        }
        watcher = hub.open(sink, credential);
        watcher.received(cursor == null ? "{\"type\":\"subscribe\"}"
                : "{\"type\":\"subscribe\",\"after\":\"" + cursor + "\"}");
    }

    /** Somebody looks at it: what it shows was seen. */
    void look() {
        read();
        if (watcher != null && pictureAt >= 0 && !sink.isClosed()) {
            List<String> ids = alerts.keySet().stream().map(id -> '"' + id + '"').toList();
            watcher.received("{\"type\":\"seen\",\"alerts\":[" + String.join(",", ids) + "]}");
        }
    }

    /** The line goes dead; what had arrived has arrived. */
    void cut() {
        read();
        if (watcher != null) {
            watcher.gone();
            watcher = null;
        }
    }

    /** The service is gone, and with it the other end of the line. */
    void lost() {
        read();
        watcher = null;
    }

    /** Takes in what was sent and makes room for so many frames more. */
    void drain(int room) {
        read();
        if (watcher != null) {
            sink.room(room);
            watcher.drained();
        }
    }

    private void read() {
        sink.takeMessages().forEach(this::apply);
    }

    private void apply(JsonNode message) {
        String type = message.path("type").asText();
        if (whole.remove(type)) {
            switch (type) {
                case "areas" -> areas.clear();
                case "incidents" -> incidents.clear();
                case "protests" -> protests.clear();
                case "alerts" -> alerts.clear();
                default -> units.clear();
            }
        }
        switch (type) {
            case "picture" -> {
                pictureAt = Cursor.parse(message.path("cursor").asText()).orElseThrow().seq();
                put(areas, message.path("areas"), "id");
                put(incidents, message.path("incidents"), "id");
                put(protests, message.path("protests"), "id");
                put(units, message.path("units"), "unit");
                put(alerts, message.path("alerts"), "id");
            }
            case "entries" -> message.path("entries").forEach(entries::add);
            case "areas" -> put(areas, message.path("areas"), "id");
            case "incidents" -> {
                put(incidents, message.path("incidents"), "id");
                message.path("left").forEach(id -> incidents.remove(id.asText()));
            }
            case "protests" -> {
                put(protests, message.path("protests"), "id");
                message.path("left").forEach(id -> protests.remove(id.asText()));
            }
            case "alerts" -> {
                put(alerts, message.path("alerts"), "id");
                message.path("left").forEach(id -> alerts.remove(id.asText()));
            }
            case "units" -> {
                put(units, message.path("units"), "unit");
                message.path("left").forEach(id -> units.remove(id.asText()));
            }
            default -> {
            }
        }
        if (message.has("cursor")) {
            cursor = message.path("cursor").asText();
        }
    }

    private static void put(Map<String, JsonNode> into, JsonNode things, String id) {
        things.forEach(thing -> into.put(thing.path(id).asText(), thing));
    }
}
